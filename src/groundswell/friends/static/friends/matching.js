// Which contacts matter most now: worked out here. Out go points that look random, always so many at
// a time; in come whole filters. Nothing of a contact is in either.

import { blindHashes } from "./blind.js";
import { keysOf } from "./keys.js";
import { sieveFrom } from "./sieve.js";

// "now" for a contact known by number, address or place; "near" for a name alone, of which only the
// supporter knows whose it is; "" for the rest. Calls `onDone(done, all)` as it goes.
export async function match(contacts, { names, dialling, url, token, onDone = () => {} }) {
  const { batch, sieves } = await json(url);
  if (!sieves.length) return undefined;
  const keys = contacts.map((contact) => keysOf(contact, names, dialling));
  const each = [...new Set(keys.flat())].sort((one, other) => rank(one) - rank(other));
  const found = new Set();
  for (const [hash, some] of grouped(sieves)) {
    const ask = (points) => bytes(hash, { method: "POST", body: points, headers: { "X-CSRFToken": token, "Content-Type": "application/octet-stream" } });
    const fetched = Promise.all(some.map((sieve) => bytes(sieve.url)));
    fetched.catch(() => {});
    const hashes = await blindHashes(each, { batch, ask, onDone: (done) => onDone(done, each.length) });
    const tests = (await fetched).map(sieveFrom);
    each.forEach((key, at) => tests.some((test) => test(hashes[at])) && found.add(key));
  }
  return keys.map((some) => meaning(some.filter((key) => found.has(key))));
}

const rank = (key) => "pehon".indexOf(key[0]);

const meaning = (keys) => (keys.some((key) => !key.startsWith("n:")) ? "now" : keys.length ? "near" : "");

function grouped(sieves) {
  const by = new Map();
  for (const sieve of sieves) by.set(sieve.hash, [...(by.get(sieve.hash) ?? []), sieve]);
  return by;
}

async function json(url) {
  return (await asked(url)).json();
}

async function bytes(url, how) {
  return new Uint8Array(await (await asked(url, how)).arrayBuffer());
}

async function asked(url, how = {}) {
  const answer = await fetch(url, { ...how, redirect: "error", credentials: "same-origin" });
  if (!answer.ok) throw new Error(await reason(answer));
  return answer;
}

// The sentence that a refusal carries.
async function reason(answer) {
  const told = await answer.text();
  if (!(answer.headers.get("Content-Type") ?? "").includes("json")) return `${answer.status}`;
  const { detail, message } = JSON.parse(told);
  return detail ?? message ?? `${answer.status}`;
}
