// Keying a sheet: Enter sends the line, the answer says what is next. What is typed while a line is
// on its way stays in the field; a line that was not taken comes back with a sentence. Without this
// script the same form is sent as a whole page.

const form = document.getElementById("keying");
const line = document.getElementById("line");
const here = document.getElementById("here");
const now = document.getElementById("now");
const said = document.getElementById("said");
const trouble = document.getElementById("line-trouble");
const undoForm = document.getElementById("undo");
const words = form.dataset;
const rows = new Map();
for (const row of JSON.parse(document.getElementById("sheet").textContent).rows) rows.set(row.number, row);

const AGAIN_AFTER = 3000;
let sending = false;
let waiting = false; // Enter was pressed while a line was on its way

form.addEventListener("submit", (event) => {
  event.preventDefault();
  enter();
});
line.addEventListener("input", () => complain(""));
undoForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const body = new FormData(undoForm);
  body.set("row", event.submitter.value);
  send(words.undo, body, "");
});
showWhere(Number(here.value) || null);

function enter() {
  if (sending) {
    waiting = true;
    return;
  }
  const body = new FormData(form);
  const typed = line.value;
  line.value = "";
  send(form.action, body, typed);
}

async function send(url, body, typed) {
  if (sending) return;
  sending = true;
  form.dataset.state = "saving";
  for (;;) {
    const taken = await once(url, body);
    if (taken !== "again") {
      sending = false;
      form.dataset.state = "";
      settle(taken, typed);
      return;
    }
    complain(words.offline);
    await new Promise((ready) => setTimeout(ready, AGAIN_AFTER));
  }
}

async function once(url, body) {
  let answer;
  try {
    answer = await fetch(url, { method: "POST", body, headers: { Accept: "application/json" } });
  } catch {
    return "again";
  }
  if (answer.redirected || answer.status === 401) return { refused: words.signedOut };
  if (answer.status >= 500) return "again";
  try {
    return await answer.json();
  } catch {
    return { refused: words.trouble };
  }
}

function settle(taken, typed) {
  if (taken.refused) {
    const since = line.value;
    line.value = since && typed ? `${typed} ${since}` : typed || since;
    waiting = false;
    complain(taken.refused);
    line.focus();
    return;
  }
  complain("");
  for (const row of taken.rows) fill(row);
  said.textContent = [taken.said, taken.flagged].filter(Boolean).join(" ");
  showWhere(taken.next);
  line.focus();
  if (waiting) {
    waiting = false;
    enter();
  }
}

function complain(sentence) {
  trouble.textContent = sentence;
  if (sentence) line.setAttribute("aria-invalid", "true");
  else line.removeAttribute("aria-invalid");
}

function fill(row) {
  rows.set(row.number, row);
  const shown = document.getElementById(`row-${row.number}`);
  const cell = shown.querySelector(".keyed");
  cell.textContent = "";
  if (row.code) {
    const code = document.createElement("strong");
    code.textContent = row.code;
    cell.append(code, ` ${row.label} `);
    const more = document.createElement("span");
    more.className = "quiet";
    more.textContent = row.more;
    cell.append(more);
  }
  shown.querySelector("button").hidden = !row.code;
}

function showWhere(number) {
  here.value = number ?? "";
  document.querySelector(".sheet-rows [aria-current]")?.removeAttribute("aria-current");
  const row = rows.get(number);
  now.textContent = "";
  const first = document.createElement("strong");
  first.textContent = row ? `${words.row} ${row.number}` : words.done;
  now.append(first);
  if (!row) return;
  for (const part of [row.door, `${row.name}, ${row.elector_number}`]) {
    const span = document.createElement("span");
    span.textContent = part;
    now.append(" ", span);
  }
  const shown = document.getElementById(`row-${number}`);
  shown.setAttribute("aria-current", "true");
  if (matchMedia("(min-width: 60rem)").matches) shown.scrollIntoView({ block: "nearest" });
}
