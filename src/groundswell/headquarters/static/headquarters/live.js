// Has figures looked at again every few seconds, only while somebody can see them.
// Tables that stand open, and the keyboard's place, stay as they are through a refresh.

const regions = [...document.querySelectorAll("[data-live]")];

function lookAgain(region) {
  if (!document.hidden) region.dispatchEvent(new Event("look-again"));
}

for (const region of regions) {
  setInterval(() => lookAgain(region), Number(region.dataset.live) * 1000);
  document.addEventListener("visibilitychange", () => lookAgain(region));

  let open = [];
  let focused = -1;
  const stops = () => [...region.querySelectorAll("a[href], summary, [tabindex]")];
  region.addEventListener("htmx:beforeSwap", () => {
    open = [...region.querySelectorAll("details")].map((details) => details.open);
    focused = stops().indexOf(document.activeElement);
  });
  region.addEventListener("htmx:afterSwap", () => {
    region.querySelectorAll("details").forEach((details, at) => (details.open = open[at] ?? false));
    if (focused >= 0) stops()[focused]?.focus({ preventScroll: true });
  });
}
