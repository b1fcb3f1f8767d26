// The service worker. Before these lines the server puts VERSION and FILES: the shell and every file
// of the app as of that version, each under an address that names the version.

const CACHE = `groundswell-app-${VERSION}`;
const OURS = /^groundswell-app-/;

// All or nothing: a version that is not whole does not take over.
self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

// The version before stays: a page that is open may still ask for its files.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => OURS.test(name) && name !== CACHE).slice(0, -1))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && url.pathname === SHELL) event.respondWith(shell(request));
  else if (url.pathname.startsWith(`${SHELL}files/`)) event.respondWith(file(request));
});

// Never waits for a network that is not there.
const shell = async (request) => (await (await caches.open(CACHE)).match(SHELL)) ?? fetch(request);

const file = async (request) => (await caches.match(request)) ?? fetch(request);
