// What people read: translated by the server, kept in the page, filled in here.

const page = JSON.parse(document.getElementById("app").textContent);

export const settings = page.settings;

// The words of that name with {placeholders} filled in.
export function t(name, values = {}) {
  const words = page.texts[name];
  if (words === undefined) throw new Error(`No words named ${name}`);
  return words.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
}

// A group of words by key, such as the outcomes.
export const group = (name) => page.groups[name];

const day = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "short", day: "numeric", month: "short" });
const hour = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

export const onDay = (moment) => day.format(new Date(moment));
export const atHour = (moment) => hour.format(new Date(moment));

// Words of a script: {name} and the others that the organiser may use.
export const fill = (text, words) => (text ?? "").replace(/\{(\w+)\}/g, (all, key) => words[key] || all);
