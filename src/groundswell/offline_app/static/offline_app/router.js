// Which screen an address shows, and putting it on the page.

import { boardScreen } from "./board.js";
import { hear } from "./bus.js";
import { callsScreen } from "./calls.js";
import { callout, focusOn, h, link } from "./dom.js";
import { setTop } from "./frame.js";
import { homeScreen } from "./home.js";
import { listScreen } from "./list.js";
import { mapScreen } from "./map.js";
import { safetyScreen } from "./safety.js";
import { shift } from "./shift.js";
import { signedOutView } from "./signing.js";
import { dropUndo } from "./undo.js";
import { waitingScreen } from "./waiting.js";
import { walkScreen } from "./walk.js";
import { t } from "./words.js";

const SCREENS = [
  [/^\/round\/([^/]+)\/list$/, listScreen],
  [/^\/round\/([^/]+)\/map$/, mapScreen],
  [/^\/round\/([^/]+)\/board(?:\/([^/]+))?$/, boardScreen],
  [/^\/round\/([^/]+)\/door\/(\d+)$/, walkScreen],
  [/^\/round\/([^/]+)$/, walkScreen],
  [/^\/calls\/([^/]+)$/, callsScreen],
  [/^\/safety$/, safetyScreen],
  [/^\/waiting$/, waitingScreen],
  [/^\/?$/, homeScreen],
];
const WITHOUT_SHIFT = /^\/waiting$/;

const main = document.getElementById("screen");
const foot = document.getElementById("foot");
let leave;
let visit = 0;
let listening = false;

// Shows what the address names, now and whenever it changes.
export function begin() {
  if (!listening) {
    addEventListener("hashchange", () => (dropUndo(), route()));
    hear("gone", (code) => path().startsWith(`/round/${code}`) && showGone());
  }
  listening = true;
  route();
}

function leaveScreen() {
  leave?.();
  leave = undefined;
  visit += 1;
  dropUndo();
}

function showGone() {
  leaveScreen();
  show(troubleView({ kind: "withdrawn" }), true);
}

export function showOut(why) {
  leaveScreen();
  if (WITHOUT_SHIFT.test(path())) return begin();
  begin.out = why;
  show(signedOutView(why), true);
}

const path = () => location.hash.replace(/^#/, "");

async function route() {
  const mine = ++visit;
  leave?.();
  leave = undefined;
  if (!shift && !WITHOUT_SHIFT.test(path())) return show(signedOutView(begin.out), true);
  const [pattern, screen] = SCREENS.find(([one]) => one.test(path())) ?? [/^/, homeScreen];
  const given = pattern.exec(path()).slice(1).filter((one) => one !== undefined).map(decodeURIComponent);
  // What comes after the visitor has gone on is not shown.
  const showIfHere = (shown, focus) => mine === visit && show(shown, focus);
  try {
    const left = await screen(showIfHere, ...given);
    if (mine === visit) leave = left;
    else left?.();
  } catch (failure) {
    if (!failure.kind) throw failure;
    if (failure.kind !== "signed-out") showIfHere(troubleView(failure), true);
  }
}

function troubleView(failure) {
  const words = { gone: t("no_such_round"), withdrawn: t("round_gone"), offline: t("not_on_phone") }[failure.kind] ?? failure.sentence;
  return { top: { back: "#/" }, main: [h("h1", {}, t("not_here")), callout("info", h("p", {}, words)), link(t("to_rounds"), "#/")], foot: [] };
}

// {top, main, foot}: the screen anew. focus: it is another screen, so reading starts at its heading.
export function show({ top = {}, main: content, foot: actions = [] }, focus = false) {
  setTop(top);
  const held = !focus && placeOfFocus();
  main.replaceChildren(...content.flat(2).filter(Boolean));
  foot.replaceChildren(...actions.flat(2).filter(Boolean));
  document.body.toggleAttribute("data-foot", foot.childElementCount > 0);
  if (focus) {
    scrollTo(0, 0);
    focusOn(main.querySelector("h1"));
  } else restoreFocus(held);
}

// A screen that is only brought up to date keeps the focus where it was: same kind, same place.
function placeOfFocus() {
  const focused = document.activeElement;
  const within = [main, foot].find((part) => part.contains(focused));
  return within && { within, tag: focused.localName, place: [...within.querySelectorAll(focused.localName)].indexOf(focused) };
}

function restoreFocus(held) {
  if (!held) return;
  const all = held.within.querySelectorAll(held.tag);
  const target = all[Math.min(held.place, all.length - 1)] ?? main.querySelector("h1");
  if (target?.matches("h1, h2")) focusOn(target);
  else target?.focus({ preventScroll: true });
}
