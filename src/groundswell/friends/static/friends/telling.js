// What the campaign may know of a friend: nothing, unless the supporter says so, detail by detail.

import { button, h, say } from "./dom.js";
import { uuid7 } from "./ids.js";
import { firstName } from "./sending.js";
import { save, state } from "./state.js";
import { group, page, t } from "./words.js";

const DETAILS = ["outcome", "view", "phone", "email", "postcode", "leave"];

export function sharing(friend, draw) {
  friend.share ??= {};
  const name = firstName(friend);
  const title = h("h2", {}, t("share_title", { name }));
  if (friend.told) return [title, ...told(friend, draw)];
  const rows = DETAILS.filter((detail) => possible(friend, detail)).map((detail) => toggle(friend, detail, draw));
  const any = DETAILS.some((detail) => friend.share[detail]);
  return [
    title,
    !any && h("p.quiet", {}, t("share_none")),
    h("ul.friends-shares", {}, rows),
    any && friend.share.view && views(friend, draw),
    any && consents(friend, draw),
    any && agreeing(friend, draw),
  ].filter(Boolean);
}

function possible(friend, detail) {
  if (detail === "view") return Object.keys(page.views).length > 0;
  if (detail === "phone") return friend.phones.length > 0;
  if (detail === "email") return friend.emails.length > 0;
  if (detail === "postcode") return friend.postcodes.length > 0;
  return true;
}

// Whatever else is shared, the name goes with it: without it nobody can tell whom it is about.
function toggle(friend, detail, draw) {
  const shared = Boolean(friend.share[detail]);
  const turn = async () => {
    friend.share = detail === "outcome" && shared ? {} : { ...friend.share, outcome: true, [detail]: !shared };
    await save(friend);
    draw();
  };
  const words = t(`share_${detail}`);
  return h("li", {}, h("span", {}, words), h("button.friends-share", { "aria-pressed": String(shared), "aria-label": `${words}: ${shared ? t("shared") : t("only_me")}`, onclick: () => void turn() }, shared ? t("shared") : t("only_me")));
}

function views(friend, draw) {
  const said = (key) => async () => {
    friend.view = key;
    await save(friend);
    draw();
  };
  const choices = Object.entries(page.views).map(([key, words]) => h("button.choice", { "aria-pressed": String(friend.view === key), onclick: () => void said(key)() }, h("span.choice-words", {}, words)));
  return h("div.stack.stack--tight", {}, h("p", {}, t("view_ask")), h("div.choices", {}, choices));
}

function consents(friend, draw) {
  const asked = group("consents").filter(([channel]) => friend.share[channel === "email" ? "email" : "phone"]);
  if (!asked.length) return undefined;
  const given = (friend.consents ??= {});
  const boxes = asked.map(([channel, words]) =>
    tick(words, Boolean(given[channel]), async (on) => {
      given[channel] = on ? words : "";
      await save(friend);
      draw();
    }),
  );
  return h("div.stack.stack--tight", {}, h("p", {}, t("share_consent")), boxes);
}

function agreeing(friend, draw) {
  const agreed = tick(t("share_agreed", { name: firstName(friend) }), Boolean(friend.agreed), async (on) => {
    friend.agreed = on;
    await save(friend);
    draw();
  });
  const ready = friend.agreed && (friend.outcome || friend.share.leave) && (!friend.share.view || friend.view);
  const now = button(t("share_now"), { kind: "primary", disabled: !ready, onclick: () => void tell(friend).then(draw) });
  const first = !friend.outcome && !friend.share.leave && h("p.quiet", {}, t("share_first"));
  const trouble = friend.share_trouble && h("p", { role: "alert" }, t("share_failed", { why: friend.share_trouble }));
  return h("div.stack.stack--tight", {}, h("p.quiet", {}, t("share_ask", { name: firstName(friend) })), agreed, first, now, trouble);
}

function tick(words, on, changed) {
  const box = h("input", { type: "checkbox", checked: on });
  box.addEventListener("change", () => void changed(box.checked));
  return h("label.friends-tick", {}, box, h("span", {}, words));
}

function told(friend, draw) {
  if (friend.told.state === "waiting") return [h("p", {}, t("share_waiting"))];
  const back = button(t("share_back"), { kind: "quiet", onclick: () => void takeBack(friend).then(draw) });
  const trouble = friend.share_trouble && h("p", { role: "alert" }, t("share_failed", { why: friend.share_trouble }));
  return [h("p.row", {}, h("strong", {}, t("share_done")), back), trouble].filter(Boolean);
}

async function tell(friend) {
  const shared = (detail, value) => (friend.share[detail] && value) || "";
  const consents_ = Object.entries(friend.consents ?? {}).filter(([channel, words]) => words && friend.share[channel === "email" ? "email" : "phone"]);
  friend.told = {
    state: "waiting",
    words: {
      id: uuid7(),
      name: friend.name,
      phone: shared("phone", friend.phones[0]),
      email: shared("email", friend.emails[0]),
      postcode: shared("postcode", friend.postcodes[0]),
      outcome: friend.share.leave ? "leave_alone" : friend.outcome,
      made_at: friend.said_at ?? new Date().toISOString(),
      view: shared("view", friend.view),
      consents: Object.fromEntries(consents_),
    },
  };
  await save(friend);
  await handIn(friend);
}

// What waits is sent when there is a connection; the server knows a repeat by its id.
export async function handInAll() {
  for (const friend of state.friends) if (friend.told?.state === "waiting") await handIn(friend);
}

async function handIn(friend) {
  const answer = await post(page.urls.tell, friend.told.words);
  if (!answer) return;
  friend.share_trouble = answer.ok ? "" : answer.detail;
  friend.told = answer.ok ? { state: "done", id: friend.told.words.id } : undefined;
  if (answer.ok) say(t("share_done"));
  await save(friend);
}

async function takeBack(friend) {
  const answer = await post(page.urls.take_back.replace("00000000-0000-0000-0000-000000000000", friend.told.id), {});
  if (!answer) return;
  friend.share_trouble = answer.ok ? "" : answer.detail;
  if (answer.ok) Object.assign(friend, { told: undefined, share: {}, agreed: false });
  await save(friend);
}

// { ok, detail }; undefined where there is no connection.
async function post(url, words) {
  let answer;
  try {
    answer = await fetch(url, { method: "POST", credentials: "same-origin", redirect: "error", headers: { "Content-Type": "application/json", "X-CSRFToken": page.token }, body: JSON.stringify(words) });
  } catch {
    return undefined;
  }
  const json = await answer.json().catch(() => ({}));
  return { ok: answer.ok, detail: json.detail ?? String(answer.status) };
}
