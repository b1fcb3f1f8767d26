// The caller's page: one tap, saved at once, the next person. Without this script the same buttons
// send the form. Nobody's details are kept here beyond the person on the screen.

const { outbox: outboxUrl, talk: talkUrl } = document.getElementById("caller").dataset;
const [{ Keep, Outbox }, { questionNow, readAnswer, readOutcome, readSaid, tickSaid, uuid7 }] = await Promise.all([
  import(outboxUrl),
  import(talkUrl),
]);

const page = JSON.parse(document.getElementById("page").textContent);
const { words, urls } = page;
const $ = (id) => document.getElementById(id);
const form = $("talk");
const bar = document.querySelector(".call-bar");
const desk = matchMedia("(min-width: 60rem)");
const keeps = new Keep(`groundswell.calls.${page.member}.${page.code}.`);

let shown = page.shown;
let given = {};
let stage = "ready";
let shownAt = Date.now();
let last; // the result that can be taken back, with its person

const outbox = new Outbox({
  keeps,
  urls,
  token: form.elements.csrfmiddlewaretoken.value,
  pass: page.shown.batch_pass,
  onChange: tellSaved,
  onShown: (next) => goOn(next),
  onRefused: note,
});

// What was tapped ---------------------------------------------------------------------------------

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (button?.name === "answer") answer(...readAnswer(button, form));
  else if (button?.name === "outcome") end(readOutcome(button, form));
});
$("call-now").addEventListener("click", () => {
  setStage("called");
  scrollTo(0, 0);
});
$("back").addEventListener("click", () => {
  delete given[Object.keys(given).pop()];
  ask();
  $("name").focus();
});

// Enter in a field is its own button's business, not that of the first one on the page.
for (const field of bar.querySelectorAll(".which-other input")) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    field.closest(".which-other").querySelector("button").click();
  });
}

document.getElementById("beside").addEventListener("change", keepDraft);

function answer(key, values) {
  given[key] = values;
  if (ask()) return focusOnQuestion();
  end({ outcome: "spoke", detail: "", call_back_at: null });
}

function end({ outcome, detail, call_back_at }) {
  if (outcome === "language" && !detail) return form.elements.language.focus();
  if (outcome === "call_back" && !call_back_at) return form.elements.call_back_at.focus();
  const answers = outcome === "spoke" ? Object.fromEntries(Object.entries(given).filter(([, values]) => values.length)) : {};
  const id = uuid7();
  const result = {
    id,
    batch: shown.batch,
    elector: shown.person.elector,
    outcome,
    detail,
    call_back_at,
    answers,
    made_at: new Date().toISOString(),
    seconds: Math.min(Math.round((Date.now() - shownAt) / 1000), 86_400),
    said: readSaid(form),
  };
  last = { id, batch: shown.batch, shown, given, told: result.said };
  setStage("waiting");
  outbox.add({ place: id, result });
  keeps.drop("draft");
  offerUndo(words.outcomes[outcome]);
}

function takeBack() {
  if (!last) return;
  const { id, batch, shown: before, given: said, told } = last;
  last = undefined;
  removeUndo();
  // The last answer is what was tapped wrongly: it is asked again.
  const again = Object.fromEntries(Object.entries(said).slice(0, -1));
  show(before, again, "called");
  tickSaid(form, told);
  outbox.add({ place: uuid7(), undoes: id, batch });
}

// What the server says next -------------------------------------------------------------------------

function goOn(next) {
  if (!next) return location.assign(urls.call);
  if (stage !== "waiting" && next.person?.elector === shown.person?.elector) {
    shown = next; // taken back: the same person, still in hand
    return tellProgress();
  }
  if (next.person) return show(next);
  removeUndo();
  location.assign(next.sentence ? urls.call : urls.done);
}

function show(next, answers = {}, nextStage = desk.matches ? "called" : "ready") {
  shown = next;
  given = answers;
  shownAt = Date.now();
  const person = next.person;
  $("name").textContent = person.name;
  $("area").textContent = person.area;
  $("address").textContent = person.address;
  $("age").textContent = person.age ? words.aged.replace("%s", person.age) : "";
  $("line").textContent = person.line;
  $("same-call").hidden = !person.same_call;
  for (const words of form.querySelectorAll('[data-pattern]:not([data-pattern=""])')) {
    words.textContent = words.dataset.pattern.replaceAll("{name}", person.name).replaceAll("{area}", person.area);
  }
  for (const place of document.querySelectorAll("[data-readable]")) place.textContent = person.readable;
  for (const dial of [$("call-now"), $("call-again")]) dial.href = `tel:${person.number}`;
  $("copy").dataset.copies = person.number;
  form.reset();
  for (const open of document.querySelectorAll("details[open]")) open.open = false;
  fit();
  tellProgress();
  setStage(nextStage);
  ask();
  scrollTo(0, 0);
  $("name").focus({ preventScroll: true });
}

function tellProgress() {
  $("progress").textContent = words.progress
    .replace("%s", Math.min(shown.done + 1, shown.people))
    .replace("%s", shown.people);
}

// Where the talk stands ------------------------------------------------------------------------------

function ask() {
  const now = questionNow(page.questions, given, shown.person.not_asked);
  const begun = Object.keys(given).length > 0;
  for (const fieldset of form.querySelectorAll("[data-question]")) {
    const asked = fieldset.dataset.question === now?.key;
    fieldset.hidden = !asked;
    [...fieldset.querySelectorAll("button.choice")].forEach((button, place) => {
      const key = asked && place < 9 ? String(place + 1) : "";
      button.toggleAttribute("data-key", Boolean(key));
      if (key) button.dataset.key = key;
      button.querySelector("kbd").textContent = key;
    });
  }
  $("introduction").hidden = begun;
  const mayEnd = begun || !page.questions.length;
  document.body.toggleAttribute("data-talking", mayEnd);
  bar.querySelector('[value="spoke"]').disabled = !mayEnd;
  $("back").disabled = !begun;
  keepDraft();
  return now;
}

function setStage(to) {
  stage = to;
  document.body.dataset.stage = to;
  const busy = to === "waiting";
  form.inert = busy;
  $("waiting").hidden = true;
  if (!busy) keepDraft();
}

function focusOnQuestion() {
  const fieldset = form.querySelector("[data-question]:not([hidden])");
  scrollTo(0, 0);
  fieldset.querySelector("legend").focus({ preventScroll: true });
}

// A reload in mid-conversation goes on where it was.
function keepDraft() {
  if (stage === "waiting" || !shown.person) return;
  keeps.set("draft", { elector: shown.person.elector, batch: shown.batch, given, stage, shownAt, told: readSaid(form) });
}

// What is told --------------------------------------------------------------------------------------

function tellSaved({ waiting, trouble }) {
  const saved = $("saved");
  const said = !waiting
    ? words.sent
    : (waiting === 1 ? words.one_saved : words.some_saved.replace("%s", waiting));
  if (saved.textContent !== said) saved.textContent = said;
  saved.dataset.state = waiting ? trouble || "sending" : "sent";
  if (stage !== "waiting") return;
  $("waiting").hidden = !trouble;
  $("waiting-words").textContent = trouble === "signed-out" ? words.signed_out : words.offline;
  $("sign-in").hidden = trouble !== "signed-out";
}

function note(sentence) {
  $("aside-note").hidden = false;
  $("aside-note").textContent = sentence;
}

function offerUndo(outcome) {
  removeUndo();
  const undo = $("undo-template").content.firstElementChild.cloneNode(true);
  undo.id = "undo";
  undo.querySelector(".undo-words").textContent = `${outcome} · ${shown.person.name}`;
  undo.addEventListener("submit", (event) => (event.preventDefault(), takeBack()));
  $("undo-place").replaceChildren(undo);
  if (!("keepsUndo" in document.body.dataset)) setTimeout(() => undo.remove(), 8000);
}

function removeUndo() {
  $("undo-place").replaceChildren();
}

// A desk has room for every outcome, and a use for the square to dial from.
function fit() {
  const code = $("qr");
  code.hidden = !desk.matches;
  $("more-outcomes").open = desk.matches;
  if (desk.matches) code.src = `${code.dataset.src}?${shown.person.elector}`;
}
desk.addEventListener("change", fit);

// At the start ----------------------------------------------------------------------------------------

for (const legend of form.querySelectorAll("legend")) {
  legend.tabIndex = -1;
  legend.dataset.focus = "";
}
const draft = keeps.get("draft");
const unsent = outbox.waiting;
if (unsent.some((entry) => entry.result?.elector === shown.person.elector) || unsent.some((entry) => entry.undoes)) {
  setStage("waiting");
} else {
  const same = draft?.elector === shown.person.elector && draft.batch === shown.batch;
  show(shown, same ? draft.given : {}, same && draft.stage === "called" ? "called" : undefined);
  if (same) {
    shownAt = draft.shownAt;
    tickSaid(form, draft.told);
    keepDraft();
  }
}
removeUndo();
outbox.flush();
