// Phone bank batches on the phone, sealed like rounds.

import { now } from "./clock.js";
import { keep } from "./outbox.js";
import { ask } from "./server.js";
import { shift } from "./shift.js";
import { drop, put, read, readAll } from "./store.js";
import { seal, unseal } from "./vault.js";
import { uuid7 } from "./ids.js";
import { settings } from "./words.js";

const url = (joinCode) => `${settings.api}batch/${encodeURIComponent(joinCode)}`;

// What leaves the others of a home free to be asked for in the same call.
const RESTS_NOT = ["spoke", "call_back"];

// Who is still to call. After a try that came to nothing, the others of that home rest as well.
export function leftToCall({ people, done, came = {} }) {
  const tried = people.filter(({ elector }) => elector in done && !RESTS_NOT.includes(came[elector]));
  const resting = new Set(tried.map(({ same_home }) => same_home));
  return people.filter(({ elector, same_home }) => !(elector in done) && !resting.has(same_home));
}

// Its two hours are over; a call that goes on may be ended all the same.
export const isOver = (batch) => !batch.draft && now() > Date.parse(batch.expires_at);

// The batch as the phone has it, else as the server has it. Throws Trouble.
export async function heldBatch(joinCode) {
  const row = await read("batches", joinCode);
  const held = row?.shift === shift.shift ? await unseal(shift.rounds, row) : undefined;
  const open = held && !isOver(held) && (held.draft || leftToCall(held).length);
  return open ? held : taken(await ask(url(joinCode)));
}

// The next people; asking twice with one key is asking once. Throws Trouble.
export const claimMore = async (joinCode) => taken(await ask(`${url(joinCode)}/claim`, { key: uuid7() }));

async function taken(told) {
  const batch = { ...told, done: {}, came: {} };
  await settleBatch(batch);
  return batch;
}

export const settleBatch = async (batch) => put("batches", { join_code: batch.join_code, shift: shift.shift, ...(await seal(shift.rounds, batch)) });

// The record first: a batch that is out of step asks for a call twice, never loses one.
export async function keepCall(batch, record) {
  await keep([record]);
  await settleBatch(batch);
}

export async function heldBatches() {
  const rows = (await readAll("batches")).filter((row) => row.shift === shift?.shift);
  const held = (await Promise.all(rows.map((row) => unseal(shift.rounds, row)))).filter(Boolean);
  await Promise.all(held.filter(isOver).map((batch) => drop("batches", batch.join_code)));
  return held.filter((batch) => !isOver(batch));
}
