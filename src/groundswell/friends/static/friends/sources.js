// Where contacts come from: the browser's own picker, a file read here, names typed.

import { contactsInCsv } from "./csv.js";
import { postcodesIn } from "./keys.js";
import { contactsInVcard, empty } from "./vcard.js";

export const hasPicker = () => "contacts" in navigator && "select" in navigator.contacts;

// Contacts that somebody ticks in the browser's picker; it alone sees the rest.
export async function picked() {
  const can = await navigator.contacts.getProperties();
  const wanted = ["name", "tel", "email", "address"].filter((one) => can.includes(one));
  const chosen = await navigator.contacts.select(wanted, { multiple: true });
  return chosen.map(({ name = [], tel = [], email = [], address = [] }) =>
    ready({
      ...empty(),
      name: name[0] ?? "",
      phones: tel,
      emails: email,
      address: address.map((one) => [one.postalCode, ...(one.addressLine ?? [])].join(" ")).join(" "),
    }),
  );
}

// Contacts in a file: vCard or CSV, told apart by what is in it.
export async function inFile(file) {
  const text = decoded(await file.arrayBuffer());
  const found = /BEGIN:VCARD/i.test(text) ? contactsInVcard(text) : contactsInCsv(text);
  return found.map(ready);
}

// A name typed, with a number, an address or neither.
export function typed(name, reach) {
  const contact = { ...empty(), name: name.trim() };
  for (const one of reach.split(/[,;]/).map((part) => part.trim()).filter(Boolean)) {
    if (one.includes("@")) contact.emails.push(one);
    else if (/\d{5}/.test(one.replace(/[^\d]/g, ""))) contact.phones.push(one);
    else contact.address += ` ${one}`;
  }
  return ready(contact);
}

function ready({ address, ...contact }) {
  return { ...contact, postcodes: [...new Set([...contact.postcodes, ...postcodesIn(address)])] };
}

// Outlook writes windows-1252, some programs UTF-16.
function decoded(buffer) {
  const bytes = new Uint8Array(buffer);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
