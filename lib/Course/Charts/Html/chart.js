// Brings the static drawings of one figure to life. Runs inside any page: classic notebook, JupyterLab, VS Code, Verso, plain HTML.
// view: {key, panels: [Plotly figure or {svg}]}
function (view) {
  var tries = 0;
  (function wait() {
    var roots = document.querySelectorAll('[data-chart="' + view.key + '"]');
    var ready = roots.length > 0 && (window.Plotly || view.panels.every(function (p) { return p.svg; }));
    if (ready) roots.forEach(mount);
    else if (tries++ < 600) setTimeout(wait, 100);
  })();

  function mount(root) {
    if (root.courseChart) return;
    root.courseChart = view;
    var ink = "", width = 0;
    function draw() {
      ink = getComputedStyle(root).color;
      width = root.clientWidth;
      root.querySelectorAll("[data-panel]").forEach(function (panel, i) { show(panel, view.panels[i], ink); });
    }
    // Draw again when the page's theme or the width has changed.
    function refresh() {
      if (root.isConnected && (getComputedStyle(root).color !== ink || root.clientWidth !== width)) draw();
    }
    draw();
    new ResizeObserver(refresh).observe(root);
    var watch = new MutationObserver(function () { setTimeout(refresh, 50); });
    [document.documentElement, document.body].forEach(function (e) { watch.observe(e, { attributes: true }); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () { setTimeout(refresh, 50); });
  }

  function show(panel, figure, ink) {
    var rgb = (ink.match(/[\d.]+/g) || [0, 0, 0]).slice(0, 3).map(Number);
    if (figure.svg) {
      var dark = rgb[0] + rgb[1] + rgb[2] > 382;
      var svg = figure.svg.replace("(prefers-color-scheme:dark)", dark ? "all" : "not all");
      panel.firstElementChild.src = "data:image/svg+xml," + encodeURIComponent(svg);
      return;
    }
    var layout = Object.assign({ template: template(rgb) }, figure.layout), data = figure.data.map(decode);
    if (!panel.classList.contains("js-plotly-plot")) panel.innerHTML = "";
    window.Plotly.react(panel, data, layout, { displaylogo: false, modeBarButtonsToRemove: ["select2d", "lasso2d"] });
  }

  // Base64 numbers become arrays here, not in Plotly, because Plotly.validate knows arrays only.
  function decode(node) {
    if (!node || typeof node !== "object") return node;
    if (Array.isArray(node)) return node.map(decode);
    if (!node.bdata) return Object.keys(node).reduce(function (copy, key) { copy[key] = decode(node[key]); return copy; }, {});
    var bytes = Uint8Array.from(atob(node.bdata), function (c) { return c.charCodeAt(0); });
    var type = { f4: Float32Array, f8: Float64Array }[node.dtype], flat = new type(bytes.buffer);
    if (!node.shape) return flat;
    var columns = Number(node.shape.split(",")[1]), rows = [];
    for (var i = 0; i < flat.length; i += columns) rows.push(flat.subarray(i, i + columns));
    return rows;
  }

  // The house style in the page's own text colour.
  function template(rgb) {
    function tone(alpha) { return "rgba(" + rgb.join() + "," + alpha + ")"; }
    var axis = {
      gridcolor: tone(0.14), linecolor: tone(0.5), zerolinecolor: tone(0.3), tickcolor: tone(0.5), showline: true, automargin: true,
      separatethousands: true, exponentformat: "power", minexponent: 5, title: { standoff: 8 }
    };
    return {
      layout: {
        paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
        font: { color: tone(1), family: "system-ui, -apple-system, 'Segoe UI', sans-serif", size: 13 },
        title: { font: { size: 16, weight: 600 }, x: 0.5 },
        margin: { l: 56, r: 16, t: 56, b: 48 },
        xaxis: axis, yaxis: axis,
        legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" }
      }
    };
  }
}
