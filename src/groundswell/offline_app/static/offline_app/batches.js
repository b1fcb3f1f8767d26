// Phone bank batches on the phone, sealed like rounds.

import { keep } from "./outbox.js";
import { ask } from "./server.js";
import { shift } from "./shift.js";
import { put, read, readAll } from "./store.js";
import { seal, unseal } from "./vault.js";
import { uuid7 } from "./ids.js";
import { settings } from "./words.js";

const url = (joinCode) => `${settings.api}batch/${encodeURIComponent(joinCode)}`;

// The batch as the phone has it, else as the server has it. Throws Trouble.
export async function heldBatch(joinCode) {
  const row = await read("batches", joinCode);
  const held = row?.shift === shift.shift ? await unseal(shift.rounds, row) : undefined;
  const open = held && (held.draft || held.people.some(({ elector }) => !(elector in held.done)));
  return open ? held : taken(await ask(url(joinCode)));
}

// The next people; asking twice with one key is asking once. Throws Trouble.
export const claimMore = async (joinCode) => taken(await ask(`${url(joinCode)}/claim`, { key: uuid7() }));

async function taken(told) {
  const batch = { ...told, done: {} };
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
  return (await Promise.all(rows.map((row) => unseal(shift.rounds, row)))).filter(Boolean);
}
