// The supporter's friends on their own device, sealed: each lies encrypted (AES-GCM) under a key that
// the browser keeps in a form no script can read out. Nobody else's account on this device opens it.

import { page } from "./words.js";

const NAME = `groundswell-friends-${page.member}`;
const text = new TextEncoder();
let opening;
let key;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("keys");
      asked.result.createObjectStore("friends");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opening;
}

async function request(name, mode, ask) {
  const store = (await database()).transaction(name, mode, { durability: "strict" }).objectStore(name);
  return new Promise((resolve, reject) => {
    const asked = ask(store);
    store.transaction.oncomplete = () => resolve(asked.result);
    store.transaction.onabort = () => reject(store.transaction.error);
  });
}

async function sealing() {
  key ??= await request("keys", "readonly", (store) => store.get("key"));
  if (!key) {
    key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await request("keys", "readwrite", (store) => store.put(key, "key"));
  }
  return key;
}

export async function keep(friend) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await sealing(), text.encode(JSON.stringify(friend)));
  await request("friends", "readwrite", (store) => store.put({ iv, body }, friend.id));
}

export const drop = (id) => request("friends", "readwrite", (store) => store.delete(id));

// All friends kept here; none where the browser keeps nothing.
export async function kept() {
  const rows = await request("friends", "readonly", (store) => store.getAll());
  const secret = await sealing();
  const opened = rows.map(async ({ iv, body }) => {
    try {
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, secret, body)));
    } catch {
      return undefined;
    }
  });
  return (await Promise.all(opened)).filter(Boolean);
}

// Friends, notes and the key they were sealed with.
export async function wipe() {
  (await database()).close();
  opening = key = undefined;
  await new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = asked.onblocked = () => resolve();
    asked.onerror = () => reject(asked.error);
  });
}
