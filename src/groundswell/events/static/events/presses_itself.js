// Presses the one button of the page for a person; a scanner that only reads the page does nothing.
const form = document.querySelector("[data-presses-itself]");

function go() {
  if (document.visibilityState === "visible" && !document.prerendering) {
    form.requestSubmit();
    document.removeEventListener("visibilitychange", go);
  }
}

if (form && document.prerendering) {
  document.addEventListener("prerenderingchange", go, { once: true });
} else if (form) {
  document.addEventListener("visibilitychange", go);
  go();
}
