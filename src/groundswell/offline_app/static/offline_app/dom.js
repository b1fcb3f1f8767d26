// Elements made in one line, the polite voice, and focus that follows what is shown.

const SVG = "http://www.w3.org/2000/svg";

// h("button.choice", { onclick, "aria-pressed": true }, "words", other, [elements])
export function h(name, given = {}, ...content) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  element.classList.add(...classes);
  if (tag === "button") element.type = "button";
  return dress(element, given, content);
}

// The same for a drawing.
export function svg(name, given = {}, ...content) {
  return dress(document.createElementNS(SVG, name), given, content);
}

function dress(element, given, content) {
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "dataset") Object.assign(element.dataset, value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...content.flat(3).filter((one) => one !== undefined && one !== null && one !== false && one !== ""));
  return element;
}

export function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true" }, svg("use", { href: `#i-${name}` }));
}

// The shape that goes with a voting intention's colour and word.
export function shape(meaning) {
  return svg("svg", { class: `shape shape-${meaning}`, "aria-hidden": "true" }, svg("use", { href: `#s-${meaning}` }));
}

export function button(words, given = {}, ...before) {
  const { kind = "plain", ...rest } = given;
  return h(`button.button.button--${kind}`, rest, ...before, words && h("span", {}, words));
}

export function link(words, href, kind = "plain", ...before) {
  return h(`a.button.button--${kind}`, { href }, ...before, h("span", {}, words));
}

export function callout(tone, ...content) {
  const pictograms = { info: "info", warn: "triangle-alert", danger: "octagon-alert", good: "circle-check" };
  return h(`div.callout.callout--${tone}`, {}, icon(pictograms[tone]), h("div.callout-words", {}, ...content));
}

let voice;
export function say(words) {
  voice ??= document.getElementById("voice");
  voice.textContent = words;
}

// Without scrolling: what is focused stands at the top already.
export function focusOn(element) {
  if (!element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

// A sheet from the foot of the screen; closed by Escape, by its button, or by who opened it.
export function sheet(heading, ...content) {
  const title = h("h2", { id: "sheet-heading" }, heading);
  const close = h("button.button.button--quiet.button--icon", { "aria-label": sheet.closeWord, onclick: () => dialog.close() }, icon("x"));
  const dialog = h("dialog.sheet", { "aria-labelledby": "sheet-heading" }, h("div.sheet-head", {}, title, close), ...content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  focusOn(title);
  return dialog;
}
