// Brings the static drawings of one figure to life. Runs inside any page: classic notebook, JupyterLab, VS Code, Verso, plain HTML.
// view: {key, panels: [{data, layout} or {svg}; empty svg: the still picture], controls: [{label, steps, start, plays}], frames: [[change of each panel]], fit, dark: {colour: what it is on dark paper}}
// A frame holds only what differs from `panels`; with several controls, the last one runs fastest.
function (view) {
  var tries = 0;
  (function wait() {
    var roots = document.querySelectorAll('[data-chart="' + view.key + '"]');
    var ready = roots.length > 0 && (window.Plotly || view.panels.every(function (p) { return !p.data; }));
    if (ready) roots.forEach(mount);
    else if (tries++ < 600) setTimeout(wait, 100);
  })();

  function mount(root) {
    if (root.courseChart) return;
    root.courseChart = view;
    var settings = view.controls.map(function (c) { return c.start; }), ink = "", width = 0, printing = false, controls = root.querySelector("[data-controls]");
    function draw() {
      ink = getComputedStyle(root).color;
      width = root.clientWidth;
      var frame = frameAt(settings), light = lightOf(root, ink);
      root.querySelectorAll("[data-panel]").forEach(function (panel, i) {
        show(panel, frame ? merge(view.panels[i], frame.panels[i]) : view.panels[i], light, printing);
      });
      controls.style.colorScheme = light.dark ? "dark" : "light";
      controls.style.accentColor = light.dark ? "#6cb2ff" : "#0067c0";
      return frame && frame.readout;
    }
    // Draw again when the page's theme or the width has changed.
    function refresh() {
      if (root.isConnected && root.clientWidth > 0 && (getComputedStyle(root).color !== ink || root.clientWidth !== width)) draw();
    }
    function later() { setTimeout(refresh, 50); }
    addControls(controls, settings, draw);
    // A surface on the graphics card may not reach the paper; its drawing does.
    var gone = new AbortController(), here = { signal: gone.signal }, sizes = new ResizeObserver(refresh), attributes = new MutationObserver(later);
    window.addEventListener("beforeprint", function () { printing = true; draw(); }, here);
    window.addEventListener("afterprint", function () { printing = false; draw(); }, here);
    sizes.observe(root);
    [document.documentElement, document.body].forEach(function (e) { attributes.observe(e, { attributes: true }); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later, here);
    // Before printing, the site turns light and says so: the print waits for nobody.
    window.addEventListener("course:theme", refresh, here);
    // A page that takes the chart away calls it: else the window would hold every chart that it ever showed.
    root.courseEnd = function () {
      gone.abort();
      sizes.disconnect();
      attributes.disconnect();
      root.querySelectorAll(".js-plotly-plot").forEach(function (panel) { window.Plotly.purge(panel); });
    };
  }

  // The colours around a chart; where text is light, the paper is dark.
  function lightOf(root, ink) {
    var rgb = channels(ink), dark = rgb[0] + rgb[1] + rgb[2] > 382, paper = dark ? [22, 25, 29] : [255, 255, 255];
    for (var e = root; e; e = e.parentElement) {
      var ground = getComputedStyle(e).backgroundColor;
      if (!/^rgba?\(/.test(ground) || /, ?0\)$/.test(ground)) continue;
      paper = channels(ground);
      break;
    }
    return { rgb: rgb, dark: dark, paper: paper };
  }

  function channels(color) { return (color.match(/[\d.]+/g) || [0, 0, 0]).slice(0, 3).map(Number); }

  // Name, slider and value of each control; the first draw happens here, so that its readout is seen.
  function addControls(place, settings, draw) {
    var readout = element("output", "grid-column:1/-1;text-align:center;font-weight:600");
    function update() { readout.textContent = draw() || ""; }
    place.textContent = "";
    // One grid for all, so that sliders are of one length; the room around them is for the ring of the focus.
    place.style.cssText = "font-size:14px;max-width:560px;margin:0 auto;padding:5px 6px;display:" + (view.controls.length ? "grid" : "none") + ";grid-template-columns:auto minmax(80px,1fr) auto;gap:8px 10px;align-items:center;font-variant-numeric:tabular-nums";
    if (view.fit) place.appendChild(readout);
    view.controls.forEach(function (control, i) {
      var head = element("span", "display:flex;align-items:center;gap:10px");
      var slider = element("input", "min-width:0;width:100%;margin:2px 0"), value = element("output", "text-align:right");
      var label = element("label", "");
      label.textContent = control.label;
      slider.type = "range";
      slider.max = control.steps.length - 1;
      slider.setAttribute("aria-label", control.label);
      var longest = Math.max.apply(null, control.steps.map(function (s) { return s.length; }));
      value.style.minWidth = Math.min(longest, 18) + "ch";
      function go(step) {
        settings[i] = step;
        slider.value = step;
        value.textContent = control.steps[step];
        slider.setAttribute("aria-valuetext", control.steps[step]);
      }
      slider.addEventListener("input", function () { go(Number(slider.value)); update(); });
      go(control.start);
      if (control.plays) head.appendChild(player(control, slider, function (step) { go(step); update(); }));
      head.appendChild(label);
      [head, slider, value].forEach(function (e) { place.appendChild(e); });
      if (control.finds) place.appendChild(finder(control, function (step) { go(step); update(); }));
    });
    update();
  }

  // Takes a step's name: the one that is typed, else the first that begins so.
  function finder(control, go) {
    var field = element("input", "grid-column:2/-1;min-width:0;font:inherit;color:inherit;background:none;border:1px solid;border-radius:4px;padding:2px 8px");
    field.type = "search";
    field.placeholder = "find a " + control.label;
    field.setAttribute("aria-label", field.placeholder);
    field.addEventListener("input", function () {
      var typed = field.value.toLowerCase(), names = control.steps.map(function (s) { return s.toLowerCase(); }), step = names.indexOf(typed);
      if (step < 0) step = names.findIndex(function (s) { return s.indexOf(typed) === 0; });
      field.setAttribute("aria-invalid", step < 0);
      if (typed && step >= 0) go(step);
    });
    return field;
  }

  function player(control, slider, go) {
    var button = element("button", "font:inherit;color:inherit;background:none;border:1px solid;border-radius:4px;padding:2px 10px;cursor:pointer"), timer = 0;
    var last = control.steps.length - 1, pause = Math.max(60, Math.min(600, 8000 / control.steps.length));
    function label() { button.textContent = timer ? "❚❚ pause" : "▶ play"; }
    function stop() { clearInterval(timer); timer = 0; label(); }
    button.type = "button";
    button.addEventListener("click", function () {
      if (timer) return stop();
      if (Number(slider.value) === last) go(0);
      timer = setInterval(function () {
        if (!button.isConnected || Number(slider.value) >= last) return stop();
        go(Number(slider.value) + 1);
      }, pause);
      label();
    });
    slider.addEventListener("input", stop);
    label();
    return button;
  }

  function element(name, style) {
    var e = document.createElement(name);
    e.style.cssText = style;
    return e;
  }

  function frameAt(settings) {
    if (view.fit) return lineFit(settings);
    if (!view.frames) return null;
    return { panels: view.frames[settings.reduce(function (at, step, i) { return at * view.controls[i].steps.length + step; }, 0)] };
  }

  // Two sliders have too many settings to store: the line, its misses and their mean square are computed here.
  function lineFit(settings) {
    var x = view.fit.x, y = view.fit.y, w = view.fit.w[settings[0]], b = view.fit.b[settings[1]], sum = 0, sticksX = [], sticksY = [];
    x.forEach(function (xi, i) {
      var yHat = w * xi + b;
      sum += (y[i] - yHat) * (y[i] - yHat);
      sticksX.push(xi, xi, null);
      sticksY.push(y[i], yHat, null);
    });
    var ends = view.fit.ends;
    return {
      panels: [{ data: [{ x: sticksX, y: sticksY }, {}, { x: ends, y: ends.map(function (xi) { return w * xi + b; }) }] }],
      readout: "mean squared error " + Number((sum / x.length).toPrecision(6)).toLocaleString("en-US", { maximumFractionDigits: 6 })
    };
  }

  function merge(base, change) {
    if (change === undefined || change === null) return base;
    if (Array.isArray(base) && Array.isArray(change)) return base.map(function (item, i) { return merge(item, change[i]); });
    if (isObject(base) && isObject(change)) {
      var all = Object.assign({}, base);
      Object.keys(change).forEach(function (key) { all[key] = merge(base[key], change[key]); });
      return all;
    }
    return change;
  }

  function isObject(value) { return value && typeof value === "object" && !Array.isArray(value); }

  function show(panel, figure, light, printing) {
    var image = panel.courseImage = panel.courseImage || panel.querySelector("img");
    if (!panel.courseStill) panel.courseStill = textOf(image.src);
    var onGraphicsCard = figure.data && figure.data.some(function (t) { return t.type === "surface" || t.type === "scatter3d" || t.type === "scattergl"; });
    if (!figure.data || onGraphicsCard && (printing || !hasGraphicsCard())) {
      if (panel.classList.contains("js-plotly-plot")) window.Plotly.purge(panel);
      panel.classList.remove("js-plotly-plot");
      if (image.parentNode !== panel) panel.replaceChildren(image);
      // On the page's own paper, in its ink.
      var svg = (figure.svg || panel.courseStill).replace("(prefers-color-scheme:dark)", light.dark ? "all" : "not all").replace('<rect class="paper"', '<rect fill="none"');
      image.src = "data:image/svg+xml," + encodeURIComponent(svg);
      return;
    }
    var data = cased(decode(figure.data, light), light).map(withPowers);
    var layout = fit(Object.assign({ template: decode(template(light), light) }, decode(figure.layout, light)), data, panel);
    if (!panel.classList.contains("js-plotly-plot")) panel.textContent = "";
    window.Plotly.react(panel, data, layout, { displayModeBar: false });
  }

  function hasGraphicsCard() {
    if (window.coursePlotlyGl === undefined) window.coursePlotlyGl = !!document.createElement("canvas").getContext("webgl");
    return window.coursePlotlyGl;
  }

  function textOf(address) {
    var comma = address.indexOf(","), data = address.slice(comma + 1);
    // Only what stands before the comma says how it is written: a drawing may hold pictures in base64 itself.
    return address.slice(0, comma).slice(-7) === ";base64" ? new TextDecoder().decode(bytesOf(data)) : decodeURIComponent(data);
  }

  function bytesOf(base64) { return Uint8Array.from(atob(base64), function (c) { return c.charCodeAt(0); }); }

  // Base64 numbers become arrays here, not in Plotly, because Plotly.validate knows arrays only; colours become those of the paper.
  function decode(node, light) {
    if (node === "course-ink") return "rgb(" + light.rgb.join() + ")";
    if (node === "course-paper") return "rgb(" + light.paper.join() + ")";
    if (typeof node === "string") return light.dark && view.dark && view.dark[node] || node;
    if (!node || typeof node !== "object") return node;
    if (Array.isArray(node)) return node.map(function (item) { return decode(item, light); });
    if (!node.bdata) return Object.keys(node).reduce(function (copy, key) { copy[key] = decode(node[key], light); return copy; }, {});
    var type = { u1: Uint8Array, f4: Float32Array, f8: Float64Array }[node.dtype];
    if (!type) return node;
    var flat = new type(bytesOf(node.bdata).buffer);
    if (!node.shape) return flat;
    var columns = Number(node.shape.split(",")[1]), rows = [];
    for (var i = 0; i < flat.length; i += columns) rows.push(flat.subarray(i, i + columns));
    return rows;
  }

  // What is drawn as a logarithm is read as the number itself.
  function withPowers(trace) {
    if (!trace.meta || !trace.meta.powers) return trace;
    var text = trace.z.map(function (row) { return row.map(function (z) { return Number(Math.pow(10, z).toPrecision(2)).toLocaleString("en-US", { maximumFractionDigits: 9 }); }); });
    return Object.assign({}, trace, { text: text });
  }

  // Under each line on a coloured ground, one of paper that is a little wider.
  function cased(data, light) {
    return data.reduce(function (all, trace) {
      var casing = trace.meta && trace.meta.casing;
      if (casing) all.push({
        type: trace.type, mode: "lines", x: trace.x, y: trace.y, hoverinfo: "skip", showlegend: false,
        line: { color: decode("course-paper", light), width: trace.line.width + casing }
      });
      all.push(trace);
      return all;
    }, []);
  }

  // Breaks the title and makes room for it and the legend; a finger scrolls the page instead of zooming the chart.
  function fit(layout, data, panel) {
    var width = panel.clientWidth, large = panel.closest("dialog");
    var named = data.filter(function (t) { return t.showlegend; });
    var entry = Math.max.apply(null, named.map(function (t) { return 48 + 7.5 * t.name.length; }).concat(1));
    var rows = layout.showlegend ? Math.ceil(named.length / Math.max(1, Math.floor((width - 80) / entry))) : 0;
    var lines = breakLines((layout.title && layout.title.text) || "", Math.max(16, Math.floor(width / 9.8)));
    var narrow = width < 480;
    layout = Object.assign({}, layout, { width: width, margin: Object.assign({ l: 56, r: 16, t: 14 + 22 * lines.length + 26 * rows, b: 48 }, layout.margin) });
    // Plotly lifts a title by half of each further line.
    layout.title = Object.assign({}, layout.title, { text: lines.join("<br>"), pad: { t: 10 + 11 * Math.max(0, lines.length - 1) } });
    if (narrow && layout.height) layout.height = Math.max(300, Math.round(layout.height * 0.85));
    // A long legend stands above the plot, and not in its place.
    if (layout.height) layout.height += 22 * Math.max(0, rows - 2);
    if (large && layout.height) layout.height = Math.max(layout.height, Math.min(window.innerHeight - 240, Math.round(width * 0.7)));
    // Numbers in cells would shrink with them: the scale beside them gives up its room.
    if (narrow) data.forEach(function (t) { if (t.texttemplate) { t.showscale = false; t.textfont = { size: 10 }; delete t.colorbar; } });
    // In a small place, the eye steps back: the words around a surface do not shrink with it.
    if (layout.scene && layout.scene.camera && width < 520) {
      var eye = layout.scene.camera.eye;
      layout.scene = Object.assign({}, layout.scene, { camera: Object.assign({}, layout.scene.camera, { eye: { x: eye.x * 1.25, y: eye.y * 1.25, z: eye.z * 1.25 } }) });
    }
    if (matchMedia("(pointer: coarse)").matches && !layout.scene) layout.dragmode = false;
    return layout;
  }

  function breakLines(text, most) {
    return text.split(/ +/).reduce(function (lines, word) {
      var last = lines.length - 1;
      if (last >= 0 && (lines[last] + " " + word).length <= most) lines[last] += " " + word;
      else if (word) lines.push(word);
      return lines;
    }, []);
  }

  // The house style in the page's own text colour.
  function template(light) {
    function tone(alpha) { return "rgba(" + light.rgb.join() + "," + alpha + ")"; }
    // In space, Plotly forgets how much a colour lets through.
    function solid(alpha) { return "rgb(" + light.rgb.map(function (c, i) { return Math.round(alpha * c + (1 - alpha) * light.paper[i]); }).join() + ")"; }
    var number = { separatethousands: true, exponentformat: "power", minexponent: 5 };
    var axis = Object.assign({
      gridcolor: tone(0.14), linecolor: tone(0.5), zerolinecolor: tone(0.3), tickcolor: tone(0.5), showline: true, automargin: true, title: { standoff: 8 }
    }, number);
    var axis3 = Object.assign({ gridcolor: solid(0.25), linecolor: solid(0.5), zerolinecolor: solid(0.3), showbackground: false }, number);
    var colorbar = { colorbar: Object.assign({ thickness: 14, outlinewidth: 0, title: { side: "right" } }, number) };
    return {
      data: { heatmap: [colorbar], contour: [colorbar], surface: [colorbar] },
      layout: {
        paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
        font: { color: tone(1), family: "system-ui,-apple-system,'Segoe UI',sans-serif", size: 13 },
        title: { font: { size: 16, weight: 600 }, x: 0.5, y: 1, yref: "container", yanchor: "top", pad: { t: 10 } },
        xaxis: axis, yaxis: axis, scene: { xaxis: axis3, yaxis: axis3, zaxis: axis3 },
        legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" }, colorway: ["#0067c0", "#c06a00", "#006650", "#b3160e", "#a52993", "#2f86c4", "#40107a", "#7a7e82"],
        barmode: "group"
      }
    };
  }
}
