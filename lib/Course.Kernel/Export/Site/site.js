// The site's one script: theme, typesetting, copy buttons, contents. Every page reads without it.
(function () {
  "use strict";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const all = (selector) => [...document.querySelectorAll(selector)];

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

  function typeset() {
    if (!window.katex) return;
    for (const span of all(".math")) {
      katex.render(span.textContent, span, { displayMode: span.classList.contains("display"), throwOnError: false, strict: false });
    }
  }

  // A formula a little wider than its line is set a little smaller; a much wider one scrolls.
  function fitFormulas() {
    for (const box of all(".math.display")) {
      const ratio = box.clientWidth / box.scrollWidth;
      if (ratio < 1 && ratio >= 0.8) box.style.fontSize = `${Math.floor(ratio * 100)}%`;
    }
  }

  // Each diagram is drawn twice, so that theme and print only choose which one shows.
  async function drawDiagrams() {
    const sources = all("pre.mermaid").map((pre) => ({ pre, text: pre.textContent }));
    if (!window.mermaid || !sources.length) return;
    const colours = {
      light: { primaryColor: "#f5f3ed", primaryTextColor: "#20262b", primaryBorderColor: "#626a70", lineColor: "#626a70", background: "#fdfcf9" },
      dark: { primaryColor: "#1e2227", primaryTextColor: "#dedcd6", primaryBorderColor: "#99a0a8", lineColor: "#99a0a8", background: "#16191d", darkMode: true },
    };
    for (const theme of ["light", "dark"]) {
      mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme: "base", look: "classic", themeVariables: colours[theme], fontFamily: getComputedStyle(root).getPropertyValue("--sans") });
      for (const [index, { pre, text }] of sources.entries()) {
        const { svg } = await mermaid.render(`diagram-${theme}-${index}`, text);
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
  const reachScrollers = () => all("pre, .html, .html div, .math.display, .prose table").forEach((box) => {
    if (scrolls(box)) box.tabIndex = 0;
  });

  addEventListener("DOMContentLoaded", () => {
    addThemeButton();
    typeset();
    addCopyButtons();
    followContents();
    drawDiagrams();
  });
  addEventListener("load", () => document.fonts.ready.then(() => {
    fitFormulas();
    reachScrollers();
    addEventListener("resize", reachScrollers);
  }));
})();
