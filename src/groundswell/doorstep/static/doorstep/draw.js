// Drawing a round: each press on the map is a corner; the outline goes into the form.
(() => {
  const box = document.getElementById("turf-map");
  const field = document.querySelector("#cut [name=outline]");
  const back = document.getElementById("draw-back");
  const done = document.getElementById("draw-done");
  const said = document.getElementById("draw-said");
  if (!box || !field) return;
  const corners = [];

  function shape() {
    const ring = corners.length > 2 ? [...corners, corners[0]] : corners;
    const kind = corners.length > 1 ? "LineString" : "Point";
    if (!corners.length) return { type: "FeatureCollection", features: [] };
    return { type: "Feature", properties: {}, geometry: { type: kind, coordinates: corners.length > 1 ? ring : corners[0] } };
  }

  function show(map) {
    map.getSource("drawn").setData(shape());
    field.value = JSON.stringify(corners);
    back.disabled = !corners.length;
    done.disabled = corners.length < 3;
    said.textContent = corners.length ? said.dataset.corners + corners.length : "";
  }

  box.addEventListener("turf:drawn", ({ detail: { map } }) => {
    if (map.getSource("drawn")) return;
    const colour = getComputedStyle(box).getPropertyValue("--turf-drawn").trim();
    map.addSource("drawn", { type: "geojson", data: shape() });
    map.addLayer({ id: "drawn", type: "line", source: "drawn", paint: { "line-color": colour, "line-width": 3 } });
    map.addLayer({ id: "corners", type: "circle", source: "drawn", paint: { "circle-color": colour, "circle-radius": 5 } });
    map.getCanvas().classList.add("turf-drawing");
    map.on("click", ({ lngLat }) => {
      corners.push([Number(lngLat.lng.toFixed(6)), Number(lngLat.lat.toFixed(6))]);
      show(map);
    });
    back.addEventListener("click", () => {
      corners.pop();
      show(map);
    });
  });
})();
