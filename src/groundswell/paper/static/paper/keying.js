// Keying a sheet: Enter sends the line, the answer says what is next. Lines typed faster than the
// network wait in a queue; one that was not taken comes back into the field with a sentence, and the
// others wait behind it. Without this script the same form is sent as a whole page.

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
const queue = []; // {url, fill(body), typed}: sent one after the other
let sending = false;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = line.value;
  line.value = "";
  // What was just put right goes first; what waits behind a line on its way goes last.
  const stopped = !sending && queue.length > 0;
  queue[stopped ? "unshift" : "push"](waitingLine(typed));
  pump();
});
line.addEventListener("input", () => complain(""));
undoForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const row = event.submitter.value;
  queue.push({ url: words.undo, typed: "", body: () => withRow(row) });
  pump();
});
showWhere(Number(here.value) || null);

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
  if (sending) return;
  sending = true;
  while (queue.length) {
    tellWaiting();
    const { url, typed, body } = queue.shift();
    const taken = await sent(url, body());
    if (!settle(taken, typed)) break;
  }
  sending = false;
  tellWaiting();
}

async function sent(url, body) {
  for (;;) {
    const taken = await once(url, body);
    if (taken !== "again") return taken;
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

// Shows what came of a line; false where it was not taken.
function settle(taken, typed) {
  if (taken.refused) {
    if (line.value) queue.push(waitingLine(line.value));
    line.value = typed;
    complain(taken.refused);
    line.focus();
    return false;
  }
  complain("");
  for (const row of taken.rows) fill(row);
  said.textContent = [taken.said, taken.flagged].filter(Boolean).join(" ");
  showWhere(taken.next);
  line.focus();
  return true;
}

function waitingLine(typed) {
  return { url: form.action, typed, body: () => withLine(typed) };
}

function tellWaiting() {
  const typed = queue.map((one) => one.typed).filter(Boolean);
  document.getElementById("waiting").textContent = typed.length ? `${words.waiting} ${typed.join(" · ")}` : "";
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
