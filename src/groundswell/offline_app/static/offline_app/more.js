// What is rarer than a code: sheets for a person and for a whole house.

import { button, h, icon, shape, sheet } from "./dom.js";
import { doorNoteRecord } from "./results.js";
import { addressOf, ask, code, result } from "./visits.js";
import { comeBackTimes } from "./times.js";
import { group, t } from "./words.js";

const PICTOGRAMS = { refused: "hand", other_answered: "users", moved: "house", deceased: "user-x", do_not_contact: "ban", inaccessible: "lock", call_back: "clock", language: "languages" };
const OFFERS = { issue: "flag", poster: "megaphone", help: "heart-handshake", postal_vote: "mail", lift: "car", leaflets: "file-text", membership: "user-plus" };

// What was offered or asked for is picked first; the tap on a code or an outcome then saves all.
export function personSheet(round, house, person, byName) {
  const picked = new Map();
  const note = h("textarea", { id: "note", rows: 2, maxlength: 120, "aria-describedby": "note-hint" });
  const more = () => ({ byName, detail: note.value.trim(), said: [...picked].map(([kind, words]) => ({ kind, note: words?.value.trim() ?? "" })) });
  const close = (act) => (...given) => (dialog.close(), act(...given));
  const end = close(async (outcome, extra = {}) => {
    // The name of a language stands where the note would: what was typed goes along by itself.
    const text = extra.detail && note.value.trim();
    if (text) await round.record(doorNoteRecord(round.code, house.household, { text, safety: false, doNotSend: false }));
    await result(round, house.household, person.elector, outcome, { ...more(), ...extra });
  });
  const begin = close(() => ask(round, { household: house.household, elector: person.elector, ...more() }));
  const dialog = sheet(
    person.name,
    h("h3", {}, t("they_want")),
    offers(picked),
    h("label.field", { for: "note" }, h("span", {}, t("note"))),
    h("p.hint", { id: "note-hint" }, t("note_warning")),
    note,
    h("h3", {}, t("save_as")),
    codeRow(round, (value) => close(() => code(round, house.household, person.elector, value, more()))()),
    h(
      "div.choices",
      {},
      round.walk.script.questions.length > 0 && choice(t("ask_questions"), "message-square", begin),
      choice(t("spoke_only"), "check", () => end("spoke")),
      ["other_answered", "refused"].map((outcome) => choice(group("outcomes")[outcome], PICTOGRAMS[outcome], () => end(outcome))),
      comeBack(end),
      language(round, end),
      ["moved", "deceased", "do_not_contact"].map((outcome) => choice(group("outcomes")[outcome], PICTOGRAMS[outcome], () => end(outcome))),
    ),
  );
}

export function houseSheet(round, house, byName) {
  const end = (outcome, extra = {}) => (dialog.close(), result(round, house.household, null, outcome, { byName, ...extra }));
  const dialog = sheet(
    addressOf(house),
    h("div.choices", {}, ["inaccessible", "other_answered", "refused", "do_not_contact"].map((outcome) => choice(group("house_outcomes")[outcome], PICTOGRAMS[outcome], () => end(outcome)))),
    doorNote(round, house, () => dialog.close()),
  );
}

function choice(words, pictogram, onclick) {
  return h("button.choice", { onclick }, icon(pictogram), h("span.choice-words", {}, words));
}

function codeRow(round, act) {
  const choices = round.walk.codes?.choices ?? [];
  return choices.length > 0 && h("div.codes", {}, choices.map((one) =>
    h(`button.code.code--${one.meaning}`, { onclick: () => act(one.value) }, shape(one.meaning), h("span.code-words", {}, one.label))));
}

function offers(picked) {
  const words = group("offers");
  return h("div.choices", {}, Object.keys(OFFERS).filter((kind) => words[kind]).map((kind) => {
    const field = kind === "issue" ? h("textarea", { rows: 2, maxlength: 500, "aria-label": t("issue_words"), hidden: true }) : undefined;
    const toggle = h("button.choice", { "aria-pressed": "false", onclick: () => {
      const now = !picked.has(kind);
      if (now) picked.set(kind, field);
      else picked.delete(kind);
      toggle.setAttribute("aria-pressed", String(now));
      if (field) field.hidden = !now;
      if (field && now) field.focus();
    } }, icon(OFFERS[kind]), h("span.choice-words", {}, words[kind]));
    return field ? h("div.choice-and-words", {}, toggle, field) : toggle;
  }));
}

function comeBack(end) {
  const other = h("input", { type: "datetime-local", id: "come-back-at" });
  return which(group("outcomes").call_back, "clock",
    comeBackTimes().map(({ words, at }) => choice(words, "clock", () => end("call_back", { callBackAt: at }))),
    h("div.which-other", {}, h("label.field", { for: "come-back-at" }, h("span", {}, t("another_time"))), other,
      button(t("save"), { onclick: () => (other.value ? end("call_back", { callBackAt: new Date(other.value).toISOString() }) : other.focus()) })));
}

function language(round, end) {
  const other = h("input", { type: "text", maxlength: 40, id: "language" });
  const say = (words) => end("language", { detail: words });
  return which(group("outcomes").language, "languages",
    round.walk.languages.map((words) => choice(words, "languages", () => say(words))),
    h("div.which-other", {}, h("label.field", { for: "language" }, h("span", {}, t("another_language"))), other,
      button(t("save"), { onclick: () => (other.value.trim() ? say(other.value.trim()) : other.focus()) })));
}

const which = (words, pictogram, ...inside) =>
  h("details.which", { name: "which" }, h("summary.choice", {}, icon(pictogram), h("span.choice-words", {}, words)), h("div.choices", {}, ...inside));

function doorNote(round, house, close) {
  const words = h("textarea", { rows: 3, maxlength: 300, id: "door-note" });
  const box = (name, label) => h("label.tick", {}, h("input", { type: "checkbox", id: name }), h("span", {}, label));
  const on = (form, name) => form.querySelector(`#${name}`).checked;
  const form = h("form.stack", { onsubmit: async (event) => {
    event.preventDefault();
    const doNotSend = on(form, "do-not-send");
    if (!words.value.trim() && !doNotSend) return words.focus();
    close();
    await round.record(doorNoteRecord(round.code, house.household, { text: words.value.trim(), safety: on(form, "for-safety"), doNotSend }));
    round.show?.(true);
  } }, h("h3", {}, t("door_note")), h("p.hint", {}, t("door_note_hint")), h("label.field", { for: "door-note" }, h("span", {}, t("note"))), words,
  box("for-safety", t("for_safety")), box("do-not-send", t("do_not_send_anyone")), button(t("save_note"), { type: "submit" }, icon("check")));
  return form;
}
