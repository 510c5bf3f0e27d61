// What the tests ask a page. Evaluated in the page; every function is self-contained and returns plain data.
(() => {
  const panels = () => [...document.querySelectorAll("[data-chart] [data-panel]")];
  const isPlotly = (panel) => panel.classList.contains("js-plotly-plot");

  // Colours as the browser paints them, whatever notation the style has.
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const painted = new Map(); // a page has some dozen colours and asks for them ten thousand times
  const paint = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const rgba = (colour) => {
    if (!painted.has(colour)) painted.set(colour, paint(colour));
    return [...painted.get(colour)];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const luminance = (colour) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const c = colour[i] / 255;
    return sum + weight * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  }, 0);
  const paper = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const opacity = (element) => {
    let value = 1;
    for (let e = element; e; e = e.parentElement) value *= Number(getComputedStyle(e).opacity);
    return value;
  };

  const textOf = (address) => {
    const comma = address.indexOf(","), data = address.slice(comma + 1);   // a drawing may hold pictures in base64 itself
    return address.slice(0, comma).endsWith(";base64") ? new TextDecoder().decode(Uint8Array.from(atob(data), (c) => c.charCodeAt(0))) : decodeURIComponent(data);
  };

  window.probe = {
    drawn: () => [...document.querySelectorAll("[data-chart]")].every((root) => root.courseChart)
      && panels().filter(isPlotly).every((panel) => panel._fullLayout)
      // The dark drawing comes last; until then mermaid has a scratch element in the page.
      && document.querySelectorAll(".diagram.dark").length === document.querySelectorAll("pre.mermaid").length,

    charts: () => panels().map((panel) => {
      const picture = isPlotly(panel) ? panel.querySelector(".main-svg, canvas") : panel.querySelector("img, svg, canvas");
      const box = picture ? picture.getBoundingClientRect() : { width: 0, height: 0 };
      return {
        name: panel.getAttribute("aria-label") ?? panel.closest("[data-chart]").dataset.chart,
        kind: isPlotly(panel) ? "plotly" : "svg",
        width: box.width,
        height: box.height,
        fits: box.width <= panel.clientWidth + 1 && panel.getBoundingClientRect().right <= (panel.closest(".html") ?? document.body).getBoundingClientRect().right + 1,
        traces: isPlotly(panel) ? panel._fullData.length : 1,
        problems: isPlotly(panel) ? (Plotly.validate(panel.data, panel.layout) ?? []).map((problem) => problem.msg) : [],
      };
    }),

    // A picture of what a chart shows, to tell whether a slider changed it.
    state: (index) => {
      const root = document.querySelectorAll("[data-chart]")[index];
      return JSON.stringify([...root.querySelectorAll("[data-panel]")].map((panel) => isPlotly(panel)
        ? [panel.data.map((trace) => [trace.x, trace.y, trace.z, trace.marker && trace.marker.color]), panel.layout.title]
        : (panel.querySelector("img") ?? panel).outerHTML));
    },

    // Where to drag: the page's own range inputs, and the rails that plotly.js draws.
    sliders: () => [...document.querySelectorAll("[data-chart]")].flatMap((root, chart) =>
      [...root.querySelectorAll("input[type=range]")].map((input, index) => ({ chart, index, kind: "input" }))
        .concat([...root.querySelectorAll(".slider-rail-touch-rect")].map((rail, index) => ({ chart, index, kind: "rail" })))),

    overflow: () => document.documentElement.scrollWidth <= innerWidth ? [] :
      [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".html, pre, .math.display, table"))
        .slice(0, 5).map((e) => `${e.tagName}.${e.className} "${e.textContent.slice(0, 40)}"`).concat(`page is ${document.documentElement.scrollWidth} px wide`),

    // Text below the contrast that WCAG AA asks for: 4.5, or 3 for large text.
    faint: () => {
      const found = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || element.closest("script, style, noscript, .katex-mathml, .skip, [hidden], .modebar, .diagram, .heatmap-label")) continue; // a diagram has papers of its own, as has a cell, for whose colour plotly.js picks the ink
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (style.visibility === "hidden" || opacity(element) === 0 || box.width < 2 || box.height < 2) continue;
        const below = paper(element);
        const ink = rgba(element instanceof SVGElement ? style.fill : style.color);
        ink[3] *= opacity(element);
        const [a, b] = [luminance(over(ink, below)), luminance(below)].sort((p, q) => q - p);
        const ratio = (a + 0.05) / (b + 0.05);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        if (ratio < (large ? 3 : 4.5) - 0.01) found.push(`${ratio.toFixed(2)} "${node.data.trim().slice(0, 50)}" <${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> in ${element.parentElement.closest("[class]")?.getAttribute("class")}`);
      }
      return [...new Set(found)].slice(0, 20);
    },

    // Words of a static drawing that its own edge cuts off.
    clipped: () => [...document.querySelectorAll("[data-chart] [data-panel] img")].flatMap((image) => {
      const holder = document.createElement("div");
      holder.innerHTML = textOf(image.src);
      document.body.append(holder);
      const svg = holder.querySelector("svg");
      const edge = svg.getBoundingClientRect();
      const lost = [...svg.querySelectorAll("text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.width > 0 && (box.left < edge.left - 2 || box.right > edge.right + 2 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2); // the numbers of the other paper have no width
      }).map((text) => `"${text.textContent}" of ${image.alt.slice(0, 60)}`);
      holder.remove();
      return lost;
    }),

    // Words of charts that are smaller than so many pixels where the page shows them.
    tiny: (least) => panels().flatMap((panel) => {
      if (isPlotly(panel)) {
        return [...panel.querySelectorAll("text")].filter((text) => text.textContent.trim() && parseFloat(getComputedStyle(text).fontSize) * Math.hypot(text.getCTM()?.a ?? 1, text.getCTM()?.b ?? 0) < least).map((text) => `"${text.textContent}" in ${panel.getAttribute("aria-label").slice(0, 40)}`);
      }
      const image = panel.querySelector("img");
      const svg = new DOMParser().parseFromString(textOf(image.src), "image/svg+xml").documentElement;
      const scale = image.clientWidth / svg.viewBox.baseVal.width;
      return /surface/i.test(panel.getAttribute("aria-label")) ? [] // drawn only where there is no graphics card
        : [...svg.querySelectorAll("text")].filter((text) => Number(text.getAttribute("font-size")) * scale < least).map((text) => `"${text.textContent}" ${(Number(text.getAttribute("font-size")) * scale).toFixed(1)} px in ${panel.getAttribute("aria-label").slice(0, 40)}`);
    }),

    // Lines, marks and bars of plotly.js too close to the paper in luminance; what lies over a map has an edge of paper, and maps have colours of their own.
    faintLines: (least) => panels().filter(isPlotly).flatMap((panel) => panel._fullData.flatMap((trace) => {
      if (!["scatter", "scattergl", "bar", "box"].includes(trace.type) || trace.hoverinfo === "skip" && !(trace.fill && trace.fill !== "none")) return [];
      const colours = [trace.mode?.includes("lines") && trace.line?.color, (trace.type !== "scatter" || trace.mode?.includes("markers")) && trace.marker?.color].filter((colour) => typeof colour === "string");
      const below = paper(panel);
      return colours.map((colour) => {
        const ink = rgba(colour);
        ink[3] *= trace.marker?.opacity ?? 1;
        const [a, b] = [luminance(over(ink, below)), luminance(below)].sort((p, q) => q - p);
        return [(a + 0.05) / (b + 0.05), colour];
      }).filter(([ratio]) => ratio < least).map(([ratio, colour]) => `${ratio.toFixed(2)} ${colour} in ${panel.getAttribute("aria-label").slice(0, 40)}`);
    })),

    // Names of layers that have two colours on the page.
    twoColoured: () => {
      const colours = {};
      panels().filter(isPlotly).flatMap((panel) => panel._fullData).filter((trace) => trace.showlegend && trace.name).forEach((trace) => {
        const colour = trace.mode?.includes("lines") ? trace.line?.color : trace.marker?.color;
        if (typeof colour === "string") (colours[trace.name] ??= new Set()).add(colour);
      });
      return Object.entries(colours).filter(([, set]) => set.size > 1).map(([name, set]) => `${name}: ${[...set].join(", ")}`);
    },

    // What ends at neither of the two right edges of a page: that of the text and that of code.
    offGrid: () => {
      const right = (element) => Math.round(element.getBoundingClientRect().right);
      const edges = [".prose", ".input"].map((name) => Math.max(...[...document.querySelectorAll(name)].map(right)));
      return [...document.querySelectorAll(".prose, .input > .code, figure.chart, figure.chart > .course-chart")].filter((element) => !edges.some((edge) => Math.abs(edge - right(element)) <= 1))
        .map((element) => `${element.className} ${element.id || element.parentElement.id}: ${right(element)} px, not ${edges.join(" or ")}`);
    },

    // Layers of one chart that look alike, though their names differ.
    twins: () => panels().filter(isPlotly).flatMap((panel) => {
      const looks = panel._fullData.filter((trace) => trace.showlegend && trace.name).map((trace) => ({ name: trace.name, look: [trace.type, trace.mode, trace.line?.color, trace.line?.dash, trace.marker?.color, trace.marker?.symbol].join() }));
      return looks.filter(({ look }, index) => looks.findIndex((other) => other.look === look) !== index).map(({ name }) => `"${name}" in ${panel.getAttribute("aria-label").slice(0, 40)}`);
    }),

    // Names of axes that run into the title, or out of the chart.
    crowded: () => panels().filter(isPlotly).flatMap((panel) => {
      const edge = panel.getBoundingClientRect(), title = panel.querySelector(".gtitle")?.getBoundingClientRect();
      const meets = (a, b) => b && a.left < b.right - 1 && a.right > b.left + 1 && a.top < b.bottom - 1 && a.bottom > b.top + 1;
      return [...panel.querySelectorAll(".xtitle, .ytitle")].filter((name) => {
        const box = name.getBoundingClientRect();
        return meets(box, title) || box.top < edge.top - 1 || box.left < edge.left - 1 || box.right > edge.right + 1;
      }).map((name) => `"${name.textContent}" in ${panel.getAttribute("aria-label").slice(0, 40)}`);
    }),

    // Tables and drawings that go on beyond their right edge, and do not show it.
    cueless: () => [...document.querySelectorAll(".html, .html div, .prose table, .math.display")].filter((box) => box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX) && getComputedStyle(box).backgroundImage === "none")
      .map((box) => `${box.className || box.tagName} "${box.textContent.trim().slice(0, 40)}"`),

    // Scales of colours that do not say of what.
    namelessScales: () => panels().filter(isPlotly).filter((panel) => panel._fullData.some((trace) => ["heatmap", "contour"].includes(trace.type) && trace.showscale && !(trace.colorbar.title.text ?? "").trim()))
      .map((panel) => panel.getAttribute("aria-label").slice(0, 80)),

    // What a printer without grounds would lose: white words, and streams that plotly.js fades in.
    lostOnPaper: () => [...document.querySelectorAll(".html span")].filter((word) => luminance(rgba(getComputedStyle(word).color)) > 0.5).map((word) => word.textContent)
      .concat([...document.querySelectorAll(".sankey-link")].filter((stream) => {
        stream.style.opacity = "0";
        return getComputedStyle(stream).opacity === "0";
      }).map(() => "a stream")),

    brokenPictures: () => [...document.images].filter((image) => !(image.complete && image.naturalWidth > 0)).map((image) => image.alt || image.src.slice(0, 60)),
    fallbacks: () => [...document.querySelectorAll("[data-chart] [data-panel] img")].length,
  };
})();
