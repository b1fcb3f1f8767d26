// Looking after each other: in and out of a shift, a buddy, and one press for help.

import { button, callout, h, icon, link, say } from "./dom.js";
import { roundInHand } from "./inhand.js";
import { keep, keepNow } from "./outbox.js";
import { helpRecord, shiftRecord } from "./results.js";
import { shift } from "./shift.js";
import { keepSmall, small } from "./store.js";
import { addressOf } from "./visits.js";
import { atHour, t } from "./words.js";

const PAUSE = 3;

export async function safetyScreen(show) {
  const paint = async (focus) => show(await view(paint), focus);
  await paint(true);
}

async function view(paint) {
  const since = await small("checked-in");
  const buddy = (await small("buddy")) ?? {};
  const code = roundInHand()?.code ?? null;
  const act = async (action, more, settle) => {
    await keep([shiftRecord(action, { round: code, ...more })]);
    await settle();
    await paint(true);
  };
  return {
    top: { back: "#/", title: t("safety") },
    main: [
      h("h1", {}, t("safety")),
      h("p.measure", {}, t("safety_words")),
      since ? callout("good", h("p", {}, t("checked_in_since", { time: atHour(since) }))) : h("p", {}, t("not_checked_in")),
      buddyForm(buddy, (given) => act(since ? "buddy" : "check_in", given, () => Promise.all([keepSmall("buddy", given), since || keepSmall("checked-in", Date.now())])), since),
      since && button(t("check_out"), { onclick: () => act("check_out", {}, () => keepSmall("checked-in", null)) }, icon("log-out")),
      h("h2", {}, t("numbers")),
      h("div.row", {}, numbers(buddy)),
    ],
    foot: [button(t("call_for_help"), { kind: "danger", onclick: () => callForHelp() }, icon("shield-alert"))],
  };
}

function buddyForm(buddy, act, since) {
  const name = h("input", { id: "buddy-name", type: "text", maxlength: 60, value: buddy.buddy_name ?? "", autocomplete: "off" });
  const phone = h("input", { id: "buddy-phone", type: "tel", maxlength: 20, value: buddy.buddy_phone ?? "", autocomplete: "off" });
  return h("form.stack", { onsubmit: (event) => (event.preventDefault(), act({ buddy_name: name.value.trim(), buddy_phone: phone.value.trim() })) },
    h("label.field", { for: "buddy-name" }, h("span", {}, t("buddy_name"))), name,
    h("label.field", { for: "buddy-phone" }, h("span", {}, t("buddy_phone"))), phone,
    button(since ? t("save") : t("check_in"), { kind: since ? "plain" : "primary", type: "submit" }, icon("user-check")));
}

function numbers(buddy) {
  const call = (words, number, kind) => number && h(`a.button.button--${kind}`, { href: `tel:${number.replace(/\s/g, "")}` }, icon("phone"), h("span", {}, words));
  return [call("999", "999", "danger"), call(buddy.buddy_name || t("buddy"), buddy.buddy_phone, "plain"), call(shift?.help?.name || t("organiser"), shift?.help?.phone, "plain")];
}

// One press. Three seconds in which a press by mistake can be stopped, then it is recorded and sent
// with the last door, and the numbers to ring are on the screen from the first moment.
export async function callForHelp() {
  if (document.getElementById("help-sheet")) return;
  const buddy = (await small("buddy")) ?? {};
  const round = roundInHand();
  const state = h("p.big", { role: "status" });
  const stop = button(t("by_mistake"), { onclick: () => (clearInterval(timer), dialog.close()) }, icon("x"));
  const dialog = h("dialog.sheet.help", { id: "help-sheet", "aria-labelledby": "help-heading" }, h("h2", { id: "help-heading" }, t("help_heading")), state,
    round?.house && h("p", {}, t("last_door", { address: addressOf(round.house) })), h("div.stack", {}, numbers(buddy)), stop);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  let left = PAUSE;
  const count = async () => {
    state.textContent = t("help_in", { n: left });
    if (left-- > 0) return;
    clearInterval(timer);
    stop.querySelector("span").textContent = t("close");
    const sent = await recordHelp(round);
    state.textContent = t(sent ? "help_sent" : "help_waits");
    say(state.textContent);
  };
  const timer = setInterval(count, 1000);
  count();
}

async function recordHelp(round) {
  await keep([helpRecord(round?.code ?? null, round?.house?.household ?? null)]);
  return keepNow();
}
