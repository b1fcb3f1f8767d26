// Where the phone is, only while the canvasser allows it here and in the browser.

import { keepSmall, small } from "./store.js";

const FRESH = 60_000;

let watching = 0;
let last = null;

export const allowed = async () => Boolean(await small("location"));

export async function allow(yes) {
  await keepSmall("location", yes);
  if (yes) watch();
  else stop();
}

export function watch() {
  if (watching || !navigator.geolocation) return;
  watching = navigator.geolocation.watchPosition(
    ({ coords, timestamp }) => (last = { lat: coords.latitude, lon: coords.longitude, accuracy: Math.round(coords.accuracy), at: timestamp }),
    (refusal) => refusal.code === refusal.PERMISSION_DENIED && stop(),
    { maximumAge: 15_000, timeout: 30_000 },
  );
}

function stop() {
  navigator.geolocation?.clearWatch(watching);
  watching = 0;
  last = null;
}

// {lat, lon, accuracy} of the last minute, or null.
export function lastPlace() {
  if (!last || Date.now() - last.at > FRESH) return null;
  return { lat: last.lat, lon: last.lon, accuracy: last.accuracy };
}

export async function recallWhereabouts() {
  if (await allowed()) watch();
}
