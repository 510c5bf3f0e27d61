// One code cell of the page: editor, buttons, state and outputs.
import { createEditor } from "./editor.js";
import { button, element } from "./element.js";
import { Outputs } from "./outputs.js";

const long = 10; // seconds from which on a cell says what it asks for

/** A cell. What it needs of the page: run, runTo, ask, share, times, edits, exercise help. */
export class Cell {
  #page;
  #editor;
  #original;
  #said;
  #reset;
  #clock = 0;
  #before = [];

  /** @param {HTMLElement} section The cell on the page. @param {object} page What runs it. @param {{code?: string}} own Set for a cell of the reader's own. */
  constructor(section, page, own = null) {
    [this.section, this.#page, this.own] = [section, page, own];
    this.id = section.id.replace(/^cell-/, "");
    this.number = Number(section.dataset.cell);
    this.name = own ? `own cell ${this.number - 1000}` : `cell ${this.number}`;
    this.outputs = new Outputs(section);
    this.#original = own ? "" : section.querySelector(".input code").textContent;
    const kept = page.edits.of(this.id);
    this.#build(own?.code ?? kept?.code ?? this.#original);
    this.setState("idle", kept?.from && kept.from !== this.#original ? "yours; the course\u2019s cell has changed since, and Reset cell shows it" : undefined);
  }

  get code() { return this.#editor.code; }

  get isEdited() { return !this.own && this.code !== this.#original; }

  /** Seconds it took the last time, where that is long; else 0. */
  get wait() {
    const seconds = this.#page.times.of(this.id, Number(this.section.dataset.seconds ?? 0));
    return seconds >= long ? seconds : 0;
  }

  focus() { this.#editor.focus(); }

  goTo(line, column) { this.#editor.goTo(line, column); }

  /** Another code for it: a proposal that the reader took. */
  propose(code) { this.#editor.code = code; }

  check() { if (this.isEdited || this.own) this.#editor.check(); }

  queue() {
    this.#before = [this.section.dataset.state, this.#said.textContent];
    this.setState("queued");
  }

  /** It is not run after all. */
  drop() { this.setState(...this.#before); }

  /** The course's code again; undo brings the reader's back. */
  restore() {
    this.#editor.code = this.#original;
    this.#page.say(`${this.name} is the course's again`);
  }

  /** @param {"idle"|"queued"|"running"|"ok"|"error"} state Shown, and read out with the cell. @param {string} [words] What is said of it. */
  setState(state, words) {
    clearInterval(this.#clock);
    this.section.dataset.state = state;
    this.#said.textContent = words ?? { idle: this.wait ? `not run; takes about ${this.wait} s` : "not run", queued: "waiting" }[state] ?? state;
    if (state === "running") this.#count(performance.now());
  }

  begin() {
    this.outputs.begin();
    this.setState("running", this.wait ? `running; takes about ${this.wait} s` : "running");
  }

  end(status, seconds) {
    this.outputs.end();
    const time = seconds < 0.1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
    const [state, words] = { ok: ["ok", `ran in ${time}`], error: ["error", `error after ${time}`], interrupted: ["error", `stopped after ${time}`], ended: ["idle", "stopped; its variables are gone"] }[status];
    this.setState(state, words);
    if (status === "ok" && (seconds >= long / 2 || this.wait)) this.#page.times.set(this.id, seconds);
    return words;
  }

  #count(start) {
    const told = this.#said.textContent;
    this.#clock = setInterval(() => {
      const seconds = Math.round((performance.now() - start) / 1000);
      this.#said.textContent = this.wait ? `running ${seconds} s of about ${this.wait}` : `${told} ${seconds} s`;
    }, 1000);
  }

  #build(code) {
    const input = this.section.querySelector(".input");
    input.removeAttribute("data-count");
    const place = element("div", { class: "code editor" });
    input.replaceChildren(place);
    this.#editor = createEditor(place, code, {
      name: this.name,
      changed: () => this.#keep(),
      run: () => this.#page.run([this]),
      runAndGo: () => this.#page.runAndGo(this),
      ask: (type, question) => this.#page.ask(type, { cell: this.number, ...question }),
      isEdited: () => this.isEdited || this.own !== null,
    });
    input.after(this.#controls());
    this.#showEdited();
  }

  #controls() {
    this.#said = element("span", { class: "state" });
    this.#reset = button("Reset cell", `Reset ${this.name} to the course's code`, () => {
      this.restore();
      this.focus();
    });
    const exercise = /^exercise-(.+)$/.exec(this.id)?.[1];
    const help = exercise ? ["Hint", "Solution"].map((kind) => button(kind, `${kind} for exercise ${exercise}`, () => this.#page.help(this, kind, exercise))) : [];
    const tools = [
      button("Run to here", `Run to here, ${this.name}`, () => this.#page.runTo(this)),
      ...help,
      ...(this.own ? [button("Remove", `Remove ${this.name}`, () => this.#page.remove(this))] : [this.#reset]),
      button("Share", `Share ${this.name}: copies a link with your code`, () => this.#page.share(this)),
      button("Add a cell", `Add a cell below ${this.name}`, () => this.#page.add(this)),
    ];
    const run = button("Run", `Run ${this.name}`, () => this.#page.run([this]), { class: "run-cell", title: "Ctrl+Enter; Shift+Enter goes on to the next cell" });
    return element("div", { class: "controls", role: "group", "aria-label": this.name }, run, element("span", { class: "cell-tools" }, ...tools), this.#said);
  }

  #keep() {
    if (this.own) this.#page.keepOwn();
    else if (this.isEdited) this.#page.edits.set(this.id, this.code, this.#original);
    else this.#page.edits.remove(this.id);
    this.#showEdited();
  }

  #showEdited() {
    this.#reset.hidden = !this.isEdited;
    this.section.toggleAttribute("data-edited", this.isEdited);
  }
}
