// Keyed hashes made by the server without its seeing what is hashed: see rules/oblivious.py.

import { pointWith, secretAndInverse, times } from "./curve.js";

const SIZE = 32;
const TRIES = 200;
const text = new TextEncoder();

// Gives the first 32 bits of each key's hash, in order. `ask` sends exactly `batch` points and gets as
// many back; `onDone` hears how many keys are done. What is sent looks random, whatever the keys are.
export async function blindHashes(keys, { batch, ask, onDone = () => {} }) {
  const secret = await secretAndInverse();
  const found = [];
  let asking;
  for (let start = 0; start < keys.length; start += batch) {
    const some = keys.slice(start, start + batch);
    const sent = await hidden(some, secret.on, batch);
    const before = asking;
    asking = ask(sent).then((answer) => shown(answer, some.length, secret.off));
    asking.catch(() => {});
    if (before) {
      found.push(...(await before));
      onDone(found.length);
    }
  }
  if (asking) found.push(...(await asking));
  onDone(found.length);
  return found;
}

async function hidden(keys, secret, batch) {
  const sent = crypto.getRandomValues(new Uint8Array(batch * SIZE));
  await Promise.all(keys.map(async (key, at) => sent.set(await times(secret, await pointOf(key)), at * SIZE)));
  for (let at = keys.length; at < batch; at++) {
    const filling = sent.subarray(at * SIZE, (at + 1) * SIZE);
    while (!pointWith(filling)) crypto.getRandomValues(filling);
  }
  return sent;
}

async function shown(answer, many, secret) {
  return Promise.all(
    Array.from({ length: many }, async (_, at) => {
      const point = pointWith(answer.subarray(at * SIZE, (at + 1) * SIZE));
      const whole = await crypto.subtle.digest("SHA-256", await times(secret, point));
      return new DataView(whole).getUint32(0);
    }),
  );
}

// The point of the curve that stands for a key: SHA-256 of a counter and the key, until it is one.
export async function pointOf(key) {
  const told = text.encode(key);
  const tried = new Uint8Array(told.length + 1);
  tried.set(told, 1);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    tried[0] = attempt;
    const point = pointWith(new Uint8Array(await crypto.subtle.digest("SHA-256", tried)));
    if (point) return point;
  }
  throw new Error("no point was found");
}
