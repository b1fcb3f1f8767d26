// All doors of the round, with what came of each; Undo is here for as long as the round is.

import { hear } from "./bus.js";
import { button, h, icon, shape } from "./dom.js";
import { inHand } from "./inhand.js";
import { addressOf, takeBack, wordsFor } from "./visits.js";
import { top } from "./walk.js";
import { t } from "./words.js";

export async function listScreen(show, code) {
  const round = await inHand(code);
  const paint = (focus) => show({ top: top(round), main: [h("h1", {}, t("the_list")), list(round, () => paint(false))], foot: [] }, focus);
  paint(true);
  return hear("changed", (changed) => changed === code && paint(false));
}

function list(round, paint) {
  return h("ol.doors", {}, round.order.map((house) => row(round, round.standing.doors.get(house.household), paint)));
}

function row(round, door, paint) {
  const { house } = door;
  const own = door.done ? [...new Set(door.results.values())].filter((mark) => mark.own) : [];
  return h(
    `li.door-row${door.done ? ".is-done" : ""}`,
    { "aria-current": round.house === house && "step" },
    h("a.door-link", { href: `#/round/${round.code}/door/${house.household}` }, h("b", {}, addressOf(house)), h("span.door-state", {}, state(round, door))),
    own.length > 0 && h("button.button.button--quiet.button--icon", { "aria-label": t("undo_at", { address: addressOf(house) }), onclick: () => takeBack(round, null, own).then(paint) }, icon("undo-2")),
  );
}

function state(round, door) {
  if (door.house.do_not_send) return [icon("ban"), t("do_not_send")];
  if (door.sentTo) return [icon("map-pin"), t("is_there_now", { name: door.sentTo })];
  const marks = [...new Set(door.results.values())];
  if (!marks.length) return [icon("minus"), t("not_yet")];
  return marks.map((mark) => {
    const code = round.walk.codes?.choices.find((choice) => choice.value === mark.answers?.[round.walk.codes.question]?.[0]);
    const who = mark.on_behalf_of || (!mark.own && mark.by);
    return h("span.told-short", {}, code ? shape(code.meaning) : icon(mark.outcome === "no_answer" ? "house" : "check"), wordsFor(round, mark), who && ` (${who})`);
  });
}
