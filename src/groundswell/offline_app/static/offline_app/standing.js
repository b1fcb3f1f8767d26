// How a round stands: the doors, and what every phone has said about them. Marks are only ever
// added; an undo is a mark too. Nothing here asks the phone or the server.

// {doors: Map(household → Door), out: Map(name → household), names, done, all}: of doors to knock at
// Door: {house, results: Map(elector → mark), last, done, sentTo}
export function standing(houses, marks) {
  const undone = new Set(marks.filter((mark) => mark.kind === "undo").map((mark) => mark.of));
  const inOrder = marks.filter((mark) => !undone.has(mark.id)).sort(byTime);
  const doors = new Map(houses.map((house) => [house.household, { house, results: new Map(), last: null, sentTo: "" }]));
  for (const mark of inOrder) if (mark.kind === "door") record(doors.get(mark.household), mark);
  for (const door of doors.values()) {
    door.done = door.house.people.every(({ elector }) => door.results.has(elector));
  }
  const { names, out } = board(inOrder, doors);
  for (const [name, household] of out) if (doors.has(household)) doors.get(household).sentTo = name;
  const all = [...doors.values()].filter((door) => !door.house.do_not_send);
  return { doors, out, names, all: all.length, done: all.filter((door) => door.done).length };
}

const byTime = (one, other) => (one.made_at < other.made_at ? -1 : one.made_at > other.made_at ? 1 : one.id < other.id ? -1 : 1);

function record(door, mark) {
  if (!door) return;
  door.last = mark;
  const whom = mark.elector === null || mark.elector === undefined ? door.house.people.map(({ elector }) => elector) : [mark.elector];
  for (const elector of whom) {
    // "Nobody in" says nothing about whoever was spoken to before.
    if (mark.elector !== null || !door.results.has(elector)) door.results.set(elector, mark);
  }
}

// Who is on the board, and at which door: until back, sent on, or the door is done.
function board(inOrder, doors) {
  const names = new Set();
  const out = new Map();
  for (const mark of inOrder) {
    if (mark.kind === "board") {
      if (mark.action === "name_gone") names.delete(mark.name);
      else names.add(mark.name);
      if (mark.action === "sent") out.set(mark.name, mark.household);
      else if (mark.action !== "name_added") out.delete(mark.name);
    }
  }
  for (const [name, household] of out) if (doors.get(household)?.done) out.delete(name);
  return { names: [...names], out };
}

// The houses in the order that the canvasser chose. sides: "both", "odd" or "even".
export function inOrder(houses, { sides = "both", reversed = false } = {}) {
  const wanted = houses.filter(({ number }) => {
    const figures = Number.parseInt(number, 10);
    return sides === "both" || Number.isNaN(figures) || (figures % 2 === 1) === (sides === "odd");
  });
  return reversed ? wanted.reverse() : wanted;
}

// The next house to knock at after this one, round to the start; undefined when all are done.
// Doors to which somebody else was sent are theirs; `own` is the name whose doors count as ours.
export function nextHouse(order, doors, after, own = "") {
  const at = order.findIndex((house) => house.household === after);
  const ahead = [...order.slice(at + 1), ...order.slice(0, at + 1)];
  return ahead.find((house) => isOpen(doors.get(house.household), own) && house.household !== after)
    ?? ahead.find((house) => isOpen(doors.get(house.household), own));
}

const isOpen = (door, own) => !door.done && !door.house.do_not_send && (!door.sentTo || door.sentTo === own);

// Where nobody was in, for a second try.
export const nobodyIn = (doors) =>
  [...doors.values()].filter((door) => door.results.size && door.done && [...door.results.values()].every((mark) => mark.outcome === "no_answer"));
