// Keeps the site for days without a network. Pages come from the network whenever it answers; the large files of the tab,
// which a version names, come from the cache. One cache holds it all: a new version of the tab begins a new one.
const scope = new URL(self.registration.scope);
const prefix = `course ${scope.pathname} `;
const versions = "tab/tab.json";

// Small, and they must fit each other: the network is asked for them first.
const small = /^tab\/[^/]+\.(js|json|css)$/;

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("message", (event) => event.data?.type === "keep" && event.waitUntil(keep(event.data.addresses)));
addEventListener("fetch", (event) => {
  const path = pathOf(event.request.url);
  if (event.request.method === "GET" && path !== null) event.respondWith(answer(event.request, path).then(isolated));
});

// Within the site; null for any other address.
function pathOf(address) {
  const url = new URL(address);
  return url.origin === scope.origin && url.pathname.startsWith(scope.pathname) ? url.pathname.slice(scope.pathname.length) : null;
}

const answer = (request, path) => (path.startsWith("tab/") && !small.test(path) ? fromCache(request) : fromNetwork(request, path));

async function fromCache(request) {
  const cache = await current();
  const kept = await cache.match(request, { ignoreSearch: true });
  return kept ?? save(cache, request, await ask(request));
}

async function fromNetwork(request, path) {
  try {
    const response = await ask(request);
    if (path === versions && response.ok) await begin((await response.clone().json()).version);
    return save(await current(), request, response);
  } catch (fault) {
    const kept = await (await current()).match(request, { ignoreSearch: true });
    if (kept) return kept;
    if (request.mode !== "navigate") throw fault;
    return new Response("<!doctype html><title>No network</title><p>There is no network, and this page was not opened before. Go back, or try again later.", { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

// The browser's own cache may hold files of an older site: it asks the server whether they are the same.
const ask = (request) => (request.mode === "navigate" ? fetch(request.url, { cache: "no-cache", redirect: "manual" }) : fetch(request, { cache: "no-cache" }));

async function save(cache, request, response) {
  if (response.status !== 200) return response;
  cache.put(request.url.split(/[?#]/)[0], response.clone()).catch(() => {}); // a full disk costs the offline copy, not the page
  return response;
}

async function current() {
  const names = await caches.keys();
  return caches.open(names.find((name) => name.startsWith(prefix)) ?? prefix);
}

async function begin(version) {
  const name = prefix + version;
  const others = (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name);
  await caches.open(name);
  await Promise.all(others.map((other) => caches.delete(other)));
}

async function keep(addresses) {
  const cache = await current();
  for (const address of addresses.filter((each) => pathOf(each) !== null)) {
    if (await cache.match(address)) continue;
    try { await save(cache, { url: address }, await fetch(address)); } catch { return; } // no network: what there is must do
  }
}

function isolated(response) {
  if (response.type === "opaqueredirect" || response.type === "error") return response;
  const headers = new Headers(response.headers);
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Embedder-Policy", "require-corp");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
