// New HTML on the page becomes what the page's own was made into when it was opened: by the same functions of the site's scripts.

const site = document.baseURI;
const loading = new Map();

/** Draws charts, sets formulas, numbers figures in a part of the page. */
export async function liven(part) {
  if (part.querySelector("script.course-view, figure.chart")) await drawCharts(part);
  if (part.querySelector(".math:not(:has(.katex))")) await style("assets/katex/katex.min.css", script("assets/katex/katex.min.js"));
  if (part.querySelector("pre.mermaid")) await script("assets/mermaid.min.js");
  courseShow(part);
}

/** Before a part is removed: what its charts hold is let go. */
export const loosen = (part) => part.querySelectorAll("[data-chart]").forEach((chart) => chart.courseEnd?.());

async function drawCharts(part) {
  const views = [...part.querySelectorAll("script.course-view")];
  if (!window.Plotly && views.some((view) => view.textContent.includes('"data":'))) await script("assets/plotly.min.js");
  if (!window.courseCharts) await script("assets/charts.js");
  if (!window.courseFigures) await script("assets/figures.js");
  courseCharts(part);
  numberFigures().forEach((figure) => courseFigures(figure.parentElement));
  courseFigures(part);
}

// Figures are counted over the whole page, and a cell may come to show more of them than it did. Those whose number is new.
function numberFigures() {
  return [...document.querySelectorAll("main figure.chart")].filter((figure, index) => {
    const id = `figure-${index + 1}`, number = figure.querySelector(".number");
    if (figure.id === id) return false;
    [figure.id, number.hash, number.textContent] = [id, id, `Figure ${index + 1}.`];
    return true;
  });
}

function script(path) {
  if (!loading.has(path)) {
    loading.set(path, new Promise((done) => {
      const tag = document.createElement("script");
      tag.src = new URL(path, site);
      tag.onload = tag.onerror = done; // without it the output is shown as it is
      document.head.append(tag);
    }));
  }
  return loading.get(path);
}

function style(path, then) {
  if (!document.querySelector(`link[href$="${path}"]`)) {
    const link = document.createElement("link");
    [link.rel, link.href] = ["stylesheet", new URL(path, site)];
    document.head.append(link);
  }
  return then;
}
