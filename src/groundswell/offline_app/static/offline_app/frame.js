// The band at the top: where one is, how far, what waits to be sent, and help.

import { hear } from "./bus.js";
import { h, icon } from "./dom.js";
import { state } from "./outbox.js";
import { callForHelp } from "./safety.js";
import { t } from "./words.js";

const $ = (id) => document.getElementById(id);

$("help").addEventListener("click", callForHelp);
hear("saved", tellSaved);
hear("gone", () => tellSaved());

// tabs: the code of the round whose ways to look at it are offered.
export function setTop({ back, title = "", progress = "", tabs }) {
  $("back").hidden = !back;
  if (back) $("back").href = back;
  $("title").textContent = title;
  $("progress").textContent = progress;
  document.title = [progress, title].filter(Boolean).join(" · ") || document.title;
  $("tabs").hidden = !tabs;
  if (tabs) setTabs(tabs);
  $("help").hidden = !tabs;
  tellSaved(state());
}

function setTabs(code) {
  const home = `#/round/${code}`;
  const here = location.hash;
  const ways = [["", "walk_tab", "house"], ["/list", "list_tab", "list"], ["/map", "map_tab", "map"], ["/board", "board_tab", "users"]];
  $("tabs").replaceChildren(...ways.map(([rest, words, pictogram]) => {
    const current = rest ? here.startsWith(home + rest) : here === home || here.startsWith(`${home}/door`);
    return h("a", { href: home + rest, "aria-current": current && "page" }, icon(pictogram), h("span", {}, t(words)));
  }));
}

function tellSaved({ waiting, trouble, stuck } = state()) {
  const saved = $("saved");
  saved.dataset.state = waiting ? trouble || (stuck ? "stuck" : "sending") : "sent";
  const words = waiting ? t("waiting", { n: waiting }) : t("all_sent");
  const place = saved.querySelector("span");
  if (place.textContent !== words) place.textContent = words;
}
