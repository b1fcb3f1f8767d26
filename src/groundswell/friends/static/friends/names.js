// Names as people keep them and as a register prints them: the same as rules/names.py, from the
// same table, held together by a test.

const LEFT = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" };
const ENOUGH = 4;
const MOST_FORENAMES = 4;

export function namesFrom(table) {
  const sounds = table.sounds.map(([pattern, by]) => [new RegExp(pattern, "g"), by]);
  const titles = new Set(table.titles);
  const particles = new Set(table.particles);
  const nicknames = inFull(table.nicknames);

  function sound(name) {
    for (const [pattern, by] of sounds) name = name.replace(pattern, by);
    const bones = name.slice(0, 1) + name.slice(1).replaceAll("a", "");
    return bones.length >= ENOUGH ? bones : name;
  }

  const forenames = (name) => unique((nicknames.get(name) ?? [name]).map(sound));

  function words(text) {
    let found = text.split(/[\s.]+/).filter((word) => fold(word));
    while (found.length > 1 && titles.has(fold(found[0]))) found = found.slice(1);
    return found;
  }

  const isForename = (word) => nicknames.has(fold(word));

  // The ways to read a whole name, surest first.
  function namesIn(text) {
    text = text.replace(MARKS, " ");
    const comma = text.indexOf(",");
    if (comma >= 0 && words(text.slice(comma + 1)).length) {
      return named(words(text.slice(0, comma)).join(" "), words(text.slice(comma + 1))[0]);
    }
    const all = words(text);
    if (all.length < 2) return [];
    const last = all.length - 1;
    let start = last;
    while (start > 1 && particles.has(fold(all[start - 1]))) start--;
    const ways = named(start < last ? all.slice(start).join("") : all[last], all[0]);
    if (all.length > 2 && start === last) ways.push(...named(`${all[last - 1]}-${all[last]}`, all[0]).slice(0, 1));
    if (all.length === 2 && isForename(all[1]) && !isForename(all[0])) ways.push(...named(all[0], all[1]));
    return uniqueNames(ways);
  }

  function namesOf(surname, forename) {
    if (!surname.trim() || !forename.trim()) return namesIn(surname || forename);
    const given = words(forename.replace(MARKS, " "));
    return given.length ? named(words(surname.replace(MARKS, " ")).join(" "), given[0]) : [];
  }

  return { sound, forenames, namesIn, namesOf };
}

const MARKS = /\(.*?\)|\[.*?\]|\d+/g;

export function fold(text) {
  const flat = text.normalize("NFKD").toLowerCase().replaceAll("ß", "ss");
  return flat.replace(/[øłđðþæœı]/g, (sign) => LEFT[sign]).replace(/[^\p{L}]/gu, "");
}

function named(surname, forename) {
  const given = fold(forename);
  return given ? surnames(surname).map((one) => ({ surname: one, forename: given })) : [];
}

function surnames(text) {
  const parts = text.split(/[-\u2010-\u2015]/).map(fold);
  return unique([fold(text), ...parts.filter((part) => part.length > 2)].filter(Boolean));
}

const unique = (list) => [...new Set(list)];

function uniqueNames(list) {
  const seen = new Set();
  return list.filter(({ surname, forename }) => !seen.has(`${surname} ${forename}`) && seen.add(`${surname} ${forename}`));
}

function inFull(groups) {
  const found = new Map();
  for (const group of groups) {
    const [full, ...short] = group.split(" ");
    for (const name of [full, ...short]) {
      if (!found.has(name)) found.set(name, []);
      if (name === full) found.get(name).unshift(full);
      else found.get(name).push(full);
    }
  }
  for (const [name, full] of found) found.set(name, full.slice(0, MOST_FORENAMES));
  return found;
}
