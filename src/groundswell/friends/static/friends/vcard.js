// vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350), as telephones and address books write them: folded
// lines, quoted-printable, groups ("item1.TEL"), any charset that the browser can read.

export function contactsInVcard(text) {
  const contacts = [];
  let card;
  for (const line of unfolded(text)) {
    const told = lineOf(line);
    if (!told) continue;
    if (told.name === "BEGIN" && told.value.toUpperCase() === "VCARD") card = empty();
    else if (told.name === "END" && card) {
      contacts.push(card);
      card = undefined;
    } else if (card) take(card, told);
  }
  return contacts.filter((one) => one.name || one.phones.length || one.emails.length);
}

export const empty = () => ({ name: "", surname: "", forename: "", phones: [], emails: [], postcodes: [], address: "" });

// A line goes on where the next begins with a blank, and in quoted-printable where it ends in "=".
function unfolded(text) {
  const lines = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = lines.length - 1;
    if (last >= 0 && /^[ \t]/.test(line)) lines[last] += line.slice(1);
    else if (last >= 0 && lines[last].endsWith("=") && /QUOTED-PRINTABLE/i.test(lines[last].split(":")[0])) {
      lines[last] = lines[last].slice(0, -1) + line;
    } else lines.push(line);
  }
  return lines;
}

// "item1.TEL;TYPE=CELL:07700 900123" as { name, value }; the value decoded, not yet unescaped.
function lineOf(line) {
  const colon = outsideQuotes(line, ":");
  if (colon < 0) return undefined;
  const [name, ...given] = line.slice(0, colon).split(";");
  const how = given.map((one) => one.toUpperCase());
  const value = line.slice(colon + 1);
  const printable = how.some((one) => /(^|=)(QUOTED-PRINTABLE|Q)$/.test(one));
  const charset = how.find((one) => one.startsWith("CHARSET="))?.slice(8).replaceAll('"', "");
  return { name: name.split(".").pop().trim().toUpperCase(), value: printable ? decoded(value, charset) : value };
}

function outsideQuotes(line, sign) {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === sign && !quoted) return at;
  }
  return -1;
}

function decoded(value, charset = "UTF-8") {
  const bytes = [];
  for (let at = 0; at < value.length; at++) {
    const hex = value[at] === "=" ? /^[0-9A-F]{2}/i.exec(value.slice(at + 1, at + 3)) : null;
    if (hex) at += 2;
    if (hex) bytes.push(parseInt(hex[0], 16));
    else bytes.push(...new TextEncoder().encode(value[at]));
  }
  try {
    return new TextDecoder(charset).decode(new Uint8Array(bytes));
  } catch {
    return new TextDecoder().decode(new Uint8Array(bytes));
  }
}

// The parts between ";" that are not escaped, each unescaped.
const parts = (value) => (value.match(/(?:\\.|[^;\\])*(;|$)/g) ?? []).map((one) => plain(one.replace(/;$/, "")));

const plain = (value) => value.replace(/\\n/gi, "\n").replace(/\\(.)/g, "$1").trim();

function take(card, { name, value }) {
  if (name === "FN") card.name ||= plain(value);
  else if (name === "N") {
    const [surname = "", forename = ""] = parts(value);
    Object.assign(card, { surname, forename });
    card.name ||= `${forename} ${surname}`.trim();
  } else if (name === "TEL") add(card.phones, plain(value).replace(/^tel:/i, ""));
  else if (name === "EMAIL") add(card.emails, plain(value).replace(/^mailto:/i, ""));
  else if (name === "ADR") card.address += ` ${parts(value).join(" ")}`;
}

function add(list, value) {
  if (value && !list.includes(value)) list.push(value);
}
