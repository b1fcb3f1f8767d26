// A message on its way from the supporter's own phone: nothing here is sent by us.

import { phoneOf } from "./keys.js";
import { fill, page, t } from "./words.js";

export const firstName = (friend) => (friend.forename || friend.name).split(/[\s,]+/)[0];

// The organiser's suggestions with the names filled in; the last is an empty beginning of one's own.
export function beginnings(friend) {
  const values = { friend: firstName(friend), me: page.me };
  const suggested = page.openings.flatMap((opening) => opening.messages).map((text) => fill(text, values));
  return [...new Set(suggested), t("start_own", values)];
}

// [name, address] of each way that the friend's details allow.
export function waysTo(friend, text) {
  const phone = friend.phones.map((one) => phoneOf(one, page.dialling) || one)[0] ?? "";
  const body = encodeURIComponent(text);
  const ways = [
    ["sms", `sms:${phone}?&body=${body}`],
    ["whatsapp", `whatsapp://send?${phone.startsWith("+") ? `phone=${phone.slice(1)}&` : ""}text=${body}`],
  ];
  if (friend.emails.length || !phone) {
    const subject = encodeURIComponent(t("subject", { friend: firstName(friend) }));
    ways.push(["email", `mailto:${friend.emails[0] ?? ""}?subject=${subject}&body=${body}`]);
  }
  if (phone) ways.push(["call", `tel:${phone}`]);
  return ways;
}
