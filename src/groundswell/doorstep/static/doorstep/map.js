// The map of a canvass: our own doors, the streets through them, and the rounds. No tiles.
(() => {
  const box = document.getElementById("turf-map");
  if (!box || !window.maplibregl) return;
  const STATES = ["none", "open", "booked", "done"];
  const NOTHING = { type: "FeatureCollection", features: [] };

  const colour = (name) => getComputedStyle(box).getPropertyValue(name).trim();
  const byState = () => ["match", ["get", "state"], ...STATES.flatMap((one) => [one, colour(`--turf-${one}`)]), colour("--turf-none")];

  function sheet() {
    const lines = (id, source, paint) => ({ id, type: "line", source, paint });
    return {
      version: 8,
      sources: Object.fromEntries(["streets", "rounds", "doors"].map((name) => [name, { type: "geojson", data: NOTHING }])),
      layers: [
        { id: "paper", type: "background", paint: { "background-color": colour("--turf-paper") } },
        lines("streets", "streets", { "line-color": colour("--turf-street"), "line-width": 5 }),
        { id: "rounds", type: "fill", source: "rounds", paint: { "fill-color": byState(), "fill-opacity": 0.18 } },
        lines("edges", "rounds", { "line-color": byState(), "line-width": 2 }),
        {
          id: "doors", type: "circle", source: "doors",
          paint: {
            "circle-radius": ["interpolate", ["linear"], ["zoom"], 12, 1.6, 17, 6],
            "circle-color": byState(), "circle-stroke-width": 1, "circle-stroke-color": colour("--turf-paper"),
          },
        },
      ],
    };
  }

  function bounds(doors) {
    const all = new maplibregl.LngLatBounds();
    for (const door of doors.features) all.extend(door.geometry.coordinates);
    return all;
  }

  // Numbers are words of the page, so that they need no font of the map's; the list has the links.
  function number(map, round) {
    const { middle, number } = round.properties;
    if (!middle || middle[0] === null) return;
    const sign = document.createElement("span");
    new maplibregl.Marker({ element: sign }).setLngLat(middle).addTo(map);
    sign.className += " turf-number";
    sign.textContent = number;
    sign.removeAttribute("aria-label");
    sign.removeAttribute("role");
    sign.setAttribute("aria-hidden", "true");
  }

  async function draw(map) {
    const answer = await fetch(box.dataset.source, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    const found = await answer.json();
    for (const name of ["streets", "rounds", "doors"]) map.getSource(name).setData(found[name]);
    if (found.doors.features.length) map.fitBounds(bounds(found.doors), { padding: 36, maxZoom: 17, animate: false });
    for (const round of found.rounds.features) number(map, round);
    box.dataset.drawn = "yes";
    box.dispatchEvent(new CustomEvent("turf:drawn", { detail: { map } }));
  }

  function begin() {
    maplibregl.setWorkerUrl(box.dataset.worker);
    const words = {
      "NavigationControl.ZoomIn": box.dataset.zoomIn,
      "NavigationControl.ZoomOut": box.dataset.zoomOut,
      "NavigationControl.ResetBearing": box.dataset.north,
      "Map.Title": box.dataset.title,
    };
    const map = new maplibregl.Map({
      container: box, style: sheet(), center: [0.45, 51.57], zoom: 12, locale: words,
      attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0, cooperativeGestures: false,
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
    map.on("load", () => draw(map).catch(() => box.classList.add("turf-map--none")));
    const look = () => map.setStyle(sheet(), { diff: false }) && map.once("styledata", () => draw(map));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
  }

  try {
    begin();
  } catch {
    box.classList.add("turf-map--none"); // no WebGL: the lists beside it say the same
  }
})();
