// In and out. Signing in needs the network once a shift; signing out wipes without it.

import { callout, h, icon, link } from "./dom.js";
import { flush, state } from "./outbox.js";
import { here } from "./server.js";
import { keepSmall, small } from "./store.js";
import { wipe } from "./shift.js";
import { settings, t } from "./words.js";

export async function signOut() {
  await flush();
  await keepSmall("signed-out", true);
  await wipe("signed-out");
  await endSession();
}

// The session's cookie is the server's to end: at once, or as soon as there is a network.
export async function endSession() {
  if (!(await small("signed-out"))) return;
  try {
    await here();
    const form = new FormData();
    form.set("csrfmiddlewaretoken", document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? "");
    await fetch(settings.sign_out, { method: "POST", body: form });
    await keepSmall("signed-out", false);
  } catch {
    // Without a network the phone is empty already; the session ends at the next start.
  }
}

// why: "" at the first visit, else "over", "signed-out", "barred" or "offline".
export function signedOutView(why) {
  const { waiting } = state();
  const words = { over: "shift_over", "signed-out": "you_are_out", barred: "closed_account", offline: "first_visit_offline" }[why] ?? "sign_in_first";
  return {
    top: { title: settings.organisation },
    main: [
      h("h1", {}, t("door_by_door")),
      h("p.measure", {}, t(words)),
      waiting > 0 && callout("info", h("p", {}, t("still_waiting", { n: waiting }))),
      why !== "barred" && link(t("sign_in"), settings.sign_in + encodeURIComponent(location.hash), "primary", icon("log-in")),
      waiting > 0 && link(t("save_file_link"), "#/waiting", "plain", icon("download")),
    ],
    foot: [],
  };
}
