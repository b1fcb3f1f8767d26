// The phone bank's batch, held on the phone: a tunnel costs a caller nothing.

import { asking } from "./asking.js";
import { dropUndo, offerUndo } from "./undo.js";
import { button, callout, h, icon, link, say } from "./dom.js";
import { claimMore, heldBatch, isOver, keepCall, leftToCall, settleBatch } from "./batches.js";
import { callRecord, callUndoRecord } from "./results.js";
import { settings, shift } from "./shown.js";
import { answered, questionNow } from "./talk.js";
import { group, t } from "./words.js";

const QUICK = [["no_answer", "phone-missed"], ["refused", "hand"], ["answerphone", "voicemail"], ["engaged", "phone-off"]];
const RARER = [["wrong_number", "x"], ["moved", "house"], ["deceased", "user-x"], ["do_not_contact", "ban"]];

export async function callsScreen(show, joinCode) {
  const batch = await heldBatch(joinCode);
  const screen = { show, batch, shownAt: Date.now() };
  screen.paint = (focus) => show(view(screen), focus);
  screen.paint(true);
}

const personNow = ({ batch }) => (isOver(batch) ? undefined : leftToCall(batch)[0]);

function view(screen) {
  const { batch } = screen;
  const person = personNow(screen);
  const top = { back: "#/", title: batch.effort, progress: t("progress", { done: Object.keys(batch.done).length, all: batch.people.length }) };
  if (!person) return { top, ...finished(screen) };
  const { given, called } = batch.draft ?? { given: {}, called: false };
  const who = [h("h1.person-name", {}, person.name), h("p.person-known", {}, [person.area, person.address, person.age].filter(Boolean).map((words) => h("span", {}, words))), person.line && h("p.person-line", {}, person.line), isSameHome(batch, person) && callout("info", h("p", {}, t("same_household")))];
  if (!called) return { top, main: [...who, h("p.phone-number", {}, person.readable)], foot: [callButton(screen, person, "primary")] };
  const talk = asking({ script: batch.script, given, notAsked: person.not_asked, words: { name: person.name, area: person.area, caller: shift().name, organisation: settings.organisation },
    on: { answer: (key, values) => answer(screen, key, values), back: () => back(screen), stop: () => end(screen, "spoke") } });
  const begun = Object.keys(given).length > 0;
  return { top, main: [...who, talk?.main], foot: begun ? (talk?.foot ?? []) : outcomes(screen, person) };
}

// Somebody of the household that was rung just now.
function isSameHome(batch, person) {
  const before = batch.people[batch.people.indexOf(person) - 1];
  return before !== undefined && before.elector in batch.done && before.same_home === person.same_home;
}

const callButton = (screen, person, kind) =>
  h(`a.button.button--${kind}.button--big.call-now`, { href: `tel:${person.number}`, onclick: () => settle(screen, { called: true }) }, icon("phone"), h("span", {}, t("call", { number: person.readable })));

function outcomes(screen, person) {
  const one = ([outcome, pictogram]) => h("button.choice", { onclick: () => end(screen, outcome) }, icon(pictogram), h("span.choice-words", {}, group("outcomes")[outcome]));
  const { batch } = screen;
  return [h("div.stack.call-outcomes", {}, h("div.choices", {}, QUICK.map(one)),
    h("details.which", {}, h("summary.choice", {}, icon("menu"), h("span.choice-words", {}, t("more"))),
      h("div.choices", {}, RARER.map(one),
        batch.call_backs.map(({ label, at }) => h("button.choice", { onclick: () => end(screen, "call_back", { call_back_at: at }) }, icon("clock"), h("span.choice-words", {}, label))),
        batch.languages.map((words) => h("button.choice", { onclick: () => end(screen, "language", { detail: words }) }, icon("languages"), h("span.choice-words", {}, words))),
        callButton(screen, person, "plain"))))];
}

async function settle(screen, { given, called }) {
  const before = screen.batch.draft ?? { given: {}, called: false };
  screen.batch.draft = { given: given ?? before.given, called: called ?? before.called };
  await settleBatch(screen.batch);
  screen.paint(true);
}

function answer(screen, key, values) {
  const given = { ...screen.batch.draft.given, [key]: values };
  if (questionNow(screen.batch.script.questions, given, personNow(screen).not_asked)) return settle(screen, { given });
  screen.batch.draft.given = given;
  return end(screen, "spoke");
}

const back = (screen) => settle(screen, { given: Object.fromEntries(Object.entries(screen.batch.draft.given).slice(0, -1)) });

async function end(screen, outcome, more = {}) {
  const { batch } = screen;
  const person = personNow(screen);
  const answers = outcome === "spoke" ? answered(batch.draft.given) : {};
  const record = callRecord({ join_code: batch.join_code, batch: batch.batch, elector: person.elector, outcome, answers, detail: "", call_back_at: null, seconds: Math.min(Math.round((Date.now() - screen.shownAt) / 1000), 86_400), ...more });
  const draft = batch.draft;
  batch.done[person.elector] = record.id;
  (batch.came ??= {})[person.elector] = outcome;
  batch.draft = undefined;
  await keepCall(batch, record);
  screen.shownAt = Date.now();
  const words = `${group("outcomes")[outcome]} · ${person.name}`;
  offerUndo(words, [t("undo"), "undo-2", () => takeBack(screen, person, record, draft)]);
  say(t("saved", { words }));
  screen.paint(true);
}

async function takeBack(screen, person, record, draft) {
  dropUndo();
  delete screen.batch.done[person.elector];
  screen.batch.draft = { ...draft, given: Object.fromEntries(Object.entries(draft?.given ?? {}).slice(0, -1)) };
  // Whoever was taken back is the one to call now.
  screen.batch.people = [person, ...screen.batch.people.filter((one) => one !== person)];
  await keepCall(screen.batch, callUndoRecord(screen.batch.join_code, screen.batch.batch, record.id));
  screen.paint(true);
}

function finished(screen) {
  const { batch } = screen;
  const more = async () => {
    try {
      screen.batch = await claimMore(batch.join_code);
    } catch (failure) {
      batch.sentence = failure.sentence || t("no_network");
    }
    screen.paint(true);
  };
  return {
    main: [h("h1", {}, batch.people.length ? t("batch_done") : t("ready_to_call")), batch.sentence && callout("info", h("p", {}, batch.sentence))],
    foot: [link(t("enough"), "#/", "plain", icon("house")), button(t("next_people"), { kind: "primary", onclick: more }, icon("users"))],
  };
}
