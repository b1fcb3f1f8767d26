// The phone's clock may be wrong by a day; the server's word on the time is remembered.

import { keepSmall, small } from "./store.js";

let skew = 0;

export async function recallClock() {
  skew = (await small("skew")) ?? 0;
}

// Milliseconds now, as the server would say.
export const now = () => Date.now() + skew;

// The phone's own word on the time, for records: the server sets it right and keeps both.
export const deviceNow = () => new Date().toISOString();

// How many seconds the phone's clock is ahead of the server's, as far as it knows.
export const clockAhead = () => Math.round(-skew / 1000);

export function heardTime(iso) {
  const told = Date.parse(iso) - Date.now();
  if (!Number.isFinite(told)) return;
  const moved = Math.abs(told - skew) > 5000;
  skew = told;
  if (moved) keepSmall("skew", skew);
}
