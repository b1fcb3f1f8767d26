// One's friends: adding them, who matters most now, whom to come back to.

import { button, field, h, say } from "./dom.js";
import { isDue } from "./reminders.js";
import { hasPicker, inFile, picked, typed } from "./sources.js";
import { befriend, changed, forgetEverything, listen, matchNow, matchSoon, save, state, take } from "./state.js";
import { group, t } from "./words.js";

const FIVE = 5;
const SHOWN = 25;
const AT_FIRST = 8;
const parts = { status: h("div.stack", { tabindex: "-1" }), lists: h("div.stack"), five: h("span.friends-five"), foot: h("div"), read: "" };
let sought = "";
const wide = new Set();

export function home() {
  refresh();
  foot();
  return [promise(), parts.status, parts.lists, adding(), parts.foot];
}

export function refresh() {
  parts.five.textContent = state.friends.length < FIVE ? t("five_count", { count: state.friends.length }) : "";
  parts.status.replaceChildren(...status());
  parts.lists.replaceChildren(...lists());
  parts.foot.hidden = !state.friends.length && !state.contacts.length;
}

const promise = () =>
  h("details.disclosure.friends-promise", {}, h("summary", {}, t("promise")), h("p.disclosure-body", {}, t("promise_more")));

function adding() {
  const name = field(t("five_place"), { autocomplete: "off", autocapitalize: "words", enterkeyhint: "done", maxlength: "120", required: true });
  const reach = field(t("five_phone"), { autocomplete: "off", inputmode: "text", maxlength: "120" });
  const add = async (event) => {
    event.preventDefault();
    if (!name.input.value.trim()) return;
    const friend = await befriend(typed(name.input.value, reach.input.value));
    name.input.value = reach.input.value = "";
    name.input.focus();
    say(`${friend.name}: ${t("noted")}`);
    matchSoon();
  };
  const form = h("form.stack.stack--tight", { onsubmit: add }, name.element, reach.element, h("button.button.button--primary", { type: "submit" }, t("add")));
  return h(
    "section.card.friends-adding",
    {},
    h("h2.card-heading", {}, t("five_title"), parts.five),
    h("p.quiet", {}, t("five_words")),
    form,
    h("div.friends-sources", {}, hasPicker() && button(t("pick"), { onclick: () => void read(picked) }), fileButton()),
  );
}

function fileButton() {
  const input = h("input", { type: "file", accept: ".vcf,.csv,text/vcard,text/csv,text/x-vcard", id: "contacts-file" });
  input.addEventListener("change", () => input.files[0] && void read(() => inFile(input.files[0])).then(() => (input.value = "")));
  return h("div.field", {}, h("label", { for: "contacts-file" }, t("file")), h("p.hint", {}, t("file_hint")), input);
}

async function read(from) {
  parts.read = t("reading");
  changed();
  let contacts = [];
  try {
    contacts = await from();
  } catch (trouble) {
    if (trouble.name === "AbortError") contacts = undefined;
  }
  parts.read = contacts?.length === 0 ? t("none_read") : "";
  changed();
  if (!contacts?.length) return;
  await take(contacts);
  const now = state.friends.filter((friend) => friend.matters === "now").length;
  parts.read = t("loaded", { count: contacts.length, now });
  say(parts.read);
  changed();
}

function status() {
  const lines = [];
  if (parts.read) lines.push(h("p.quiet", { id: "read" }, parts.read));
  if (state.progress) {
    const { done, all } = state.progress;
    lines.push(h("p", {}, t("matching", { done, all })), h("progress.friends-progress", { max: all, value: String(done), "aria-label": t("matching", { done, all }) }));
  }
  if (state.trouble) lines.push(h("p", { role: "alert" }, t("match_failed", { why: state.trouble })), button(t("try_again"), { onclick: () => void matchNow() }));
  if (!state.opened) lines.push(h("p.quiet", {}, t("no_opening")));
  if (!state.keeps) lines.push(h("p", { role: "alert" }, t("no_store")));
  return lines;
}

function lists() {
  const due = state.friends.filter(isDue);
  const unsure = [...state.friends, ...state.contacts].filter((one) => one.matters === "near" && one.near === null);
  const rest = state.friends.filter((friend) => !due.includes(friend) && !unsure.includes(friend));
  const now = rest.filter(matters);
  const mine = rest.filter((friend) => !matters(friend));
  const others = state.contacts.filter((contact) => !unsure.includes(contact));
  return [
    section(t("due"), due, row),
    section(t("now"), now.sort(unwrittenFirst), row),
    section(t("near"), unsure, asked),
    section(t("mine"), mine.sort(unwrittenFirst), row),
    others.length > 0 && rest_(others),
  ].filter(Boolean);
}

export const matters = (friend) => friend.matters === "now" || (friend.matters === "near" && friend.near === true);

const unwrittenFirst = (one, other) => Boolean(one.wrote_at) - Boolean(other.wrote_at) || one.name.localeCompare(other.name);

// The first few; nobody has to look through all of them.
function section(title, people, drawn) {
  if (!people.length) return undefined;
  const some = wide.has(title) ? people : people.slice(0, AT_FIRST);
  const more = people.length - some.length;
  const all = () => {
    wide.add(title);
    changed();
  };
  return h(
    "section",
    {},
    h("h2.friends-title", {}, title, h("span.quiet", {}, ` ${people.length}`)),
    h("ul.friends-list", {}, some.map((one) => h("li", {}, drawn(one)))),
    more > 0 && button(t("show_all", { count: people.length }), { kind: "quiet", onclick: all }),
  );
}

function row(friend) {
  const outcome = group("outcomes").find(([key]) => key === friend.outcome)?.[1];
  const told = outcome ?? (friend.wrote_at ? t("written") : t("to_write"));
  return h("a.friends-row", { href: `#/${friend.id}` }, h("strong", {}, friend.name), h("span.quiet", {}, told));
}

// A name alone fits: whether this one lives here, only the supporter knows.
function asked(person) {
  const answer = (near) => async () => {
    person.near = near;
    if (near) await befriend(person);
    if (state.friends.includes(person)) await save(person);
    changed();
  };
  return h(
    "div.friends-row",
    {},
    h("strong", {}, person.name),
    h("span.friends-answers", {}, button(t("yes"), { onclick: answer(true), "aria-label": `${t("yes")}: ${person.name}` }), button(t("no"), { kind: "quiet", onclick: answer(false), "aria-label": `${t("no")}: ${person.name}` })),
  );
}

function rest_(others) {
  const search = field(t("find"), { type: "search", autocomplete: "off" });
  search.input.value = sought;
  const list = h("ul.friends-list");
  const draw = () => {
    sought = search.input.value;
    const found = others.filter((one) => one.name.toLowerCase().includes(sought.trim().toLowerCase()));
    list.replaceChildren(...found.slice(0, SHOWN).map((one) => h("li", {}, choice(one))));
    if (found.length > SHOWN) list.append(h("li.quiet", {}, t("more", { count: found.length - SHOWN })));
  };
  search.input.addEventListener("input", draw);
  draw();
  return h("details.disclosure", { open: sought !== "" }, h("summary", {}, `${t("others")} (${others.length})`), h("div.disclosure-body", {}, search.element, list));
}

function choice(contact) {
  const open = async () => {
    const friend = await befriend(contact);
    location.hash = `#/${friend.id}`;
  };
  return h("button.friends-row", { onclick: () => void open() }, h("strong", {}, contact.name), h("span.quiet", {}, t("open")));
}

function foot() {
  const sure = h("dialog.dialog", { "aria-labelledby": "wipe-sure" });
  const gone = async () => {
    sure.close();
    await forgetEverything();
    parts.read = t("wiped");
    changed();
    parts.status.focus();
    say(t("wiped"));
  };
  sure.append(h("p", { id: "wipe-sure" }, t("wipe_sure")), h("div.row", {}, button(t("wipe"), { kind: "danger", onclick: () => void gone() }), button(t("cancel"), { kind: "quiet", onclick: () => sure.close() })));
  parts.foot.replaceChildren(sure, button(t("wipe"), { kind: "quiet", onclick: () => sure.showModal() }));
}

listen(refresh);
