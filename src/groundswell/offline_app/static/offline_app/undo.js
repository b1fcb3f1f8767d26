// One bar at the foot: what was saved, and its Undo. It goes after six seconds unless somebody asked
// for more time, or is on it.

import { button, h, icon } from "./dom.js";
import { t } from "./words.js";

const SECONDS = 6;
const place = document.getElementById("undo");

// acts: [[words, icon, act]], Undo first.
export function offerUndo(words, ...acts) {
  const bar = h(
    "div.undo-bar",
    {},
    icon("circle-check"),
    h("span.undo-words", {}, words),
    acts.map(([word, pictogram, act]) => button(word, { kind: "quiet", onclick: () => (dropUndo(), act()) }, icon(pictogram))),
    keeps() && h("button.button.button--quiet.button--icon", { "aria-label": t("close"), onclick: dropUndo }, icon("x")),
  );
  place.replaceChildren(bar);
  if (!keeps()) setTimeout(() => goes(bar), SECONDS * 1000);
}

export const dropUndo = () => place.replaceChildren();

const keeps = () => "keepsUndo" in document.body.dataset;

function goes(bar) {
  if (bar.matches(":focus-within, :hover")) setTimeout(() => goes(bar), 1000);
  else bar.remove();
}
