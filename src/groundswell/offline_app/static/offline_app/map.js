// A sketch of the round from the doors' own coordinates: no tiles, no other host, no signal needed.

import { hear } from "./bus.js";
import { h, link, icon, svg } from "./dom.js";
import { inHand } from "./inhand.js";
import { lastPlace } from "./whereabouts.js";
import { addressOf } from "./visits.js";
import { top } from "./walk.js";
import { t } from "./words.js";

const WIDTH = 360;
const MARGIN = 22;
const APART = 26; // nearer than this two numbers cannot be told apart

export async function mapScreen(show, code) {
  const round = await inHand(code);
  const paint = (focus) => show({ top: top(round), main: [h("h1", {}, t("the_map")), sketch(round), key()], foot: [link(t("the_list"), `#/round/${code}/list`, "plain", icon("list"))] }, focus);
  paint(true);
  return hear("changed", (changed) => changed === code && paint(false));
}

function sketch(round) {
  const houses = round.order.filter(({ lat, lon }) => Number.isFinite(lat) && Number.isFinite(lon) && (lat || lon));
  if (houses.length < 2) return h("p", {}, t("no_map"));
  const { place, height } = projection(houses);
  const points = houses.map((house) => ({ house, door: round.standing.doors.get(house.household), now: house === round.house, ...place(house) }));
  const numbered = apart(points);
  const here = lastPlace();
  return svg(
    "svg",
    { class: "sketch", viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": t("map_of", { n: houses.length }) },
    svg("polyline", { class: "sketch-way", points: points.map(({ x, y }) => `${x},${y}`).join(" ") }),
    points.filter(({ now }) => !now).map((point) => dot(point, numbered.has(point))),
    points.filter(({ now }) => now).map((point) => dot(point, true)),
    here && you(place(here)),
  );
}

// Metres alike both ways, north up.
function projection(houses) {
  const lats = houses.map(({ lat }) => lat);
  const narrowing = Math.cos((lats[0] * Math.PI) / 180);
  const xs = houses.map(({ lon }) => lon * narrowing);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...lats), Math.max(...lats)];
  const scale = Math.min((WIDTH - 2 * MARGIN) / (east - west || 1e-4), (1.4 * WIDTH) / (north - south || 1e-4));
  const left = (WIDTH - (east - west) * scale) / 2;
  const round = (value) => Math.round(value * 10) / 10;
  return {
    height: round((north - south) * scale + 2 * MARGIN),
    place: ({ lat, lon }) => ({ x: round(left + (lon * narrowing - west) * scale), y: round(MARGIN + (north - lat) * scale) }),
  };
}

// The door now has its number, and every other that has room for one.
function apart(points) {
  const kept = points.filter(({ now }) => now);
  for (const point of points) if (!kept.some(({ x, y }) => Math.hypot(x - point.x, y - point.y) < APART)) kept.push(point);
  return new Set(kept);
}

function dot({ house, door, now, x, y }, numbered) {
  const kind = now ? "now" : door.done ? "done" : "open";
  return svg(
    "g",
    {},
    svg("title", {}, addressOf(house)),
    svg(kind === "open" ? "circle" : "rect", kind === "open" ? { class: `dot dot--${kind}`, cx: x, cy: y, r: 7 } : { class: `dot dot--${kind}`, x: x - (now ? 11 : 6), y: y - (now ? 11 : 6), width: now ? 22 : 12, height: now ? 22 : 12, rx: now ? 11 : 2 }),
    numbered && svg("text", { class: now ? "dot-number dot-number--now" : "dot-number", x, y: now ? y + 4 : y - 10, "text-anchor": "middle" }, String(house.number ?? "").slice(0, 4)),
  );
}

const you = ({ x, y }) => svg("g", {}, svg("title", {}, t("you_are_here")), svg("circle", { class: "dot dot--you", cx: x, cy: y, r: 6 }));

const key = () =>
  h("p.map-key", {}, h("span", {}, h("i.key.key--open", {}), t("not_yet")), h("span", {}, h("i.key.key--done", {}), t("done")), h("span", {}, h("i.key.key--now", {}), t("you_stand_here")));
