// Keeps one page without anybody's data, and the files that it needs, for the time without a connection. No other page
// ever enters the cache; the office's pages are left to the browser, and the gate has a worker of its own.
const shelf = "ps-site-1";
const base = new URL(self.registration.scope).pathname;
const page = `${base}offline`;
const office = /^(?:Admin)(?:\/|$)/i;

self.addEventListener("install", event => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", event => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin || office.test(address.pathname.slice(base.length))) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(async error => await caches.match(page) ?? Promise.reject(error)));
  else if (address.pathname.startsWith(`${base}PropertySuite.`)) event.respondWith(fetch(request).catch(async error => await caches.match(request, { ignoreSearch: true }) ?? Promise.reject(error)));
});

async function keep() {
  const answer = await fetch(page, { credentials: "omit", cache: "reload" });
  if (!answer.ok) throw new Error(`The offline page answered ${answer.status}.`);
  const files = [...(await answer.clone().text()).matchAll(/(?:href|src)="([^"]*\/PropertySuite\.[^"]+\.(?:css|svg))/g)].map(match => match[1]);
  const cache = await caches.open(shelf);
  await cache.put(page, answer);
  await Promise.all([...new Set(files)].map(file => cache.add(file).catch(() => {})));
}
