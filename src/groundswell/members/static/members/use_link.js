// Presses the button for a person; a scanner that only reads the page uses nothing up.
const form = document.getElementById("use-link");

function go() {
  if (document.visibilityState === "visible" && !document.prerendering) {
    form.requestSubmit();
    document.removeEventListener("visibilitychange", go);
  }
}

if (document.prerendering) {
  document.addEventListener("prerenderingchange", go, { once: true });
} else {
  document.addEventListener("visibilitychange", go);
  go();
}
