// Keying a sheet: Enter sends the line, the answer says what is next. Lines typed faster than the
// network wait in a queue. One that was not taken gets a field of its own, and the others wait behind
// it. No answer ever touches the field that is typed in, or where the typing goes: what was typed
// before an answer came must not land in what came with it. Without this script the same form is
// sent as a whole page.

const form = document.getElementById("keying");
const line = document.getElementById("line");
const here = document.getElementById("here");
const now = document.getElementById("now");
const said = document.getElementById("said");
const trouble = document.getElementById("line-trouble");
const waiting = document.getElementById("waiting");
const undoForm = document.getElementById("undo");
const stoppedForm = document.getElementById("stopped");
const stoppedLine = document.getElementById("stopped-line");
const words = form.dataset;
const sheet = JSON.parse(document.getElementById("sheet").textContent);
const rows = new Map();
for (const row of sheet.rows) rows.set(row.number, row);

const AGAIN_AFTER = 3000;
const queue = []; // {url, shown, line, body()}: sent one after the other
let sending = false;
let stopped = false; // by a line that was not taken: it lies in a field of its own

form.addEventListener("submit", (event) => {
  event.preventDefault();
  queue.push(waitingLine(line.value));
  line.value = "";
  line.focus();
  pump();
});
line.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowUp" || !stopped) return;
  event.preventDefault();
  stoppedLine.select();
});
undoForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const row = event.submitter.value;
  const body = () => withRow(row);
  queue.push({ url: words.undo, shown: event.submitter.textContent.trim(), line: row, body });
  line.focus();
  pump();
});
stoppedForm.addEventListener("submit", (event) => {
  event.preventDefault();
  goOn(waitingLine(stoppedLine.value));
});
stoppedForm.addEventListener("keydown", (event) => {
  if (event.key === "Escape") goOn();
});
document.getElementById("leave-out").addEventListener("click", () => goOn());
addEventListener("beforeunload", (event) => {
  if (sending || stopped || queue.length) event.preventDefault();
});
showWhere(sheet.here);
// Not before: Enter would send the whole page, and what is typed meanwhile would be lost with it.
line.focus();

function withLine(typed) {
  const body = new FormData(form);
  body.set("line", typed);
  return body;
}

function withRow(row) {
  const body = new FormData(undoForm);
  body.set("row", row);
  return body;
}

async function pump() {
  if (sending || stopped) return tellWaiting();
  sending = true;
  while (queue.length && !stopped) {
    const next = queue.shift();
    tellWaiting();
    settle(await sent(next), next);
  }
  sending = false;
  tellWaiting();
}

async function sent(next) {
  for (;;) {
    const taken = await once(next);
    if (taken !== "again") return taken;
    trouble.textContent = words.offline;
    await new Promise((ready) => setTimeout(ready, AGAIN_AFTER));
  }
}

async function once({ url, body }) {
  let answer;
  try {
    answer = await fetch(url, { method: "POST", body: body(), headers: { Accept: "application/json" } });
  } catch {
    return "again";
  }
  if (answer.redirected || answer.status === 401) return { refused: words.signedOut };
  if (answer.status >= 500) return "again";
  try {
    const taken = await answer.json();
    return answer.ok || taken.refused ? taken : { refused: words.trouble };
  } catch {
    return { refused: words.trouble };
  }
}

// Shows what came of a line; one that was not taken stops those behind it.
function settle(taken, next) {
  if (taken.refused) {
    stopped = true;
    stoppedLine.value = next.line;
    stoppedForm.hidden = false;
    trouble.textContent = taken.refused;
    said.textContent = "";
    return;
  }
  trouble.textContent = "";
  for (const row of taken.rows) fill(row);
  said.textContent = [taken.said, taken.flagged].filter(Boolean).join(" ");
  showWhere(taken.next);
}

// With the line that was not taken put right, or left out; then with those behind it.
function goOn(instead) {
  if (instead) queue.unshift(instead);
  stopped = false;
  trouble.textContent = "";
  line.focus();
  stoppedForm.hidden = true;
  pump();
}

function waitingLine(typed) {
  return { url: form.action, shown: typed || "\u21b5", line: typed, body: () => withLine(typed) };
}

function tellWaiting() {
  waiting.textContent = queue.length ? `${words.waiting} ${queue.map((one) => one.shown).join(" \u00b7 ")}` : "";
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
