// Whoever comes back by their link goes straight on; a page that is only being prepared waits.
const form = document.querySelector("[data-starts-itself]");
const start = () => form.requestSubmit();
if (document.prerendering) document.addEventListener("prerenderingchange", start, { once: true });
else start();
