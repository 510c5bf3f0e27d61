// Search over all pages, from the keyboard, offline. The index is loaded when it is first asked for.
(function () {
  "use strict";
  const { index: indexUrl, library: libraryUrl } = document.currentScript.dataset;
  const most = 12;
  let index, dialog, input, list, status, found = [], at = -1;

  const load = (src) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  const element = (name, attributes = {}, ...children) => {
    const e = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
    e.append(...children);
    return e;
  };

  async function ready() {
    if (index) return;
    await load(libraryUrl);
    await load(indexUrl);
    index = new MiniSearch({
      fields: ["title", "page", "text"],
      storeFields: ["title", "page", "url", "text"],
      searchOptions: { prefix: true, fuzzy: (term) => term.length > 4 ? 0.2 : false, combineWith: "AND", boost: { title: 4, page: 2 } },
    });
    index.addAll(window.courseSearch.map((entry, id) => ({ id, ...entry })));
  }

  // The words around the first match, the matches marked.
  function excerpt(text, terms) {
    const lower = text.toLowerCase();
    const first = Math.min(...terms.map((term) => lower.indexOf(term)).filter((i) => i >= 0), text.length);
    const start = first === text.length ? 0 : Math.max(0, text.lastIndexOf(" ", Math.max(0, first - 40)) + 1);
    const shown = text.slice(start, start + 140);
    const parts = terms.length ? shown.split(new RegExp(`(${terms.map((t) => t.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "i")) : [shown];
    return parts.map((part, i) => i % 2 ? element("mark", {}, part) : part);
  }

  function select(i) {
    at = found.length ? (i + found.length) % found.length : -1;
    [...list.children].forEach((option, k) => option.setAttribute("aria-selected", k === at));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", `found-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function show() {
    const query = input.value.trim();
    found = query && index ? index.search(query).slice(0, most) : [];
    list.replaceChildren(...found.map((hit, i) => {
      const option = element("li", { role: "option", id: `found-${i}` }, element("strong", {}, hit.title), " ", element("span", { class: "page" }, hit.page), element("p", {}, ...excerpt(hit.text, hit.terms)));
      option.addEventListener("click", () => go(i));
      return option;
    }));
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = !query ? "" : found.length ? `${found.length}${found.length === most ? " or more" : ""} places` : "Nothing found";
    select(0);
  }

  function go(i) {
    if (!found[i]) return;
    dialog.close();
    location.href = found[i].url;
  }

  function build() {
    input = element("input", { type: "search", role: "combobox", "aria-label": "Search the course", "aria-controls": "found", "aria-expanded": "false", "aria-autocomplete": "list", placeholder: "Search the course", autocomplete: "off", spellcheck: "false" });
    list = element("ul", { id: "found", role: "listbox", "aria-label": "Places found" });
    status = element("p", { role: "status" });
    dialog = element("dialog", { class: "search", "aria-label": "Search" }, input, status, list);
    input.addEventListener("input", show);
    input.addEventListener("keydown", (event) => {
      const moves = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in moves) select(at + moves[event.key]);
      else if (event.key === "Enter") go(at);
      else if (event.key === "Escape") dialog.close(); // a search field would only empty itself
      else return;
      event.preventDefault();
    });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
  }

  async function open() {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    input.select();
    await ready();
    show();
  }

  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if ((event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      open();
    }
  });

  const button = element("button", { type: "button", class: "find", "aria-label": "Search", title: "Search (/)", "aria-keyshortcuts": "/" });
  button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M15.5 15.5 21 21" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></svg>';
  button.addEventListener("click", open);
  document.querySelector(".bar nav").after(button);
})();
