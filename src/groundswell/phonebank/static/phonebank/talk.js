// Where a conversation stands. The server says the same in Python (phonebank/rules/asking.py).

// The first question that is asked and has no answer yet; undefined when all have been.
// given: {key: [values]}, with a key for each question answered or left out.
export function questionNow(questions, given, notAsked = []) {
  const heard = {};
  return questions.find((question) => {
    const leadsHere = question.ask_if.every((condition) =>
      condition.among.some((value) => (heard[condition.question] ?? []).includes(value)),
    );
    if (notAsked.includes(question.key) || !leadsHere) return false;
    if (!(question.key in given)) return true;
    heard[question.key] = given[question.key];
    return false;
  });
}

// What a pressed button says: the question it belongs to and the values picked.
export function readAnswer(button, form) {
  const [key, ...rest] = button.value.split("=");
  if (rest.length) return [key, [rest.join("=")]];
  const typed = form.elements[`text.${key}`]?.value.trim();
  if (typed !== undefined) return [key, typed ? [typed] : []];
  return [key, [...form.querySelectorAll(`[name="picked.${key}"]:checked`)].map((box) => box.value)];
}

// What a pressed outcome says: "call_back:2026-11-24T18:00:00+00:00", "language:Polish", "no_answer".
export function readOutcome(button, form) {
  const [outcome, ...rest] = button.value.split(":");
  const more = rest.join(":");
  const told = { outcome, detail: "", call_back_at: null };
  if (outcome === "language") told.detail = more || form.elements.language.value.trim();
  if (outcome === "call_back") {
    const chosen = form.elements.call_back_at.value;
    told.call_back_at = more || (chosen ? new Date(chosen).toISOString() : null);
  }
  return told;
}

// What was ticked beside the result, each under an id of its own.
export function readSaid(form) {
  return [...document.getElementsByName("said")]
    .filter((box) => box.checked)
    .map(({ value }) => ({ id: uuid7(), kind: value, note: form.elements[`said.${value}`].value.trim() }));
}

export function tickSaid(form, said = []) {
  for (const box of document.getElementsByName("said")) {
    const told = said.find((one) => one.kind === box.value);
    box.checked = Boolean(told);
    form.elements[`said.${box.value}`].value = told?.note ?? "";
  }
  document.getElementById("beside").open = said.length > 0;
}

// RFC 9562, version 7: milliseconds first, so that ids sort by when they were made.
export function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let place = 0; place < 6; place++) bytes[place] = Math.floor(now / 2 ** (40 - 8 * place)) % 256;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
