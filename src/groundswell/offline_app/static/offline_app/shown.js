// What screens read of the shift and the page's settings, so that none of them changes either.

import { shift as running } from "./shift.js";

export { settings } from "./words.js";

export const shift = () => running ?? { name: "", help: null };
