// Keeping in touch with the server: while the app is seen it hears every 15 seconds what other
// phones did, sends what waits, and notices when the shift is over.

import { hear, tell } from "./bus.js";
import { roundInHand } from "./inhand.js";
import { flush } from "./outbox.js";
import { hearOthers } from "./rounds.js";
import { beginShift, shift, wipe, wipeIfOver } from "./shift.js";
import { settings } from "./words.js";

const EVERY = 15_000;
const RENEW = 30 * 60_000;

let renewed = 0;
let asking = false;

export function keepInTouch() {
  hear("signed-out", () => shift && wipe("signed-out"));
  // Whoever takes the phone up again may have signed in as somebody else.
  const again = () => document.hidden || ((renewed = 0), touch());
  document.addEventListener("visibilitychange", again);
  for (const event of ["online", "pageshow"]) addEventListener(event, again);
  setInterval(touch, EVERY);
  register();
}

export async function touch() {
  if (document.hidden || asking) return;
  asking = true;
  try {
    await wipeIfOver();
    if (!shift) return;
    if (Date.now() - renewed > RENEW) {
      await beginShift();
      renewed = Date.now();
    }
    const round = roundInHand();
    if (round) await hearOthers(round.code);
    await flush();
  } catch (failure) {
    if (failure.kind === "barred") await flush().then(() => wipe("barred"));
    else if (failure.kind === "signed-out") await wipe("signed-out");
    else if (!failure.kind) throw failure;
  } finally {
    asking = false;
  }
}

// The worker answers without a network from the second visit on; a new version waits for its turn.
async function register() {
  if (!navigator.serviceWorker) return;
  try {
    const worker = await navigator.serviceWorker.register(settings.worker, { scope: settings.scope });
    document.addEventListener("visibilitychange", () => document.hidden || worker.update().catch(() => {}));
    await navigator.serviceWorker.ready;
    document.documentElement.dataset.offline = "ready";
    tell("offline-ready");
  } catch {
    // Without a network, or in a private window: the app works on as a page.
  }
}
