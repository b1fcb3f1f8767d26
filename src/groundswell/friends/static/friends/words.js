// What people read: translated by the server, kept in the page, filled in here.

export const page = JSON.parse(document.getElementById("page").textContent);

// The words of that name with {placeholders} filled in.
export function t(name, values = {}) {
  const words = page.texts[name];
  if (words === undefined) throw new Error(`No words named ${name}`);
  return fill(words, values);
}

export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);

// Words in a group by their key, such as the four answers.
export const group = (name) => Object.entries(page.groups[name]);

const day = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });
export const onDay = (iso) => day.format(new Date(`${iso}T12:00:00`));
