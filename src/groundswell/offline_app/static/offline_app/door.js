// One house: its address large, its people with a button for each code.

import { button, callout, h, icon, shape } from "./dom.js";
import { addressOf, ask, code, result, takeBack, wordsFor } from "./visits.js";
import { houseSheet, personSheet } from "./more.js";
import { onDay, t } from "./words.js";

export function doorView(round, door, byName = "") {
  const { house } = door;
  return [
    h("div.house", {}, heading(house), line(round, house)),
    house.do_not_send && callout("danger", h("p", {}, t("do_not_send"))),
    house.note && callout("warn", h("p", {}, house.note)),
    door.sentTo && door.sentTo !== byName && callout("info", h("p", {}, t("is_there_now", { name: door.sentTo }))),
    h("ul.people", {}, house.people.map((person) => personCard(round, door, person, byName))),
  ];
}

function heading(house) {
  const { number, street, flat } = house;
  if (!number || !street) return h("h1.house-address", {}, addressOf(house));
  return h("h1.house-address", {}, flat && h("span.house-flat", {}, flat), h("span.house-number", {}, number), " ", h("span.house-street", {}, street));
}

function line(round, house) {
  const place = round.order.indexOf(house);
  return h(
    "p.house-line",
    {},
    place >= 0 && t("door_of", { place: place + 1, all: round.order.length }),
    house.postcode && h("span", {}, house.postcode),
  );
}

function personCard(round, door, person, byName) {
  const mark = door.results.get(person.elector);
  return h(
    "li.person",
    {},
    h("div.person-head", {}, h("h2.person-name", {}, person.name), h("p.person-known", {}, known(person))),
    person.line && h("p.person-line", {}, person.line),
    mark ? told(round, door, person, mark) : codes(round, door, person, byName),
  );
}

function known(person) {
  return [
    person.meaning && h("span.last", {}, shape(person.meaning), h("b", {}, person.code), " ", person.label, person.on && ` · ${onDay(person.on)}`),
    person.postal && h("span.tag", {}, t("postal")),
    person.language && h("span.tag", {}, person.language),
    person.came_last && h("span.tag", {}, icon("map-pin"), t(person.came_last === "you" ? "you_came_last" : "came_last", { who: person.came_last })),
    person.number && h("span.elector-number", {}, person.number),
  ];
}

function told(round, door, person, mark) {
  const who = mark.on_behalf_of || (mark.own ? "" : mark.by);
  const code = round.walk.codes?.choices.find((choice) => choice.value === mark.answers?.[round.walk.codes.question]?.[0]);
  return h(
    "div.told",
    {},
    code ? shape(code.meaning) : icon("check"),
    h("span.told-words", {}, wordsFor(round, mark), who && h("small", {}, t("by", { who }))),
    mark.own && button(t("undo"), { kind: "quiet", onclick: () => takeBack(round, door.house.household, [mark]) }, icon("undo-2")),
  );
}

function codes(round, door, person, byName) {
  const { household, people } = door.house;
  const { elector } = person;
  const choices = round.walk.codes?.choices ?? [];
  const of = h("span.visually-hidden", {}, `, ${person.name}`);
  const small = (words, pictogram, onclick, fills = "") =>
    h(`button.code.code--other${fills}`, { onclick }, icon(pictogram), h("span.code-words", {}, words, of.cloneNode(true)));
  // On a phone three stand in a row; the last fills it, because a larger target is a surer one.
  const before = (choices.length || 1) + (people.length > 1 ? 1 : 0);
  return h(
    "div.codes",
    { role: "group", "aria-label": person.name },
    choices.map((choice) =>
      h(
        `button.code.code--${choice.meaning}`,
        { dataset: { code: choice.value, letter: choice.letter }, onclick: () => code(round, household, elector, choice.value, { byName }) },
        shape(choice.meaning),
        h("span.code-words", {}, choice.label, of.cloneNode(true)),
      ),
    ),
    !choices.length && small(t("spoke"), "message-square", () => ask(round, { household, elector, byName })),
    people.length > 1 && small(t("not_in"), "user-x", () => result(round, household, elector, "no_answer", { byName })),
    small(t("more"), "menu", () => personSheet(round, door.house, person, byName), `.fills-${3 - (before % 3)}`),
  );
}

export const houseButtons = (round, door, byName = "") =>
  button(t("house_more"), { onclick: () => houseSheet(round, door.house, byName) }, icon("menu"));
