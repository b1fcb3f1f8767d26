// Days to come back to a friend: kept here, and put into the supporter's own calendar if they like.

import { uuid7 } from "./ids.js";
import { t } from "./words.js";

export function inDays(days) {
  const day = new Date();
  day.setDate(day.getDate() + Number(days));
  return isoDay(day);
}

const isoDay = (day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;

export const isDue = (friend) => Boolean(friend.again_on) && friend.again_on <= inDays(0);

// A file of one day (RFC 5545) for the device's calendar.
export function calendarFile(friend) {
  const day = friend.again_on.replaceAll("-", "");
  const stamp = `${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const words = t("calendar_words", { name: friend.name }).replace(/([\\;,])/g, "\\$1");
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Groundswell//Friends//EN", "BEGIN:VEVENT",
    `UID:${uuid7()}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:${words}`,
    "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT18H", `DESCRIPTION:${words}`, "END:VALARM", "END:VEVENT", "END:VCALENDAR", "",
  ];
  return URL.createObjectURL(new Blob([lines.join("\r\n")], { type: "text/calendar" }));
}
