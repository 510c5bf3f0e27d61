// A link brought code for a cell: it is shown beside the course's own, and nothing of it is run.
import { button, element } from "./element.js";
import { partsOf, unpack } from "./link.js";
import { Edits } from "./store.js";

/** Shows the proposal of the page's address. @param {() => void} open Makes the page live and runs nothing. */
export async function propose(open) {
  const parts = partsOf(location.hash);
  const section = parts && document.getElementById(`cell-${parts.cell}`);
  if (!section) return;
  const box = element("div", { class: "proposal", role: "group", "aria-label": "Code that the link brought" });
  section.querySelector(".input").after(box);
  try {
    fill(box, section, parts.cell, await unpack(parts.data), open);
  } catch {
    box.textContent = "The link to this page brought code for this cell, but it is damaged: ask for it once more.";
  }
  section.scrollIntoView();
}

function fill(box, section, cell, code, open) {
  const close = () => {
    history.replaceState(null, "", location.pathname + location.search);
    box.remove();
  };
  const use = () => {
    close();
    const main = section.closest("main");
    if (main.dataset.live) return main.dispatchEvent(new CustomEvent("course:propose", { detail: { cell, code } }));
    new Edits(main.dataset.notebook).set(cell, code, section.querySelector(".input code").textContent);
    open();
  };
  box.append(
    element("p", {}, element("strong", {}, "The link brought this code for the cell."), " Read it before you use it. It runs when you run it, and not before."),
    element("pre", { class: "code", tabindex: "0" }, element("code", {}, code)),
    element("p", {}, button("Use it", "Use it in the cell", use), " ", button("Leave it", "Leave it: keep the cell as it is", close)));
}
