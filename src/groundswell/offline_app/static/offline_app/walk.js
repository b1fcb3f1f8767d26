// The round, one door after the other. What is tapped most lies at the foot, by the thumb.

import { hear } from "./bus.js";
import { asking } from "./asking.js";
import { doorView, houseButtons } from "./door.js";
import { button, callout, h, icon, link } from "./dom.js";
import { inHand } from "./inhand.js";
import { nobodyIn } from "./standing.js";
import { answer, endTalk, oneBack, othersNotIn, result } from "./visits.js";
import { settings, shift } from "./shown.js";
import { t } from "./words.js";

export async function walkScreen(show, code, household) {
  const round = await inHand(code);
  if (household) await round.standAt(Number(household));
  else if (!round.draft && (!round.door || round.door.done)) await round.standAt(round.next()?.household);
  round.show = (focus) => show(view(round), focus);
  round.show(true);
  const stops = [hear("changed", (changed) => changed === code && round.show(false))];
  return () => {
    stops.forEach((stop) => stop());
    round.show = undefined;
  };
}

const view = (round) => ({ top: top(round), ...(round.draft ? talk(round) : round.door && !atTheEnd(round) ? door(round) : end(round)) });

const atTheEnd = (round) => round.settings.household === undefined && !round.next();

export const top = (round) => ({ back: "#/", title: round.walk.round.name, progress: t("progress", { done: round.standing.done, all: round.standing.all }), tabs: round.code });

function door(round) {
  const here = round.door;
  const { household } = here.house;
  const begun = here.results.size > 0;
  const go = (house) => round.standAt(house?.household).then(() => round.show(true));
  const at = round.order.indexOf(here.house);
  return {
    main: [order(round), ...doorView(round, here)],
    foot: [
      button("", { kind: "plain", "aria-label": t("door_before"), disabled: at === 0, onclick: () => go(round.order[at - 1]) }, icon("arrow-left")),
      houseButtons(round, here),
      here.done
        ? button(t("next_open"), { kind: "primary", id: "next", onclick: () => go(round.next()) }, icon("arrow-right"))
        : begun
          ? button(t("others_not_in"), { kind: "primary", id: "nobody", onclick: () => othersNotIn(round, household) }, icon("user-x"))
          : button(t("nobody_in"), { kind: "primary", id: "nobody", onclick: () => result(round, household, null, "no_answer") }, icon("house")),
      button("", { kind: "plain", "aria-label": t("door_after"), id: "skip", onclick: () => go(round.order[(at + 1) % round.order.length]) }, icon("arrow-right")),
    ],
  };
}

// Odd and even sides, and from the other end: the order is the canvasser's to choose.
function order(round) {
  const { sides, reversed, asks } = round.settings;
  const set = async (changes) => {
    await round.settle(changes);
    if (!round.order.includes(round.house)) await round.settle({ household: undefined });
    if (!round.settings.household) await round.standAt(round.next()?.household);
    round.show(false);
  };
  const pick = (value, words) => h("button", { "aria-pressed": String(sides === value), onclick: () => set({ sides: value }) }, words);
  return h(
    "div.order",
    {},
    h("div.pick", { role: "group", "aria-label": t("sides") }, pick("both", t("both_sides")), pick("odd", t("odd")), pick("even", t("even"))),
    h("div.pick", {}, h("button", { "aria-pressed": String(reversed), onclick: () => set({ reversed: !reversed }) }, icon("arrow-up-down"), h("span", {}, t("reversed"))),
      round.walk.script.questions.length > 1 && h("button", { "aria-pressed": String(asks), onclick: () => set({ asks: !asks }) }, icon("message-square"), h("span", {}, t("questions")))),
  );
}

function talk(round) {
  const { household, elector, answers } = round.draft;
  const { house } = round.standing.doors.get(household);
  const person = house.people.find((one) => one.elector === elector);
  const { script, round: about } = round.walk;
  const shown = asking({
    script,
    given: answers,
    notAsked: person.not_asked,
    words: { name: person.name, caller: shift().name, area: about.area, organisation: settings.organisation },
    on: { answer: (key, values) => answer(round, key, values), back: () => oneBack(round), stop: () => endTalk(round) },
  });
  if (!shown) return door(round);
  return { main: [h("h1.person-name", {}, person.name), ...shown.main], foot: shown.foot };
}

// All doors done: what could be tried again, and where to next.
function end(round) {
  const again = nobodyIn(round.standing.doors);
  const skipped = round.walk.doors.filter((house) => !house.do_not_send && !round.standing.doors.get(house.household).done);
  const go = (house) => round.settle({ sides: "both" }).then(() => round.standAt(house.household)).then(() => round.show(true));
  return {
    main: [
      order(round),
      h("h1", {}, t("all_done")),
      h("p.big", {}, t("progress", { done: round.standing.done, all: round.standing.all })),
      skipped.length > 0 && callout("info", h("p", {}, t("doors_left", { n: skipped.length })), button(t("go_to_them"), { onclick: () => go(skipped[0]) })),
      again.length > 0 && h("p", {}, t("nobody_in_at", { n: again.length })),
      h("div.row", {}, again.length > 0 && button(t("try_again"), { kind: "primary", onclick: () => go(again[0].house) }, icon("refresh-cw")), link(t("the_list"), `#/round/${round.code}/list`, "plain", icon("list")), link(t("finish_round"), settings.near, "plain", icon("circle-check"))),
    ],
    foot: [],
  };
}
