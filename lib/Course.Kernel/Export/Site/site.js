// The site's one script: theme, typesetting, copy buttons, contents, and the button that loads what runs a page. Every page reads without it.
(function () {
  "use strict";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const all = (selector, part = document) => [...part.querySelectorAll(selector)];

  // file: pages and strict browsers may refuse storage; then the choice lasts for the page.
  const remember = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* not kept */ } };
  const remembered = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  let chosen = remembered();

  // Charts listen for this event and read data-theme, so that they need not know the page.
  function show(theme) {
    if (root.dataset.theme === theme) return;
    root.dataset.theme = theme;
    dispatchEvent(new CustomEvent("course:theme", { detail: { dark: theme === "dark" } }));
  }
  const current = () => chosen ?? (system.matches ? "dark" : "light");
  show(current());
  system.addEventListener("change", () => show(current()));
  addEventListener("beforeprint", () => show("light"));
  addEventListener("afterprint", () => show(current()));

  function addThemeButton() {
    const bar = document.querySelector(".bar");
    if (!bar) return;
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", "Light or dark");
    button.title = "Light or dark";
    button.className = "theme";
    button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor"/></svg>';
    button.addEventListener("click", () => {
      chosen = root.dataset.theme === "dark" ? "light" : "dark";
      remember(chosen);
      show(chosen);
    });
    bar.append(button);
  }

  function typeset(part) {
    if (!window.katex) return;
    for (const span of all(".math:not(:has(.katex))", part)) {
      katex.render(span.textContent, span, { displayMode: span.classList.contains("display"), throwOnError: false, strict: false });
    }
  }

  // A formula a little wider than its line is set a little smaller; a much wider one scrolls.
  function fitFormulas(part) {
    for (const box of all(".math.display", part)) {
      const ratio = box.clientWidth / box.scrollWidth;
      if (ratio < 1 && ratio >= 0.8) box.style.fontSize = `${Math.floor(ratio * 100)}%`;
    }
  }

  // Each diagram is drawn twice, so that theme and print only choose which one shows.
  let drawn = 0;
  async function drawDiagrams(part) {
    const sources = all("pre.mermaid:not([hidden])", part).map((pre) => ({ pre, text: pre.textContent, number: drawn++ }));
    if (!window.mermaid || !sources.length) return;
    const colours = {
      light: { primaryColor: "#f5f3ed", primaryTextColor: "#20262b", primaryBorderColor: "#626a70", lineColor: "#626a70", background: "#fdfcf9" },
      dark: { primaryColor: "#1e2227", primaryTextColor: "#dedcd6", primaryBorderColor: "#99a0a8", lineColor: "#99a0a8", background: "#16191d", darkMode: true },
    };
    for (const theme of ["light", "dark"]) {
      mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme: "base", look: "classic", themeVariables: colours[theme], fontFamily: getComputedStyle(root).getPropertyValue("--sans") });
      for (const { pre, text, number } of sources) {
        const { svg } = await mermaid.render(`diagram-${theme}-${number}`, text);
        const figure = document.createElement("div");
        figure.className = `diagram ${theme}`;
        figure.innerHTML = svg;
        pre.before(figure);
        pre.hidden = true;
      }
    }
  }

  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea"); // a page served over plain http has no clipboard object
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  function addCopyButtons() {
    for (const pre of all(".input > pre, .prose > pre.code")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.addEventListener("click", async () => {
        await copy(pre.querySelector("code").textContent);
        button.textContent = "Copied";
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
      });
      (pre.closest(".input") ?? pre).append(button);
    }
  }

  function followContents() {
    const details = document.querySelector(".toc details");
    if (!details) return;
    details.open = matchMedia("(min-width: 72rem)").matches;
    const links = new Map(all(".toc a").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = all("main h2[id], main h3[id]").filter((heading) => links.has(heading.id));
    // What was asked for counts until the reader moves on: a heading near the end of a page never comes to its top.
    let asked = decodeURIComponent(location.hash.slice(1));
    const mark = () => {
      const here = headings.find((heading) => heading.id === asked) ?? headings.findLast((heading) => heading.getBoundingClientRect().top < 120);
      for (const [id, link] of links) {
        if (id === here?.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    addEventListener("hashchange", () => { asked = decodeURIComponent(location.hash.slice(1)); mark(); });
    for (const [id, link] of links) link.addEventListener("click", () => { asked = id; mark(); });
    for (const move of ["wheel", "touchmove", "keydown"]) addEventListener(move, () => { asked = ""; }, { passive: true });
    let due = 0;
    addEventListener("scroll", () => { due ||= requestAnimationFrame(() => { due = 0; mark(); }); }, { passive: true });
    addEventListener("scrollend", mark);
    mark();
  }

  // A block that scrolls can be reached with the keyboard.
  const scrolls = (box) => (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
    && /auto|scroll/.test(getComputedStyle(box).overflow);
  const reachScrollers = (part) => all("pre, .html, .html div, .math.display, .prose table", part).forEach((box) => {
    if (scrolls(box)) box.tabIndex = 0;
  });

  // Of a page as it is opened, and of what its cells show later.
  function finish(part) {
    fitFormulas(part);
    reachScrollers(part);
  }

  window.courseShow = (part) => {
    typeset(part);
    drawDiagrams(part);
    finish(part);
  };

  const kept = (key, otherwise, place = "localStorage") => { try { return JSON.parse(window[place].getItem(key)) ?? otherwise; } catch { return otherwise; } };

  // Beside each notebook, how many of its exercises were solved in this browser.
  window.courseSolved = () => {
    const solved = kept("course:solved", []);
    for (const place of all("[data-checks]")) {
      const [id, checks] = place.dataset.checks.split(" ");
      const count = solved.filter((exercise) => exercise.startsWith(`${id}-`)).length;
      if (count) place.textContent = `${count} of ${checks} \u2713`;
    }
  };

  // What runs the page is loaded when the reader asks for it, and not before.
  function addRunButton() {
    const main = document.querySelector("main[data-tab]");
    if (!main) return;
    const { tab, megabytes, notebook } = main.dataset;
    const bar = document.createElement("div"), button = document.createElement("button"), said = document.createElement("span");
    const edits = Object.keys(kept(`course:edits:${notebook}`, {}).cells ?? {}).length;
    let tries = 0;
    [bar.className, button.type, button.textContent] = ["run", "button", "Run this page"];
    said.setAttribute("role", "status");
    said.textContent = `Every cell becomes live, here in your browser: ${megabytes} MB the first time.${edits ? ` Your edits are kept (${edits}).` : ""}`;
    const open = async (run) => {
      if (location.protocol === "file:") {
        said.textContent = "A page opened as a file cannot run: browsers start no worker there. Serve the site\u2019s folder, for instance with python3 -m http.server, and open the address that it names.";
        return;
      }
      said.textContent = "Loading";
      try {
        const page = await import(new URL(tab + (tries++ ? `?${tries}` : ""), document.baseURI)); // a browser remembers an address that failed
        await page.open(bar, run);
      } catch (fault) {
        said.textContent = `What runs the page could not be loaded (${fault.message}). Press again when there is a network.`;
      }
    };
    button.addEventListener("click", () => open(true));
    bar.append(button, said);
    (main.querySelector(".prose") ?? main.firstElementChild).after(bar);
    if (location.hash.startsWith("#try=")) import(new URL("share.js", new URL(tab, document.baseURI))).then((share) => share.propose(() => open(false)), () => open(false));
    // The button was pressed, and the page had to be loaded once more.
    const again = kept("course:open", {}, "sessionStorage");
    try { sessionStorage.removeItem("course:open"); } catch { /* nor was it kept */ }
    if (again.path === location.pathname) open(again.run);
  }

  addEventListener("DOMContentLoaded", () => {
    addThemeButton();
    typeset(document);
    addCopyButtons();
    followContents();
    drawDiagrams(document);
    courseSolved();
    addRunButton();
  });
  addEventListener("load", () => document.fonts.ready.then(() => {
    finish(document);
    addEventListener("resize", () => reachScrollers(document));
  }));
})();
