// What the frame needs beyond HTML: dialogs, copying, undo, focus after a swap, trouble.
// Every page works without it; it only saves time.

const listen = (type, selector, act) =>
  document.addEventListener(type, (event) => {
    const found = event.target instanceof Element && event.target.closest(selector);
    if (found) act(found, event);
  });

// Dialogs
listen("click", "[data-opens]", (button) => document.getElementById(button.dataset.opens)?.showModal());
listen("click", "[data-closes]", (button) => button.closest("dialog")?.close());
listen("click", "dialog", (dialog, event) => event.target === dialog && dialog.close());

// Copying, where the browser allows it
const offerCopying = () =>
  document.querySelectorAll("[data-copies]").forEach((button) => (button.hidden = !navigator.clipboard));
listen("click", "[data-copies]", async (button) => {
  const words = button.querySelector("span");
  const before = words.textContent;
  await navigator.clipboard.writeText(button.dataset.copies);
  say(button.dataset.done);
  words.textContent = button.dataset.done;
  setTimeout(() => (words.textContent = before), 2000);
});

// A polite voice for what happens without a new page
function say(words) {
  let voice = document.getElementById("voice");
  if (!voice) {
    voice = Object.assign(document.createElement("div"), { id: "voice", className: "visually-hidden" });
    voice.setAttribute("role", "status");
    document.body.append(voice);
  }
  voice.textContent = words;
}

// Undo bars go by themselves, but never while somebody is on them
function startUndo(bar) {
  const seconds = Number(bar.dataset.seconds);
  if (!seconds || bar.dataset.started) return;
  bar.dataset.started = "yes";
  const goes = () => (bar.matches(":hover, :focus-within") ? setTimeout(goes, 1000) : bar.remove());
  setTimeout(goes, seconds * 1000);
}
const startAllUndo = (within) => within.querySelectorAll(".undo-bar").forEach(startUndo);
listen("click", "[data-dismisses]", (button) => button.closest(".undo-bar")?.remove());

// The menu stands open on a desk
const wide = matchMedia("(min-width: 60rem)");
const fitMenu = () =>
  document.querySelectorAll("[data-opens-when-wide]").forEach((menu) => (menu.open = wide.matches));
wide.addEventListener("change", fitMenu);

// A group of the menu shuts when somebody goes elsewhere
const shutGroups = (but) =>
  document.querySelectorAll(".menu-group[open]").forEach((group) => (group.open = group === but));
document.addEventListener("click", (event) => shutGroups(event.target.closest?.(".menu-group")));
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(".menu-group[open]");
  if (!open) return;
  open.querySelector("summary").focus();
  shutGroups(null);
});

// Keys on a desk: data-key="1" presses that button, except while somebody types
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, dialog");
  if (typing || "withoutKeys" in document.body.dataset) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const key = CSS.escape(event.key.toLowerCase());
  const pressed = document.querySelector(`[data-key="${key}"]:not(:disabled)`);
  if (pressed) {
    event.preventDefault();
    pressed.click();
  }
});

// htmx: focus follows the new piece; trouble is told and cleared
const trouble = document.getElementById("trouble");
document.addEventListener("htmx:afterSettle", (event) => {
  trouble.textContent = "";
  startAllUndo(document);
  offerCopying();
  const target = event.detail.elt;
  (target.matches?.("[data-focus]") ? target : target.querySelector?.("[data-focus]"))?.focus();
});
document.addEventListener("htmx:sendError", () => (trouble.textContent = trouble.dataset.offline));
document.addEventListener("htmx:responseError", () => (trouble.textContent = trouble.dataset.failed));
window.addEventListener("online", () => (trouble.textContent = ""));

fitMenu();
offerCopying();
startAllUndo(document);
document.querySelector("[role=alert][data-focus]")?.focus();
