// One friend: a message made one's own, how it went, a note, a day to come back, and what to share.

import { button, field, h, link, say } from "./dom.js";
import { matters } from "./home.js";
import { calendarFile, inDays } from "./reminders.js";
import { beginnings, firstName, waysTo } from "./sending.js";
import { matchSoon, remove, save } from "./state.js";
import { sharing } from "./telling.js";
import { group, onDay, page, t } from "./words.js";

export function friendPage(friend) {
  const how = h("section.stack");
  const share = h("section.stack");
  const draw = () => {
    how.replaceChildren(...howItWent(friend, draw));
    share.replaceChildren(...sharing(friend, draw));
  };
  draw();
  return [
    h("p", {}, h("a", { href: "#/" }, `← ${t("back")}`)),
    h("h1", { id: "friend", tabindex: "-1" }, friend.name),
    matters(friend) && h("p.friends-matters", {}, t("matters")),
    message(friend, draw),
    how,
    share,
    details(friend, draw),
    button(t("remove", { name: friend.name }), { kind: "quiet", onclick: () => void remove(friend).then(() => (location.hash = "#/")) }),
  ].filter(Boolean);
}

function message(friend, draw) {
  const starts = beginnings(friend);
  const words = field(t("message"), { tag: "textarea", hint: t("own_words"), rows: "5" });
  words.input.value = friend.message ?? starts[0];
  const ways = h("div.friends-ways");
  const wrote = async () => {
    friend.wrote_at = new Date().toISOString();
    friend.message = words.input.value;
    await save(friend);
    draw();
  };
  const drawWays = () => ways.replaceChildren(...buttons(friend, words.input.value, wrote));
  words.input.addEventListener("input", drawWays);
  const choose = (text) => {
    words.input.value = text;
    drawWays();
    words.input.focus();
  };
  drawWays();
  const offered = starts.length > 1 && h("div.friends-offers", {}, h("p.quiet", {}, t("suggested", { organisation: page.organisation })), starts.map((text, at) => offer(text, at === starts.length - 1, choose)));
  return h("section.stack", {}, offered, words.element, ways, h("p.quiet", {}, t("sent_by_you")));
}

const offer = (text, own, choose) => h("button.friends-offer", { onclick: () => choose(text) }, own ? t("own") : text);

function buttons(friend, text, wrote) {
  const shown = waysTo(friend, text).map(([name, href], at) => {
    const one = link(t(name), href, at === 0 ? "primary" : "plain");
    one.addEventListener("click", () => void wrote());
    return one;
  });
  if (navigator.share) shown.push(button(t("share_sheet"), { onclick: () => void navigator.share({ text }).then(wrote, () => {}) }));
  shown.push(button(t("copy"), { onclick: () => void navigator.clipboard.writeText(text).then(() => say(t("copied"))).then(wrote) }));
  return shown;
}

function howItWent(friend, draw) {
  const note = field(t("note"), { tag: "textarea", rows: "2", maxlength: "1000" });
  note.input.value = friend.note;
  note.input.addEventListener("change", () => {
    friend.note = note.input.value;
    void save(friend).then(() => say(t("noted")));
  });
  const said = (key) => async () => {
    friend.outcome = key;
    friend.said_at = new Date().toISOString();
    if (key === "talked" || key === "rather_not") friend.again_on = "";
    else friend.again_on ||= inDays(key === "no_answer" ? 3 : 7);
    await save(friend);
    say(t("noted"));
    draw();
  };
  const choices = group("outcomes").map(([key, words]) => h("button.choice", { "aria-pressed": String(friend.outcome === key), onclick: () => void said(key)() }, h("span.choice-words", {}, words)));
  return [h("h2", {}, t("how")), h("div.choices.friends-how", {}, choices), note.element, ...again(friend, draw)];
}

function again(friend, draw) {
  const on = (day) => async () => {
    friend.again_on = day;
    await save(friend);
    draw();
  };
  const days = group("again").map(([days_, words]) => button(words, { onclick: () => void on(inDays(days_))() }));
  const set = friend.again_on && h("p.row", {}, h("strong", {}, t("again_on", { day: onDay(friend.again_on) })), h("a.button.button--quiet", { href: calendarFile(friend), download: "reminder.ics" }, t("calendar")), button(t("not_again"), { kind: "quiet", onclick: () => void on("")() }));
  const choosing = h("details.disclosure", { open: friend.outcome === "later" && !friend.again_on }, h("summary", {}, t("again", { name: firstName(friend) })), h("div.row.disclosure-body", {}, days));
  return [set, choosing].filter(Boolean);
}

// What is known of them, to be put right; it stays here.
function details(friend, draw) {
  const kinds = [["phones", "phone_label", "tel"], ["emails", "email_label", "email"], ["postcodes", "postcode_label", "text"]];
  const fields = kinds.map(([name, label, type]) => {
    const { element, input } = field(t(label), { type, autocomplete: "off" });
    input.value = friend[name][0] ?? "";
    input.addEventListener("change", () => {
      friend[name] = [input.value.trim(), ...friend[name].slice(1)].filter(Boolean);
      friend.matched = false;
      void save(friend).then(draw).then(matchSoon);
    });
    return element;
  });
  return h("details.disclosure", {}, h("summary", {}, t("details")), h("div.disclosure-body", {}, fields));
}
