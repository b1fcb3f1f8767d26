// The list at the door. What is tapped is kept on the phone first and sent as soon as may be, under
// the time of the tap: without signal nothing is lost, and sent twice is still once.

const list = document.getElementById("door");
const texts = JSON.parse(document.getElementById("door-texts").textContent);
const standing = document.querySelector("[data-standing]");
const came = document.querySelector("[data-came]");
const form = document.getElementById("walk-in-form");
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
const drawer = `groundswell:door:${list.dataset.event}`;
const LONGEST_PAUSE = 30_000;
let memory = [];
let sending = false;
let failures = 0;
let timer = 0;

function kept() {
  try {
    return JSON.parse(localStorage.getItem(drawer)) ?? memory;
  } catch {
    return memory;
  }
}

function keep(entries) {
  memory = entries;
  try {
    localStorage.setItem(drawer, JSON.stringify(entries));
  } catch {
    // A private window or a full disk: it lives as long as the page.
  }
}

function tell(words) {
  if (standing.textContent !== words) standing.textContent = words;
}

function count() {
  came.textContent = list.querySelectorAll("[aria-pressed=true]").length;
}

function show() {
  for (const entry of kept()) {
    if (entry.key) continue;
    list.querySelector(`[data-id="${entry.id}"]`)?.setAttribute("aria-pressed", String(entry.state === "came"));
  }
  for (const entry of kept()) if (entry.key && !list.querySelector(`[data-key="${entry.key}"]`)) addName(entry);
  count();
}

function addName(entry) {
  const line = document.createElement("li");
  const name = Object.assign(document.createElement("button"), { type: "button", className: "door-name", textContent: entry.name });
  name.dataset.key = entry.key;
  name.disabled = true;
  name.setAttribute("aria-pressed", "true");
  line.append(name);
  list.append(line);
}

async function flush() {
  if (sending) return;
  clearTimeout(timer);
  const entries = kept().slice(0, 100);
  if (!entries.length) return;
  sending = true;
  try {
    const answer = await fetch(list.dataset.url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ marks: entries.filter((one) => !one.key), walk_ins: entries.filter((one) => one.key) }),
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
    });
    if (answer.type === "opaqueredirect" || answer.status === 403) return tell(texts.signed_out);
    if (!answer.ok && answer.status !== 409) throw new Error(answer.statusText);
    const told = await answer.json();
    const sent = new Set(entries.map((one) => one.stamp));
    keep(kept().filter((one) => !sent.has(one.stamp)));
    failures = 0;
    tell(told.refused?.length ? told.refused[0] : kept().length ? texts.waiting : texts.sent);
  } catch {
    failures += 1;
    tell(texts.waiting);
    timer = setTimeout(flush, Math.min(1000 * 2 ** failures, LONGEST_PAUSE));
  } finally {
    sending = false;
  }
  if (!failures && kept().length) flush();
}

function add(entry) {
  keep([...kept(), { ...entry, stamp: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` }]);
  show();
  flush();
}

list.addEventListener("click", (event) => {
  const name = event.target.closest("[data-id]");
  if (!name) return;
  const here = name.getAttribute("aria-pressed") !== "true";
  add({ id: Number(name.dataset.id), state: here ? "came" : "coming", at: new Date().toISOString() });
});

form.addEventListener("submit", (event) => {
  const said = new FormData(form);
  if (!said.get("name").trim()) return;
  event.preventDefault();
  add({ key: said.get("key"), shift: Number(said.get("shift")), name: said.get("name"), email: said.get("email") });
  form.querySelector("[name=name]").value = form.querySelector("[name=email]").value = "";
  form.querySelector("[name=key]").value = crypto.randomUUID?.() ?? "";
});

document.getElementById("find").addEventListener("input", (event) => {
  const wanted = event.target.value.toLocaleLowerCase();
  for (const line of list.children) line.hidden = !line.textContent.toLocaleLowerCase().includes(wanted);
});

window.addEventListener("online", flush);
window.addEventListener("pageshow", flush);
document.addEventListener("visibilitychange", () => document.hidden || flush());
show();
flush();
