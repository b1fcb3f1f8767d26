// What a contact may be known by: the same keys as rules/keys.py. All of it stays on this device.

// A number as +441632960001; empty where it is none. `code` and `trunk` are those of this country.
export function phoneOf(text, { code, trunk }) {
  let told = text.replace(/\(0\)/g, "").replace(/(;|,|x|ext).*$/i, "").trim();
  const abroad = told.startsWith("+") || told.startsWith("00");
  let digits = told.replace(/\D/g, "");
  if (told.startsWith("00")) digits = digits.slice(2);
  if (!abroad) {
    if (!code || digits.length < 9) return "";
    if (trunk && digits.startsWith(trunk)) digits = digits.slice(trunk.length);
    else if (trunk === "0" && digits.startsWith(code) && digits.length > 11) digits = digits.slice(code.length);
    digits = code + digits;
  } else if (code && trunk === "0" && digits.startsWith(`${code}0`)) {
    digits = code + digits.slice(code.length + 1);
  }
  return digits.length >= 9 && digits.length <= 15 ? `+${digits}` : "";
}

const WHOLE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})$/;
const ANYWHERE = /\b([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][ABD-HJLNP-UW-Z]{2})\b/gi;

// "SS14 1AA"; empty where it is none.
export function postcodeOf(text) {
  const found = WHOLE.exec(text.toUpperCase().replace(/[^A-Z0-9]/g, ""));
  return found ? `${found[1]} ${found[2]}` : "";
}

// Every postcode that stands in an address.
export const postcodesIn = (text) => [...text.matchAll(ANYWHERE)].map(([, out, inward]) => `${out} ${inward}`.toUpperCase());

// contact: { name, surname, forename, phones, emails, postcodes }
export function keysOf(contact, names, dialling) {
  const told = contact.surname && contact.forename ? names.namesOf(contact.surname, contact.forename) : [];
  const ways = told.length ? told : names.namesIn(contact.name ?? "");
  const keys = [];
  for (const phone of contact.phones ?? []) keys.push(`p:${phoneOf(phone, dialling)}`);
  for (const email of contact.emails ?? []) keys.push(`e:${email.trim().toLowerCase()}`);
  for (const postcode of contact.postcodes ?? []) keys.push(...inAPlace(ways, postcodeOf(postcode), names));
  for (const { surname, forename } of ways) {
    if (forename.length > 1) for (const one of names.forenames(forename)) keys.push(`n:${names.sound(surname)}|${one}`);
  }
  return [...new Set(keys.filter((key) => key.length > 2))];
}

function inAPlace(ways, postcode, names) {
  const [outward, inward] = postcode.split(" ");
  if (!inward) return [];
  return ways.flatMap(({ surname, forename }) => {
    const full = names.forenames(forename);
    const sound = names.sound(surname);
    const at = [...new Set(full.map((one) => one.slice(0, 1)))].map((initial) => `h:${sound}|${initial}|${outward}${inward}`);
    return forename.length > 1 ? [...at, ...full.map((one) => `o:${sound}|${one}|${outward}`)] : at;
  });
}
