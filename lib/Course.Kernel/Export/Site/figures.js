// What a reader does with a figure: look at it large, keep it as a file. Without this script, figures have number, address and caption.
(function () {
  "use strict";

  const button = (text, label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };

  // The chart itself moves into the dialog and back: its sliders stay where they were.
  function enlarge(figure, name) {
    const chart = figure.querySelector(".course-chart");
    const dialog = document.createElement("dialog");
    dialog.className = "large";
    dialog.setAttribute("aria-label", name);
    const caption = document.createElement("p");
    caption.textContent = `${name}. ${figure.querySelector("figcaption span").textContent}`;
    dialog.append(button("Close", `Close ${name}`, () => dialog.close()), chart, caption);
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => {
      figure.prepend(chart);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  const paper = () => getComputedStyle(document.documentElement).backgroundColor;

  function keep(url, file) {
    const link = document.createElement("a");
    link.href = url;
    link.download = file;
    link.click();
  }

  // A file has no page around it: it takes the page's paper along.
  const drawingOf = (panel) => decodeURIComponent(panel.querySelector("img").src.replace(/^[^,]*,/, "")).replace('<rect fill="none"', `<rect fill="${paper()}"`);

  async function pixelsOf(svg) {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png");
  }

  async function addressOf(panel, kind) {
    if (panel.classList.contains("js-plotly-plot")) {
      const size = { width: panel.clientWidth, height: panel.clientHeight, scale: kind === "png" ? 2 : 1 };
      return Plotly.toImage(panel, { format: kind, ...size, setBackground: (plot) => plot._fullLayout._paper.style("background", paper()) });
    }
    const svg = drawingOf(panel);
    return kind === "png" ? pixelsOf(svg) : `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }

  async function save(figure, kind) {
    const panels = [...figure.querySelectorAll("[data-panel]")];
    for (const [index, panel] of panels.entries()) {
      keep(await addressOf(panel, kind), `${figure.id}${panels.length > 1 ? `-${index + 1}` : ""}.${kind}`);
    }
  }

  const addTools = (figure) => {
    const name = figure.querySelector(".number").textContent.replace(/\.$/, "");
    figure.querySelector(".tools")?.remove();
    const tools = document.createElement("span");
    tools.className = "tools";
    tools.append(
      button("Enlarge", `Enlarge ${name}`, () => enlarge(figure, name)),
      button("SVG", `Save ${name} as SVG`, () => save(figure, "svg")),
      button("PNG", `Save ${name} as PNG`, () => save(figure, "png")));
    figure.querySelector("figcaption").append(" ", tools);
  };

  window.courseFigures = (part) => part.querySelectorAll("figure.chart").forEach(addTools);
  addEventListener("DOMContentLoaded", () => courseFigures(document));
})();
