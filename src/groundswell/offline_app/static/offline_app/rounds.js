// Rounds taken: fetched, kept sealed, brought up to date with what other phones did, let go.

import { tell } from "./bus.js";
import { now } from "./clock.js";
import { keep, sealedMark } from "./outbox.js";
import { ask } from "./server.js";
import { shift } from "./shift.js";
import { keepSmall, put, read, readAll, readOf, write } from "./store.js";
import { seal, unseal } from "./vault.js";
import { settings } from "./words.js";

const url = (code, rest = "") => `${settings.api}rounds/${encodeURIComponent(code)}${rest}`;

// The round as the phone has it; undefined when it has none of that code.
export async function heldRound(code) {
  const row = await read("rounds", code);
  if (!row || !shift || row.shift !== shift.shift) return undefined;
  return unseal(shift.rounds, row);
}

// All rounds on this phone, each {round, doors, …} as fetched.
export async function heldRounds() {
  const rows = (await readAll("rounds")).filter((row) => row.shift === shift?.shift);
  const found = await Promise.all(rows.map((row) => unseal(shift.rounds, row)));
  return found.filter(Boolean);
}

// From the server to the phone; joins it where it is not yet this member's. Throws Trouble.
export async function takeRound(code) {
  let told;
  try {
    told = await ask(url(code));
  } catch (failure) {
    if (failure.kind !== "gone" && failure.kind !== "refused") throw failure;
    told = await ask(url(code, "/join"), {});
  }
  const { records, after, ...payload } = told;
  const walk = asWalk(payload);
  const row = { code, shift: shift.shift, after, ...(await seal(shift.rounds, walk)) };
  const marks = await Promise.all(records.map((mark) => sealedMark(asMark(mark), code)));
  await write(["rounds", "marks"], (rounds, known) => {
    rounds.put(row);
    for (const mark of marks) addNew(known, mark);
  });
  navigator.storage?.persist?.();
  return walk;
}

// What this phone wrote itself says more than what comes back of it.
function addNew(known, mark) {
  const asked = known.getKey(mark.id);
  asked.onsuccess = () => asked.result || known.put(mark);
}

// A record as the server tells it to the other phones.
const asMark = ({ mine, ...mark }) => ({ ...mark, own: mine });

// The round as the screens use it: with its codes, which are the answers that the script offers to
// the question on voting intention, each with the organisation's letter.
function asWalk(payload) {
  const question = payload.script.questions.find(({ kind }) => kind === "voting_intention");
  const letter = ({ label, meaning }) =>
    (payload.codes.find((code) => code.label === label) ?? payload.codes.find((code) => code.meaning === meaning))?.letter ?? "";
  const choices = question?.answers.map((answer) => ({ ...answer, letter: letter(answer) }));
  return { ...payload, codes: question ? { question: question.key, choices } : null };
}

export async function marksOf(code) {
  const rows = (await readOf("marks", "round", code)).filter((row) => row.shift === shift?.shift);
  return (await Promise.all(rows.map((row) => unseal(shift.rounds, row)))).filter(Boolean);
}

// What other phones did since last time; tells "marks" where something is new. Throws Trouble.
export async function hearOthers(code) {
  const row = await read("rounds", code);
  if (!row || !shift) return;
  let told;
  try {
    told = await ask(url(code, `/since?after=${row.after}`));
  } catch (failure) {
    if (failure.kind !== "gone") throw failure;
    told = { withdrawn: true };
  }
  if (told.withdrawn) return letGo(code);
  await keepSmall("contact", now());
  if (!told.records.length && told.after === row.after) return;
  const heard = told.records.map(asMark);
  const marks = await Promise.all(heard.map((mark) => sealedMark(mark, code)));
  await write(["rounds", "marks"], (rounds, known) => {
    const asked = rounds.get(code);
    asked.onsuccess = () => asked.result && rounds.put({ ...asked.result, after: told.after });
    for (const mark of marks) addNew(known, mark);
  });
  if (marks.length) tell("marks", { code, marks: heard });
}

// The round was taken back: it leaves the phone. What waits to be sent about it stays and goes.
export async function letGo(code) {
  const marks = await readOf("marks", "round", code);
  await write(["rounds", "marks", "small"], (rounds, known, settled) => {
    rounds.delete(code);
    for (const { id } of marks) known.delete(id);
    for (const name of ["place", "draft", "board"]) settled.delete(`${name}:${code}`);
  });
  tell("gone", code);
}

// A conversation begun and not yet recorded, so that a locked or killed phone goes on there.
export async function keepDraft(code, draft) {
  if (!draft) return write(["small"], (settled) => settled.delete(`draft:${code}`));
  return put("small", { name: `draft:${code}`, shift: shift.shift, value: await seal(shift.rounds, draft) });
}

export async function recallDraft(code) {
  const row = await read("small", `draft:${code}`);
  return row?.shift === shift?.shift ? unseal(shift.rounds, row.value) : undefined;
}

// Keeps records about a round. The marks that they leave on this phone carry the time as the server
// would say it, so that they stand in order among those of other phones.
export async function record(code, records) {
  const made_at = new Date(now()).toISOString();
  const marks = records.map((one) => ({ ...one, made_at, own: true }));
  await keep(records, code, marks);
  tell("marks", { code, marks });
}
