// All that waits, in one file that a desk can load: the words exactly as signed, and the signature
// made with the key of the shift. Nothing leaves the phone for being in a file.

import { opened } from "./outbox.js";
import { clockAhead } from "./clock.js";
import { keysOf } from "./shift.js";
import { readAll } from "./store.js";
import { sign } from "./vault.js";
import { settings } from "./words.js";

// A File, or undefined when nothing waits. Records of several shifts: the oldest shift's come first.
export async function signedFile() {
  const rows = await readAll("waiting");
  if (!rows.length) return undefined;
  const keys = await keysOf(rows[0].shift);
  const records = await opened(rows.filter((row) => row.shift === rows[0].shift));
  if (!keys || !records.length) return undefined;
  const { member, device, day } = keys;
  const signed = JSON.stringify({ member, device, day, app_version: settings.version, clock_ahead_seconds: clockAhead(), records });
  const whole = JSON.stringify({ signed, signature: await sign(keys.file, signed) });
  return new File([whole], `groundswell-${day}-${records.length}.json`, { type: "application/json" });
}
