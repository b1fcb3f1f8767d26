// Asking the server, and what its refusals mean for the phone.

import { settings } from "./words.js";

const PATIENCE = 20_000;

let pass = ""; // says whose phone it is when there is no session any more

export const carryPass = (given) => (pass = given ?? "");

// kind: "offline" (try again later), "signed-out", "barred", "gone", or "refused" with the server's
// sentence.
export class Trouble extends Error {
  constructor(kind, sentence = "") {
    super(sentence || kind);
    this.kind = kind;
    this.sentence = sentence;
  }
}

// The answer as JSON; `told` makes it a POST.
export async function ask(path, told) {
  if (told && !token()) await here();
  let answer = await send(path, told);
  if (answer.status === 403) {
    // The token may be out of date: it changes when somebody signs in.
    const { member } = await here();
    if (!member) throw new Trouble("signed-out");
    answer = await send(path, told);
  }
  if (answer.status === 401) throw new Trouble("signed-out");
  if (answer.status === 410) throw new Trouble("barred");
  if (answer.status === 404) throw new Trouble("gone");
  if (answer.status >= 500 || answer.status === 429) throw new Trouble("offline");
  const said = await answer.json().catch(() => undefined);
  if (answer.ok && said) return said;
  // A network that wants its own log-in first answers with a page of its own.
  if (!said) throw new Trouble("offline");
  throw new Trouble("refused", typeof said.detail === "string" ? said.detail : "");
}

// Who is signed in, and a fresh token in the cookie.
export async function here() {
  const answer = await send(settings.here);
  return answer.ok ? answer.json() : { member: null };
}

async function send(path, told) {
  const headers = { Accept: "application/json", ...(pass && { "X-App-Pass": pass }) };
  if (told) Object.assign(headers, { "Content-Type": "application/json", "X-CSRFToken": token() });
  try {
    return await fetch(path, {
      method: told ? "POST" : "GET",
      headers,
      body: told && JSON.stringify(told),
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Trouble("offline");
  }
}

const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
