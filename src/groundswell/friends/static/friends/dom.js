// Elements made in one line, and the polite voice.

// h("button.choice", { onclick, "aria-pressed": "true" }, "words", other, [elements])
export function h(name, given = {}, ...content) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  element.classList.add(...classes);
  if (tag === "button") element.type = "button";
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...content.flat(3).filter((one) => one !== undefined && one !== null && one !== false && one !== ""));
  return element;
}

export const button = (words, given = {}) => {
  const { kind = "plain", ...rest } = given;
  return h(`button.button.button--${kind}`, rest, words);
};

export const link = (words, href, kind = "plain") => h(`a.button.button--${kind}`, { href }, words);

let numbered = 0;

// A labelled input or text area; `given.tag` is "input" unless told.
export function field(label, given) {
  const { tag = "input", hint, ...rest } = given;
  const id = `field-${++numbered}`;
  const input = h(tag, { id, ...rest });
  const element = h("div.field", {}, h("label", { for: id }, label), hint && h("p.hint", {}, hint), input);
  return { element, input };
}

export function say(words) {
  document.getElementById("voice").textContent = words;
}
