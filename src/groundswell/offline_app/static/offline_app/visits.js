// At a door: a tap is kept on the phone first, then the next door is shown. Undo is always at hand.

import { say } from "./dom.js";
import { doorRecord, undoRecord } from "./results.js";
import { answered, questionNow } from "./talk.js";
import { dropUndo, offerUndo } from "./undo.js";
import { group, t } from "./words.js";

export const addressOf = (house) => house.address || [house.flat, house.number, house.street].filter(Boolean).join(" ");

const person = (round, household, elector) =>
  round.standing.doors.get(household).house.people.find((one) => one.elector === elector);

const questionFor = (round, whom, answers) => questionNow(round.walk.script.questions, answers, whom?.not_asked);

// What came of it, in words: "For us", "Nobody in".
export function wordsFor(round, mark) {
  const { question, choices = [] } = round.walk.codes ?? {};
  const value = mark.answers?.[question]?.[0];
  const code = choices.find((choice) => choice.value === value);
  if (code && mark.outcome === "spoke") return code.label;
  if (mark.outcome === "no_answer" && (mark.elector ?? null) === null) return t("nobody_in");
  return group("outcomes")[mark.outcome] ?? mark.outcome;
}

// Keeps a result; goes on when the house is done. more: detail, callBackAt, said, answers, byName.
export async function result(round, household, elector, outcome, more = {}) {
  const door = round.standing.doors.get(household);
  const whom = person(round, household, elector);
  const record = doorRecord({ round: round.code, household, elector, outcome, seconds: round.secondsHere, ...more });
  // What is said again replaces what this phone said before; both stay on the server.
  const before = elector === null ? undefined : door.results.get(elector);
  const replaces = before?.own && before.elector === elector ? [undoRecord(round.code, before.id)] : [];
  if (round.draft) await round.setDraft(undefined);
  await round.record(...replaces, record);
  await moveOn(round, household, `${wordsFor(round, record)} · ${whom?.name ?? addressOf(door.house)}`, record);
}

// A voter's code: saved at once, unless the canvasser wants to go on with the script's questions.
export async function code(round, household, elector, value, more = {}) {
  const answers = { [round.walk.codes.question]: [value] };
  if (round.settings.asks && questionFor(round, person(round, household, elector), answers)) {
    return ask(round, { household, elector, answers, ...more });
  }
  return result(round, household, elector, "spoke", { ...more, answers });
}

// Those of the house who were not met: one record each, so that nobody is marked who was.
export async function othersNotIn(round, household, byName = "") {
  const door = round.standing.doors.get(household);
  const missing = door.house.people.filter(({ elector }) => !door.results.has(elector));
  const records = missing.map(({ elector }) => doorRecord({ round: round.code, household, elector, outcome: "no_answer", seconds: round.secondsHere, byName }));
  await round.record(...records);
  await moveOn(round, household, `${t("others_not_in")} · ${addressOf(door.house)}`, ...records);
}

async function moveOn(round, household, words, ...records) {
  const undo = [t("undo"), "undo-2", () => takeBack(round, household, records)];
  const spoke = records[0].outcome === "spoke" && questionFor(round, person(round, household, records[0].elector), records[0].answers);
  const askMore = spoke && !round.settings.asks && [t("ask_more"), "message-square", () => ask(round, { ...records[0], said: records[0].said })];
  const done = round.standing.doors.get(household).done;
  if (done && round.house?.household === household) await round.standAt(round.next()?.household);
  offerUndo(words, undo, ...(askMore ? [askMore] : []));
  const next = done && round.house ? ` ${t("next_is", { address: addressOf(round.house) })}` : "";
  say(`${t("saved", { words })}${next}`);
  round.show?.(done);
}

export async function takeBack(round, household, records) {
  dropUndo();
  await round.record(...records.map(({ id }) => undoRecord(round.code, id)));
  if (household !== null) await round.standAt(household);
  say(t("undone"));
  round.show?.(true);
}

// The script's questions for one person, from where they were left.
export async function ask(round, { household, elector, answers = {}, said = [], detail = "", byName = "" }) {
  await round.setDraft({ household, elector, answers, said, detail, byName });
  await round.standAt(household);
  round.show?.(true);
}

// An answer in the script; the last one is the end of the talk.
export async function answer(round, key, values) {
  const draft = { ...round.draft, answers: { ...round.draft.answers, [key]: values } };
  if (questionFor(round, person(round, draft.household, draft.elector), draft.answers)) {
    await round.setDraft(draft);
    return round.show?.(true);
  }
  return endTalk(round, draft);
}

export async function oneBack(round) {
  const left = Object.entries(round.draft.answers).slice(0, -1);
  await round.setDraft(Object.keys(round.draft.answers).length ? { ...round.draft, answers: Object.fromEntries(left) } : undefined);
  round.show?.(true);
}

export function endTalk(round, draft = round.draft) {
  const { household, elector, answers, said, detail, byName } = draft;
  return result(round, household, elector, "spoke", { answers: answered(answers), said, detail, byName });
}
