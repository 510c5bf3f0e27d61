// The bar of a page that runs: what is going on, and what can be done about the whole page.
import { button, element } from "./element.js";

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

/** Stands where the button was, and stays in sight. */
export class Bar {
  #meter = element("progress", { "aria-label": "Loading", hidden: "" });
  #text = element("span", { class: "said" });
  #offer = element("span", { class: "offer" });
  #live = element("span", { class: "heard", role: "status" });
  #run;
  #stop;

  /** @param {HTMLElement} place The button's place. @param {object} page runAll, stop, and the list of further acts. */
  constructor(place, page) {
    this.#run = button("Run all", "Run all cells", () => page.runAll(), { class: "run-all" });
    this.#stop = button("Stop", "Stop the running cell", () => page.stop(), { class: "stop" });
    const menu = element("details", { class: "more" }, element("summary", {}, "More"), element("div", {}, ...page.acts.map(([text, act]) => button(text, text, () => {
      menu.open = false;
      act();
    }))));
    addEventListener("pointerdown", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.firstChild.focus();
    });
    const hadFocus = place.contains(document.activeElement) || document.activeElement === document.body;
    place.classList.add("live");
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", "This page runs");
    place.replaceChildren(this.#run, this.#stop, this.#meter, this.#text, this.#offer, menu, this.#live);
    this.#rest(true);
    if (hadFocus) this.#stop.focus({ preventScroll: true });
  }

  loading(loaded, total) {
    [this.#meter.max, this.#meter.value] = [total, loaded];
    this.show(loaded === 0 ? "Loading" : loaded < total ? `Loading: ${megabytes(loaded)} of ${megabytes(total)} MB` : "Starting C#");
    this.#meter.hidden = loaded >= total;
  }

  /** @param {string} text What is going on. @param {boolean} [isResting] Whether nothing runs. @param {[string, () => void][]} [offers] What can be done about it. */
  show(text, isResting = false, offers = []) {
    this.#text.textContent = text[0].toUpperCase() + text.slice(1);
    this.#meter.hidden = true;
    this.#offer.replaceChildren(...offers.map(([label, act]) => button(label, label, act)));
    this.#rest(isResting);
  }

  /** Read out, and not seen. */
  say(text) { this.#live.textContent = text; }

  // Never disabled: a button that has the focus would lose it.
  #rest(isResting) {
    this.#run.setAttribute("aria-disabled", String(!isResting));
    this.#stop.setAttribute("aria-disabled", String(isResting));
  }
}
