// What is at hand: friends kept on this device, contacts read just now (in memory alone), and how far
// the matching has come.

import { uuid7 } from "./ids.js";
import { match } from "./matching.js";
import { namesFrom } from "./names.js";
import { drop, keep, kept, wipe } from "./store.js";
import { page, t } from "./words.js";

export const state = { friends: [], contacts: [], progress: undefined, trouble: "", opened: true, keeps: true };

const listeners = new Set();
const names = namesFrom(page.names);
const PAUSE = 2500;
const AT_ONCE = 12;
let soon;
let running;

export const listen = (listener) => listeners.add(listener);
export const changed = () => listeners.forEach((listener) => listener());

export async function begin() {
  try {
    state.friends = await kept();
  } catch {
    state.keeps = false;
  }
}

export const friendWith = (id) => state.friends.find((friend) => friend.id === id);

// Keeps a contact as a friend; one that is kept already comes back as it is.
export async function befriend(contact) {
  const there = state.friends.find((friend) => friend.id === contact.id || same(friend, contact));
  if (there) return there;
  const friend = { matters: "", near: null, outcome: "", note: "", again_on: "", share: {}, ...contact, id: contact.id ?? uuid7() };
  state.friends.push(friend);
  state.contacts = state.contacts.filter((one) => one !== contact);
  await save(friend);
  return friend;
}

const same = (one, other) => one.name.toLowerCase() === other.name.toLowerCase() && (one.phones[0] ?? "") === (other.phones[0] ?? "");

export async function save(friend) {
  if (state.keeps) await keep(friend).catch(() => (state.keeps = false));
  changed();
}

export async function remove(friend) {
  state.friends = state.friends.filter((one) => one !== friend);
  await drop(friend.id).catch(() => {});
  changed();
}

export async function forgetEverything() {
  Object.assign(state, { friends: [], contacts: [], progress: undefined, trouble: "" });
  await wipe().catch(() => {});
  changed();
}

// Contacts read from a file or picked; those kept already are passed over.
export async function take(contacts) {
  const known = (one) => state.friends.some((friend) => same(friend, one));
  const fresh = contacts.filter((one) => one.name && !known(one));
  state.contacts = [...state.contacts, ...fresh.map((one) => ({ ...one, id: uuid7(), matters: "", near: null }))];
  if (contacts.length <= AT_ONCE) for (const contact of [...state.contacts]) await befriend(contact);
  await matchNow();
}

// Friends typed one after another are matched together, shortly after the last.
export function matchSoon() {
  clearTimeout(soon);
  soon = setTimeout(() => void matchNow(), PAUSE);
}

export async function matchNow() {
  await running;
  running = work().finally(() => (running = undefined));
  await running;
}

async function work() {
  const people = [...state.friends.filter((friend) => !friend.matched), ...state.contacts];
  if (!people.length) return;
  state.trouble = "";
  state.progress = { done: 0, all: people.length };
  changed();
  const onDone = (done, all) => {
    state.progress = { done, all };
    changed();
  };
  try {
    const { dialling, token, urls } = page;
    const found = await match(people, { names, dialling, token, url: urls.matching, onDone });
    state.opened = found !== undefined;
    if (found) await settle(people, found);
  } catch (trouble) {
    state.trouble = trouble instanceof TypeError ? t("offline") : trouble.message;
  }
  state.progress = undefined;
  changed();
}

// Those who matter most are kept; the rest of an address book is not.
async function settle(people, found) {
  for (const [at, person] of people.entries()) {
    Object.assign(person, { matters: found[at], matched: true });
    if (friendWith(person.id)) await save(person);
    else if (person.matters === "now") await befriend(person);
  }
}
