// The start: what the phone holds is shown first, without waiting for any network.

import { hear } from "./bus.js";
import { recallClock } from "./clock.js";
import { sheet } from "./dom.js";
import { keepInTouch, touch } from "./contact.js";
import { recallWaiting } from "./outbox.js";
import { begin, show, showOut } from "./router.js";
import { beginShift, recallShift, shift } from "./shift.js";
import { endSession } from "./signing.js";
import { recallWhereabouts } from "./whereabouts.js";
import { t } from "./words.js";
import "./frame.js";

sheet.closeWord = t("close");

hear("wiped", (why) => showOut(why || "signed-out"));
hear("shift", () => begin());

async function start() {
  try {
    await Promise.all([recallClock(), recallWaiting()]);
    await recallShift();
  } catch {
    return show({ main: [t("no_storage")] });
  }
  if (shift) {
    begin();
    recallWhereabouts();
  }
  keepInTouch();
  await endSession();
  await (shift ? touch() : firstContact());
}

async function firstContact() {
  try {
    await beginShift();
  } catch (failure) {
    showOut(failure.kind === "offline" ? "offline" : "");
  }
}

start();
