// Records wait here until the server says that it has them. Each is sealed and on the disk before
// the screen says so; only what the server names leaves; sending twice is storing once.

import { tell } from "./bus.js";
import { heardTime, now } from "./clock.js";
import { ask } from "./server.js";
import { beginShift, deviceId, keysOf, shift, wipe } from "./shift.js";
import { keepSmall, readAll, readOf, write } from "./store.js";
import { seal, unseal } from "./vault.js";
import { settings } from "./words.js";

const AT_ONCE = 100;
const LONGEST_PAUSE = 30_000;

let waiting = 0;
let trouble = "";
let failures = 0;
let timer = 0;
let running;
const stuck = new Set(); // refused by themselves: kept, shown, and not sent again before a reload

// {waiting, trouble}: how many, and why they do not go ("offline", "signed-out" or nothing).
export const state = () => ({ waiting, trouble, stuck: stuck.size });

export async function recallWaiting() {
  waiting = (await readAll("waiting")).length;
  tell("saved", state());
}

// Keeps records with the marks they leave on their round, all or nothing; then sends.
export async function keep(records, round = "", marked = []) {
  const owner = shift;
  const [rows, marks] = await Promise.all([
    Promise.all(records.map((record) => sealedRecord(record, owner))),
    Promise.all(marked.map((mark) => sealedMark(mark, round, owner))),
  ]);
  await write(["waiting", "marks", "keys"], (outgoing, known, keys) => {
    for (const row of rows) outgoing.put(row);
    for (const mark of marks) known.put(mark);
    const asked = keys.count(owner.shift);
    asked.onsuccess = () => asked.result || keys.put({ ...owner, rounds: null });
  });
  waiting += rows.length;
  tell("saved", state());
  failures = 0;
  setTimeout(flush);
}

const sealedRecord = async (record, owner) => ({ id: record.id, shift: owner.shift, ...(await seal(owner.records, record)) });

export async function sealedMark(mark, round, owner = shift) {
  return { id: mark.id, round, shift: owner.shift, ...(await seal(owner.rounds, mark)) };
}

// One at a time, in all windows of the app.
export function flush() {
  running ??= locked(sendAll).finally(() => (running = undefined));
  return running;
}

const locked = (act) => (navigator.locks ? navigator.locks.request("groundswell.send", act) : act());

async function sendAll() {
  clearTimeout(timer);
  const before = trouble;
  try {
    while (waiting && (await sendSome()));
    trouble = "";
    failures = 0;
  } catch (failure) {
    trouble = failure.kind ?? "offline";
    failures += 1;
    const pause = Math.min(1000 * 2 ** (failures - 1), LONGEST_PAUSE);
    timer = setTimeout(flush, pause * (0.75 + Math.random() / 2));
  }
  waiting = (await readAll("waiting")).length;
  tell("saved", state());
  if (trouble === "barred") await wipe("barred");
  else if (trouble === "signed-out" && before !== trouble) tell("signed-out");
}

// The oldest first. True while there is more to send.
async function sendSome() {
  if (!shift) await knowWhose();
  const rows = (await readAll("waiting")).filter((row) => !stuck.has(row.id));
  const records = await opened(rows.slice(0, AT_ONCE));
  if (!records.length) return false;
  let answer;
  try {
    answer = await post(records);
  } catch (failure) {
    if (failure.kind !== "refused" && failure.kind !== "gone") throw failure;
    return sendOneByOne(records);
  }
  await leave(answer);
  return answer.stored.length + answer.refused.length + answer.flagged.length + answer.not_taken.length > 0;
}

// Whoever is barred hands in what they have with the pass that the phone carries.
const knowWhose = () => beginShift().catch((failure) => {
  if (failure.kind !== "barred") throw failure;
});

// One of them is not to the server's liking: the others must not wait for it.
async function sendOneByOne(records) {
  for (const record of records) {
    try {
      await leave(await post([record]));
    } catch (failure) {
      if (failure.kind !== "refused" && failure.kind !== "gone") throw failure;
      stuck.add(record.id);
    }
  }
  return true;
}

const post = async (records) =>
  ask(settings.api + "records", {
    app_version: settings.version,
    device: await deviceId(),
    clock: new Date().toISOString(),
    records,
  });

async function leave({ stored, refused, flagged, not_taken, wipe: barred, now: told }) {
  heardTime(told);
  await keepSmall("contact", now());
  const ids = [...stored, ...refused.map((one) => one.id), ...flagged.map((one) => one.id)];
  const rows = (await Promise.all(ids.map((id) => readOf("waiting", "id", id)))).flat();
  await write(["waiting"], (outgoing) => rows.forEach((row) => outgoing.delete(row.place)));
  for (const { id } of not_taken) stuck.add(id);
  for (const { sentence } of [...refused, ...flagged, ...not_taken]) tell("told", sentence);
  if (barred) await wipe("barred");
}

// What of these rows is this member's and can be opened: another's wait for their own sign-in.
export async function opened(rows) {
  const keys = new Map();
  const records = [];
  for (const row of rows) {
    if (!keys.has(row.shift)) keys.set(row.shift, await keysOf(row.shift));
    const key = keys.get(row.shift);
    if (!key || (shift && key.member !== shift.member)) continue;
    const record = await unseal(key.records, row);
    if (record) records.push(record);
  }
  return records;
}

// Sends at once; whether everything is with the server now.
export async function keepNow() {
  await flush();
  return waiting === 0;
}
