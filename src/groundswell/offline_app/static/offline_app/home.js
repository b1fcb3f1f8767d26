// The first screen: rounds on this phone and rounds that are mine, the phone bank, the shift.

import { hear } from "./bus.js";
import { button, h, icon, link } from "./dom.js";
import { offerInstalling } from "./installing.js";
import { heldBatches } from "./batches.js";
import { heldRounds, marksOf } from "./rounds.js";
import { ask } from "./server.js";
import { settings, shift } from "./shown.js";
import { signOut } from "./signing.js";
import { standing } from "./standing.js";
import { onDay, t } from "./words.js";
import { allow, allowed } from "./whereabouts.js";

export async function homeScreen(show) {
  let told; // what the server says is mine; undefined without a network
  const paint = async (focus) => show(await view(told), focus);
  await paint(true);
  ask(`${settings.api}rounds`).then((answer) => ((told = answer), paint(false)), () => {});
  const stops = [hear("gone", () => paint(false)), hear("wiped", () => paint(false)), hear("installable", () => paint(false))];
  return () => stops.forEach((stop) => stop());
}

async function view(told) {
  const held = await Promise.all((await heldRounds()).map(async (walk) => ({ ...walk, standing: standing(walk.doors, await marksOf(walk.round.code)) })));
  const batches = await heldBatches();
  const codes = new Set(held.map(({ round }) => round.code));
  const others = (told?.rounds ?? []).filter(({ code }) => !codes.has(code));
  return {
    top: { title: settings.organisation },
    main: [
      h("h1", {}, t("hello", { name: shift().name })),
      h("section.stack", {}, h("h2", {}, t("my_rounds")),
        held.map(({ round, standing: now }) => roundCard(round, now.all, now.done, true)),
        others.map((round) => roundCard(round, round.doors, 0, false)),
        !held.length && !others.length && h("p.quiet", {}, told ? t("no_rounds") : t("looking"))),
      h("section.stack", {}, joining(), link(t("near_me"), settings.near, "plain", icon("map-pin"))),
      batches.length > 0 && h("section.stack", {}, h("h2", {}, t("phone_banks")), batches.map((one) => link(one.effort, `#/calls/${one.join_code}`, "plain", icon("phone")))),
      h("section.stack", {}, h("h2", {}, t("for_you")), h("div.row", {}, link(t("safety"), "#/safety", "plain", icon("shield")), link(t("waiting_link"), "#/waiting", "plain", icon("upload")), offerInstalling()), await locationBox()),
      signingOut(),
    ],
    foot: [],
  };
}

function roundCard(round, doors, done, here) {
  return h("a.card.round-card", { href: `#/round/${round.code}` },
    h("span.round-name", {}, round.name || t("round_number", { n: round.number })),
    h("span.quiet", {}, [round.effort, round.area].filter(Boolean).join(" · ")),
    h("span.round-state", {}, t("progress", { done, all: doors }), round.until && ` · ${t("until", { day: onDay(round.until) })}`),
    h("span.round-state", {}, icon(here ? "circle-check" : "download"), here ? t("on_this_phone") : t("tap_to_take")));
}

function joining() {
  const field = h("input", { id: "code", type: "text", maxlength: 8, autocomplete: "off", autocapitalize: "characters", spellcheck: "false" });
  return h("form.joining", { onsubmit: (event) => {
    event.preventDefault();
    const code = field.value.trim().toUpperCase();
    if (code) location.hash = `#/round/${encodeURIComponent(code)}`;
  } }, h("label.field", { for: "code" }, h("span", {}, t("have_code"))), h("div.row", {}, field, button(t("join"), { type: "submit" })));
}

async function locationBox() {
  const box = h("input", { type: "checkbox", onchange: () => allow(box.checked) });
  box.checked = await allowed();
  return h("label.tick", {}, box, h("span", {}, t("allow_location"), h("small", {}, t("allow_location_words"))));
}

const signingOut = () =>
  h("section.stack.signing-out", {}, h("p.quiet", {}, t("wiped_at_end")), button(t("sign_out"), { kind: "quiet", onclick: signOut }, icon("log-out")));
