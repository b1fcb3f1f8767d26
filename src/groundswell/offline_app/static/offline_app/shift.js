// Whose phone it is for now: the keys of the shift, and when everything is wiped.

import { tell } from "./bus.js";
import { heardTime, now } from "./clock.js";
import { uuid7 } from "./ids.js";
import { ask, carryPass } from "./server.js";
import { keepSmall, put, read, small, write } from "./store.js";
import { keysFrom } from "./vault.js";
import { settings } from "./words.js";

const DAY = 24 * 3600 * 1000;

// The keys row of the shift that runs: {shift, member, name, rounds, records, file, until, wipeAfter}
// where `shift` is "member/day": a day's keys are the same however often they are asked for.
export let shift;

// From the phone's own memory, without the network.
export async function recallShift() {
  carryPass(await small("pass"));
  const running = await small("shift");
  shift = running && (await read("keys", running));
  if (shift) await wipeIfOver();
  return shift;
}

// From the server: the keys of today's shift. Throws Trouble.
export async function beginShift() {
  const before = shift?.shift;
  const told = await ask(settings.api + "shift", { device: await deviceId() });
  if (shift && shift.member !== told.member.id) await wipe("other");
  heardTime(told.now);
  await Promise.all([keepSmall("contact", now()), keepSmall("pass", told.app_pass)]);
  carryPass(told.app_pass);
  shift = {
    ...(shift?.shift === nameOf(told) ? shift : await rowFrom(told)),
    name: told.member.name,
    until: Date.parse(told.shift_until),
    wipeAfter: told.wipe_after_days,
  };
  await put("keys", shift);
  await keepSmall("shift", shift.shift);
  if (shift.shift !== before) tell("shift");
  return shift;
}

// The keys of an earlier day of this member's, so that what still waits can be opened and sent.
export async function keysOf(name) {
  const kept = await read("keys", name);
  if (kept || !shift) return kept;
  const [member, day] = name.split("/");
  if (Number(member) !== shift.member) return undefined;
  try {
    const row = await rowFrom(await ask(settings.api + "shift", { device: await deviceId(), day }));
    await put("keys", { ...row, rounds: null });
    return row;
  } catch (failure) {
    if (failure.kind === "refused") return undefined;
    throw failure;
  }
}

const nameOf = (told) => `${told.member.id}/${told.day}`;

const rowFrom = async (told) => ({ shift: nameOf(told), member: told.member.id, device: told.device, day: told.day, ...(await keysFrom(told)) });

export async function deviceId() {
  const kept = await small("device");
  if (kept) return kept;
  const made = uuid7();
  await keepSmall("device", made);
  return made;
}

export async function wipeIfOver() {
  if (!shift) return;
  const silent = now() - ((await small("contact")) ?? now());
  if (now() > shift.until || silent > shift.wipeAfter * DAY) await wipe("over");
}

// Rounds, marks and batches go, and the keys. Records that still wait stay sealed. At a shift's end
// their own keys stay as well, for a phone that finds no network to save them as a file; otherwise
// the next sign-in brings the keys back. In one transaction: what is being saved at this moment is
// either among those that wait, or brings its keys along (outbox.js).
export async function wipe(why) {
  const everything = ["waiting", "rounds", "marks", "batches", "keys", "small"];
  await write(everything, (waiting, rounds, marks, batches, keys, settled) => {
    for (const store of [rounds, marks, batches]) store.clear();
    given(waiting.getAll(), (rows) => {
      const needed = new Set(why === "over" ? rows.map((row) => row.shift) : []);
      given(keys.getAll(), (kept) => {
        for (const row of kept) {
          if (needed.has(row.shift)) keys.put({ ...row, rounds: null });
          else keys.delete(row.shift);
        }
      });
    });
    given(settled.getAllKeys(), (names) => {
      for (const name of names) if (/^(shift$|place:|draft:|buddy$|checked-in$)/.test(name)) settled.delete(name);
    });
  });
  shift = undefined;
  tell("wiped", why);
}

function given(request, act) {
  request.onsuccess = () => act(request.result);
}
