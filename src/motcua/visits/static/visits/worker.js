// The service worker of the tablet's page: keeps its files, serves them without a network, keeps nothing else.
// self.TOLD = {version, page, files, manifest} stands before this text (visits/pages/tablet.py).
"use strict";
const CACHE = `motcua-tablet-${TOLD.version}`;

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(renew()));

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll([...TOLD.files, TOLD.manifest].map((address) => new Request(address, { cache: "reload" })));
  if (!(await refreshed(cache))) throw new Error("signed out");
}

// The page carries no name and no visit. A redirect is the sign-in page: that is never kept in its place.
async function refreshed(cache) {
  const answer = await fetch(TOLD.page, { cache: "reload", redirect: "manual" });
  const ours = answer.ok && answer.headers.get("X-Tablet-Version") === TOLD.version;
  if (ours) await cache.put(TOLD.page, answer);
  return ours;
}

async function renew() {
  for (const name of await caches.keys()) if (name.startsWith("motcua-tablet-") && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin) return;
  if (address.pathname === TOLD.page) event.respondWith(page(event));
  else if (address.pathname.startsWith("/static/") || address.pathname === TOLD.manifest) event.respondWith(kept(event.request));
});

async function page(event) {
  const cache = await caches.open(CACHE), found = await cache.match(TOLD.page);
  if (!found) return fetch(event.request);
  event.waitUntil(refreshed(cache).catch(() => { /* no network: what is kept is good */ }));
  return found;
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) || fetch(request);
}
