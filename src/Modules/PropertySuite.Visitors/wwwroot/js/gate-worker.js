// Keeps the gate's offline page and its files, and answers with that page when the network does not. Nothing else is
// kept: no page with a visitor on it ever enters the cache.
const shelf = "ps-gate-1";
const scope = new URL(self.registration.scope).pathname;
const page = `${scope}/Offline`;
const base = scope.slice(0, scope.length - scope.split("/").slice(-3).join("/").length);
const isFile = path => path.startsWith(`${base}PropertySuite.`);

self.addEventListener("install", event => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("message", event => {
  if (event.data === "keep") event.waitUntil(keep().catch(() => {}));
});

self.addEventListener("fetch", event => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== location.origin) return;
  if (request.method === "GET" && isFile(address.pathname)) event.respondWith(file(request));
  else if (wantsPage(request)) event.respondWith(pageOr(request));
});

const wantsPage = request => request.mode === "navigate" || request.headers.get("Accept")?.includes("text/html");

async function file(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function pageOr(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(page, { ignoreVary: true });
    if (!kept) throw error;
    // Turbo shows the answer to a form only when it is no success.
    return request.method === "GET" ? kept : new Response(await kept.blob(), { status: 503, headers: kept.headers });
  }
}

/** The page, and every file that it or its files name. */
async function keep() {
  const cache = await caches.open(shelf);
  const found = new Map();
  const open = [page];
  while (open.length) {
    const address = open.shift();
    if (found.has(address)) continue;
    const answer = await fetch(address, { credentials: "same-origin", cache: "no-cache" });
    if (!answer.ok || answer.redirected) throw new Error(`${address} cannot be kept`);
    found.set(address, answer.clone());
    if (/html|css|javascript/.test(answer.headers.get("Content-Type"))) open.push(...named(await answer.text(), address));
  }
  for (const [address, answer] of found) await cache.put(address, answer);
}

function named(text, from) {
  const names = text.matchAll(/(?:(?:src|href)="|\bfrom\s*["']|\bimport\s*\(?\s*["']|url\(["']?)([^"')]+)/g);
  return [...names]
    .map(match => new URL(match[1].replaceAll("&amp;", "&"), new URL(from, location.origin)))
    .filter(address => address.origin === location.origin && isFile(address.pathname))
    .map(address => address.pathname + address.search);
}
