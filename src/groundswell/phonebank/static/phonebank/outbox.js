// Results wait here until the server says that it has them. Kept on the device under an id made on
// the device, so that nothing is lost when the page, the network or the server goes away, and
// nothing is stored twice when it comes back.

const LONGEST_PAUSE = 30_000;
const MOST_AT_ONCE = 20;

export class Outbox {
  #sending = false;
  #failures = 0;
  #timer = 0;

  // keeps: a Keep. urls: {results, undo}. onChange({waiting, trouble}); onShown(shown);
  // onRefused(sentence). pass: of the batch in hand; where it does not hold, the session is asked.
  constructor({ keeps, urls, token, pass, onChange, onShown, onRefused }) {
    Object.assign(this, { keeps, urls, token, pass, onChange, onShown, onRefused });
    window.addEventListener("online", () => this.flush());
    window.addEventListener("pageshow", () => this.flush());
    document.addEventListener("visibilitychange", () => document.hidden || this.flush());
  }

  get waiting() {
    return this.keeps.all("out:").sort((one, other) => (one.place < other.place ? -1 : 1));
  }

  // Kept at once, in the same breath as the tap; sent as soon as may be.
  add(entry) {
    this.keeps.set(`out:${entry.place}`, entry);
    this.flush();
  }

  async flush() {
    if (this.#sending) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    let trouble = "";
    try {
      let next = this.waiting;
      this.onChange({ waiting: next.length, trouble });
      while (next.length) {
        await this.#send(next);
        this.#failures = 0;
        next = this.waiting;
      }
    } catch (failure) {
      trouble = failure.signedOut ? "signed-out" : "offline";
      this.#failures += 1;
      const pause = Math.min(1000 * 2 ** (this.#failures - 1), LONGEST_PAUSE);
      this.#timer = setTimeout(() => this.flush(), pause);
    }
    this.#sending = false;
    const left = this.waiting.length;
    this.onChange({ waiting: left, trouble });
    if (left && !trouble) this.flush();
  }

  async #send(entries) {
    const first = entries[0];
    if (first.undoes) return this.#sendUndo(first);
    const upTo = entries.findIndex((entry) => entry.undoes);
    const results = entries.slice(0, Math.min(upTo < 0 ? entries.length : upTo, MOST_AT_ONCE));
    let answer = await this.#post(this.urls.results, { results: results.map((entry) => entry.result) });
    if (answer.problem && results.length > 1) {
      results.length = 1; // one of them is not to the server's liking: find out which
      answer = await this.#post(this.urls.results, { results: [first.result] });
    }
    if (answer.problem) this.onRefused(answer.problem);
    for (const { sentence } of answer.refused ?? []) this.onRefused(sentence);
    for (const entry of results) this.keeps.drop(`out:${entry.place}`);
    this.#show(answer.shown);
  }

  async #sendUndo(entry) {
    const answer = await this.#post(this.urls.undo, { id: entry.undoes, batch: entry.batch });
    if (answer.problem) this.onRefused(answer.problem);
    this.keeps.drop(`out:${entry.place}`);
    this.#show(answer.problem ? undefined : answer);
  }

  // Only the last answer says who is next: an earlier one is out of date already.
  #show(shown) {
    if (!this.waiting.length) this.onShown(shown);
  }

  async #post(url, told) {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.token, "X-Batch-Pass": this.pass },
      body: JSON.stringify(told),
      keepalive: true,
      signal: AbortSignal.timeout(20_000),
    });
    if (answer.status === 401 || answer.status === 403) throw Object.assign(new Error(), { signedOut: true });
    if (answer.status >= 500 || answer.status === 429) throw new Error(answer.statusText);
    const said = await answer.json();
    return answer.ok ? said : { problem: said.detail };
  }
}

// A drawer in the browser's own storage, or in memory where the browser allows none.
export class Keep {
  #memory = new Map();

  constructor(prefix) {
    this.prefix = prefix;
  }

  set(name, value) {
    const text = JSON.stringify(value);
    this.#memory.set(this.prefix + name, text);
    try {
      localStorage.setItem(this.prefix + name, text);
    } catch {
      this.forgetful = true; // private windows and full disks: it lives as long as the page
    }
  }

  get(name) {
    const text = this.#stored(this.prefix + name) ?? this.#memory.get(this.prefix + name);
    return text ? JSON.parse(text) : undefined;
  }

  drop(name) {
    this.#memory.delete(this.prefix + name);
    try {
      localStorage.removeItem(this.prefix + name);
    } catch {
      this.forgetful = true;
    }
  }

  all(name) {
    const names = new Set(this.#memory.keys());
    try {
      for (const key of Object.keys(localStorage)) names.add(key);
    } catch {
      this.forgetful = true;
    }
    return [...names]
      .filter((key) => key.startsWith(this.prefix + name))
      .map((key) => this.get(key.slice(this.prefix.length)))
      .filter(Boolean);
  }

  #stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return undefined;
    }
  }
}
