// What has not been sent, why, and the way out when the network never comes back: a signed file.

import { hear } from "./bus.js";
import { button, callout, h, icon, say } from "./dom.js";
import { signedFile } from "./file.js";
import { flush, state } from "./outbox.js";
import { shift } from "./shift.js";
import { t } from "./words.js";

const told = [];
hear("told", (sentence) => sentence && !told.includes(sentence) && told.push(sentence));

export function waitingScreen(show) {
  const paint = (focus) => show({ top: { back: shift ? "#/" : undefined, title: t("waiting_link") }, main: view(), foot: [] }, focus);
  paint(true);
  flush();
  return hear("saved", () => paint(false));
}

function view() {
  const { waiting, trouble, stuck } = state();
  return [
    h("h1", {}, waiting ? t("waiting", { n: waiting }) : t("all_sent")),
    (waiting > 0 || !stuck) && h("p.measure", {}, t(waiting ? "waiting_words" : "all_sent_words")),
    waiting > 0 && trouble && callout("warn", h("p", {}, t(trouble === "signed-out" ? "sign_in_to_send" : "no_network"))),
    stuck > 0 && callout("warn", h("p", {}, t("stuck", { n: stuck }))),
    told.map((sentence) => callout("info", h("p", {}, sentence))),
    waiting > 0 && h("div.row", {}, button(t("try_now"), { kind: "primary", onclick: flush }, icon("refresh-cw"))),
    waiting > 0 && h("section.stack", {}, h("h2", {}, t("file_heading")), h("p.measure", {}, t("file_words")),
      h("div.row", {}, button(t("save_file"), { onclick: () => hand(save) }, icon("download")), navigator.canShare && button(t("share_file"), { onclick: () => hand(share) }, icon("upload")))),
  ];
}

async function hand(act) {
  const file = await signedFile();
  if (!file) return say(t("no_file"));
  await act(file);
  say(t("file_made", { name: file.name }));
}

function save(file) {
  const address = URL.createObjectURL(file);
  h("a", { href: address, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function share(file) {
  if (!navigator.canShare?.({ files: [file] })) return save(file);
  await navigator.share({ files: [file] }).catch(() => {});
}
