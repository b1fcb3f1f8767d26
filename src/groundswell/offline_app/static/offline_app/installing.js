// The browser says when the app can be put on the home screen.

import { button, icon } from "./dom.js";
import { tell } from "./bus.js";
import { t } from "./words.js";

let asking;

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  asking = event;
  tell("installable");
});

export const offerInstalling = () => asking && button(t("install"), { onclick: () => asking.prompt() }, icon("download"));
