// The round in hand: its doors, what is known of them, where the canvasser stands.

import { hear, tell } from "./bus.js";
import { heldRound, keepDraft, marksOf, record, recallDraft, takeRound } from "./rounds.js";
import { keepSmall, small } from "./store.js";
import { inOrder, nextHouse, standing } from "./standing.js";

let current;

// The round of that code from the phone, or from the server at the first visit. Throws Trouble.
export async function inHand(code) {
  if (current?.code !== code) {
    const walk = (await heldRound(code)) ?? (await takeRound(code));
    const round = new RoundInHand(code, walk, await marksOf(code));
    round.settings = { sides: "both", reversed: false, asks: false, ...(await small(`place:${code}`)) };
    round.draft = await recallDraft(code);
    current = round;
  }
  return current;
}

// The round on the screen, if any: for the call for help, and for asking what others did.
export const roundInHand = () => current;

hear("wiped", () => (current = undefined));
hear("gone", (code) => code === current?.code && (current = undefined));
hear("marks", ({ code, marks }) => code === current?.code && current.add(marks));

class RoundInHand {
  #marks = new Map();

  constructor(code, walk, marks) {
    Object.assign(this, { code, walk, draft: undefined, shownAt: Date.now() });
    this.#take(marks);
  }

  add(marks) {
    this.#take(marks);
    tell("changed", this.code);
  }

  #take(marks) {
    // What this phone wrote itself says more than what comes back of it.
    for (const mark of marks) if (!this.#marks.has(mark.id)) this.#marks.set(mark.id, mark);
    this.standing = standing(this.walk.doors, [...this.#marks.values()]);
  }

  get order() {
    return inOrder(this.walk.doors, this.settings);
  }

  // The house to knock at: the one stood at last, else the first that is open.
  get house() {
    const { household } = this.settings;
    const known = household !== undefined && this.walk.doors.find((house) => house.household === household);
    return known || nextHouse(this.order, this.standing.doors);
  }

  get door() {
    return this.house && this.standing.doors.get(this.house.household);
  }

  next() {
    return nextHouse(this.order, this.standing.doors, this.house?.household);
  }

  standAt(household) {
    this.shownAt = Date.now();
    return this.settle({ household });
  }

  settle(changes) {
    Object.assign(this.settings, changes);
    return keepSmall(`place:${this.code}`, this.settings);
  }

  setDraft(draft) {
    this.draft = draft;
    return keepDraft(this.code, draft);
  }

  get secondsHere() {
    return (Date.now() - this.shownAt) / 1000;
  }

  record(...records) {
    return record(this.code, records);
  }
}
