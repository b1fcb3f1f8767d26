// Address books in CSV, as Google and Outlook export them, or any with telling headings.

import { empty } from "./vcard.js";

const HEADINGS = {
  name: /^(name|full name|display name|file as|enw)$/,
  forename: /^(first name|given name|forename)$/,
  surname: /^(last name|family name|surname)$/,
  phones: /phone.*(value)?|^mobile|^tel(ephone)?$/,
  emails: /e-?mail/,
  address: /address|postal code|postcode|zip/,
};
// Columns that say what kind of number another column holds.
const ABOUT = /(type|label|display name)$/;

export function contactsInCsv(text) {
  const [headings = [], ...rows] = rowsOf(text.replace(/^\ufeff/, ""));
  const columns = headings.map(meaningOf);
  if (!columns.some(Boolean)) return [];
  return rows.map((row) => contactIn(row, columns)).filter((one) => one.name || one.phones.length || one.emails.length);
}

function meaningOf(heading) {
  const told = heading.trim().toLowerCase();
  if (HEADINGS.name.test(told)) return "name";
  if (ABOUT.test(told)) return undefined;
  return Object.keys(HEADINGS).find((one) => HEADINGS[one].test(told));
}

function contactIn(row, columns) {
  const contact = empty();
  row.forEach((value, at) => {
    const meaning = columns[at];
    if (!meaning || !value.trim()) return;
    // Google joins several numbers of one kind by " ::: ".
    if (meaning === "phones" || meaning === "emails") contact[meaning].push(...value.split(":::").map((one) => one.trim()).filter(Boolean));
    else if (meaning === "address") contact.address += ` ${value}`;
    else contact[meaning] ||= value.trim();
  });
  contact.name ||= `${contact.forename} ${contact.surname}`.trim();
  return contact;
}

// Rows of cells; commas, semicolons or tabs, whichever the first line has most of.
export function rowsOf(text) {
  const first = text.split(/\r?\n/, 1)[0];
  const between = [",", ";", "\t"].sort((one, other) => first.split(other).length - first.split(one).length)[0];
  const rows = [];
  let row = [];
  let cell = "";
  let quoted = false;
  const ended = () => {
    row.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[at++];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === between) ended();
    else if (!quoted && (sign === "\n" || sign === "\r")) {
      if (sign === "\r" && text[at + 1] === "\n") at++;
      ended();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  if (cell || row.length) {
    ended();
    rows.push(row);
  }
  return rows.filter((one) => one.some((value) => value.trim()));
}
