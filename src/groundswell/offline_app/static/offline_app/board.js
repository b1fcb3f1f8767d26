// The board: one person holds it, sends up to eight others to doors and writes what they found.
// A canvasser without a phone is a name on it.

import { hear } from "./bus.js";
import { doorView } from "./door.js";
import { button, callout, h, icon } from "./dom.js";
import { inHand } from "./inhand.js";
import { boardRecord } from "./results.js";
import { nextHouse } from "./standing.js";
import { addressOf, othersNotIn, result } from "./visits.js";
import { top } from "./walk.js";
import { t } from "./words.js";

export const MOST_NAMES = 8;

export async function boardScreen(show, code, name = "") {
  const round = await inHand(code);
  const paint = (focus) => show(name && round.standing.out.has(name) ? atTheDoor(round, name) : board(round, paint), focus);
  round.show = (done) => {
    if (done && name) return (location.hash = `#/round/${code}/board`);
    return paint(done);
  };
  paint(true);
  const stop = hear("changed", (changed) => changed === code && paint(false));
  return () => (stop(), (round.show = undefined));
}

function board(round, paint) {
  const { names, out } = round.standing;
  return {
    top: top(round),
    main: [
      h("h1", {}, t("the_board")),
      !names.length && h("p.measure", {}, t("board_words", { most: MOST_NAMES })),
      h("ul.board", {}, names.map((name) => card(round, name, out.get(name), paint))),
      names.length < MOST_NAMES ? adding(round, paint) : callout("info", h("p", {}, t("board_full", { most: MOST_NAMES }))),
    ],
    foot: [],
  };
}

function card(round, name, household, paint) {
  const write = (...records) => round.record(...records).then(() => paint(false));
  const next = freeHouse(round);
  const house = household !== undefined && round.standing.doors.get(household)?.house;
  return h(
    "li.board-card",
    {},
    h("h2.board-name", {}, icon(house ? "map-pin" : "user"), name),
    house
      ? [
          h("p.board-where", {}, t("at_door", { address: addressOf(house) })),
          h("div.row", {},
            button(t("nobody_in"), { onclick: () => result(round, household, null, "no_answer", { byName: name }) }, icon("house")),
            h("a.button.button--primary", { href: `#/round/${round.code}/board/${encodeURIComponent(name)}` }, icon("pencil"), h("span", {}, t("write_result"))),
            button(t("is_back"), { kind: "quiet", onclick: () => write(boardRecord(round.code, "back", name, household)) }, icon("undo-2"))),
        ]
      : h("div.row", {},
          next
            ? button(t("send_to", { address: addressOf(next) }), { kind: "primary", onclick: () => write(boardRecord(round.code, "sent", name, next.household)) }, icon("arrow-right"))
            : h("p.quiet", {}, t("no_door_left")),
          button(t("went_home", { name }), { kind: "quiet", onclick: () => write(boardRecord(round.code, "name_gone", name)) }, icon("log-out"))),
  );
}

// The first open door in the walking order that nobody is at.
const freeHouse = (round) => nextHouse(round.order, round.standing.doors, undefined);

function adding(round, paint) {
  const field = h("input", { id: "name", type: "text", maxlength: 40, autocomplete: "off", required: true });
  return h(
    "form.stack.adding",
    { onsubmit: async (event) => {
      event.preventDefault();
      const name = field.value.trim().replace(/\s+/g, " ");
      if (!name || round.standing.names.includes(name)) return field.focus();
      await round.record(boardRecord(round.code, "name_added", name));
      paint(false);
      document.getElementById("name")?.focus();
    } },
    h("label.field", { for: "name" }, h("span", {}, t("add_name"))),
    h("div.row", {}, field, button(t("add"), { type: "submit" }, icon("user-plus"))),
  );
}

// What one of them found, written by whoever holds the board.
function atTheDoor(round, name) {
  const household = round.standing.out.get(name);
  const here = round.standing.doors.get(household);
  const begun = here.results.size > 0;
  return {
    top: { ...top(round), back: `#/round/${round.code}/board`, title: name },
    main: [h("p.board-where", {}, icon("map-pin"), t("for_name", { name })), ...doorView(round, here, name)],
    foot: [
      begun
        ? button(t("others_not_in"), { kind: "primary", onclick: () => othersNotIn(round, household, name) }, icon("user-x"))
        : button(t("nobody_in"), { kind: "primary", onclick: () => result(round, household, null, "no_answer", { byName: name }) }, icon("house")),
    ],
  };
}
