// What a cell shows: HTML that the worker made with the exporter's own code, and console text as it comes.
import { settle, toHtml } from "./ansi.js";
import { element } from "./element.js";
import { linkLines } from "./lines.js";
import { liven, loosen } from "./liven.js";

// As the exporter: a longer text is shown by its two ends.
const longest = 120_000;
const displays = new Map();

/** The outputs of one cell. */
export class Outputs {
  #section;
  #box;
  #stream = null;
  #clears = false;
  #due = 0;

  /** @param {HTMLElement} section The cell. */
  constructor(section) {
    this.#section = section;
    this.#box = section.querySelector(":scope > .output");
  }

  /** Empties it for a run. The page does not jump: the room is kept until the run has ended. */
  begin() {
    if (this.#box) this.#box.style.minHeight = `${this.#box.offsetHeight}px`;
    this.#empty();
  }

  end() {
    this.#write();
    if (!this.#box) return;
    this.#box.style.minHeight = "";
    courseShow(this.#box); // what has come to scroll can be reached with the keyboard
    if (this.#box.childElementCount) return;
    this.#box.remove();
    this.#box = null;
  }

  clear(wait) {
    this.#clears = wait;
    if (!wait) this.#empty();
  }

  show(html, display) {
    const shown = element("div", { class: "shown" });
    this.#append(shown);
    fill(shown, html);
    if (display) displays.set(display, [...(displays.get(display) ?? []).filter((place) => place.isConnected), shown]);
  }

  stream(name, text) {
    if (this.#stream?.name !== name || this.#clears) {
      this.#write();
      const pre = element("pre", { class: `stream ${name === "stderr" ? "stderr" : "stdout"}` });
      this.#append(pre);
      this.#stream = { name, pre, text: "" };
    }
    this.#stream.text = shorten(this.#stream.text + text);
    this.#due ||= requestAnimationFrame(() => this.#write());
  }

  #append(child) {
    if (this.#clears) this.#empty();
    this.#write();
    this.#stream = null;
    if (!this.#box) {
      this.#box = element("div", { class: "output" });
      this.#section.append(this.#box);
    }
    this.#box.append(child);
  }

  #empty() {
    this.#clears = false;
    this.#stream = null;
    if (!this.#box) return;
    loosen(this.#box);
    this.#box.replaceChildren();
  }

  #write() {
    cancelAnimationFrame(this.#due);
    this.#due = 0;
    if (!this.#stream) return;
    const settled = settle(this.#stream.text).replace(/\n+$/, "");
    this.#stream.pre.innerHTML = toHtml(settled);
    this.#stream.pre.hidden = !settled;
  }
}

/** A new worker begins to count its displays anew. */
export const forget = () => displays.clear();

/** A new value for a display, wherever it stands. */
export function update(display, html) {
  for (const place of displays.get(display) ?? []) {
    if (!place.isConnected) continue;
    loosen(place);
    fill(place, html);
  }
}

function fill(place, html) {
  place.innerHTML = html; // scripts in it do not run: no browser runs what innerHTML brings, and the page's policy knows none of them
  linkLines(place);
  liven(place);
}

function shorten(text) {
  if (text.length <= longest * 1.5) return text;
  const head = text.slice(0, (longest * 2) / 3), tail = text.slice(-longest / 3);
  return `${head}\n… ${(text.length - head.length - tail.length).toLocaleString("en-US")} characters are left out here …\n${tail}`;
}
