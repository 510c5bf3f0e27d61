// The site's service worker: it keeps what was opened for days without a network, and gives pages the two headers
// without which a browser shares no memory between a page and its worker.

const reloaded = "course:reloaded";
const patience = 3000; // ms that a browser has to start it; a page runs without it, too

/** Registers it. Where only a reload can make the page share memory, reloads once and goes on as it was asked to; the promise then never ends. */
export async function isolate(site, run) {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", site), { updateViaCache: "none" });
    await Promise.race([navigator.serviceWorker.ready, new Promise((late) => setTimeout(late, patience))]);
  } catch { return; } // a browser that keeps nothing runs the page all the same
  if (self.crossOriginIsolated || !take()) return;
  sessionStorage.setItem("course:open", JSON.stringify({ path: location.pathname, run }));
  location.reload();
  await new Promise(() => {});
}

/** What this page has loaded is kept too, although it came before the service worker. */
export function keep(addresses) {
  const here = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => name.startsWith(location.origin));
  navigator.serviceWorker?.controller?.postMessage({ type: "keep", addresses: [...new Set([location.href.split("#")[0], ...here, ...addresses])] });
}

// Once a tab: a page that was loaded past the service worker would reload for ever.
function take() {
  try {
    if (sessionStorage.getItem(reloaded)) return false;
    sessionStorage.setItem(reloaded, "yes");
    return true;
  } catch { return false; }
}
