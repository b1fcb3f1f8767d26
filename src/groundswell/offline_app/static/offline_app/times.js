// When to come back, as people say it at a door.

import { atHour, onDay, t } from "./words.js";

// [{words, at}]: at is ISO; only times that are still to come.
export function comeBackTimes(now = new Date()) {
  const at = (days, hours) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hours);
  const toSaturday = (6 - now.getDay() + 7) % 7 || 7;
  const times = [
    ["in_an_hour", new Date(now.getTime() + 3_600_000)],
    ["this_evening", at(0, 18)],
    ["tomorrow_evening", at(1, 18)],
    ["on_saturday", at(toSaturday, 11)],
  ];
  return times
    .filter(([, moment]) => moment > now)
    .map(([words, moment]) => ({ words: t(words, { time: atHour(moment), day: onDay(moment) }), at: moment.toISOString() }));
}
