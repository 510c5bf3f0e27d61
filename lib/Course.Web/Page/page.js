// The page comes alive: its cells become editors, and a worker runs them. Loaded when a reader presses Run this page, not before.
import { Bar } from "./bar.js";
import { Cell } from "./cell.js";
import { element } from "./element.js";
import { Engine } from "./engine.js";
import { HelpJob } from "./help.js";
import { download } from "./notebook.js";
import { isolate, keep } from "./offline.js";
import { Runner } from "./runner.js";
import { copyLink } from "./link.js";
import { addSolved, Edits, solved, Times } from "./store.js";

const site = new URL(".", document.baseURI);

/**
 * Makes the page live.
 * @param {HTMLElement} bar Where the button was.
 * @param {boolean} run Whether all cells are run at once.
 */
export async function open(bar, run) {
  await isolate(site, run);
  const tab = await (await fetch(new URL("tab/tab.json", site))).json();
  await style(new URL("tab/page.css", site));
  const page = new Page(document.querySelector("main[data-tab]"), bar, tab);
  if (run) page.runAll();
  else page.load();
}

class Page {
  #main;
  #bar;
  #runner;
  #helps = new Map();

  constructor(main, place, tab) {
    this.#main = main;
    this.notebook = main.dataset.notebook;
    this.edits = new Edits(this.notebook);
    this.times = new Times(this.notebook);
    this.acts = [
      ["Download the notebook with my edits", () => this.#download()],
      ["Restart, without variables", () => this.#runner.end("Restarted")],
      ["Reset all cells", () => this.cells.filter((cell) => cell.isEdited).forEach((cell) => cell.restore())],
    ];
    this.#bar = new Bar(place, this);
    this.#runner = new Runner((tell) => new Engine(new URL("tab/worker.js", site), this.#order, tell), this);
    this.cells = [...main.querySelectorAll("section.cell[data-cell]")].map((section) => new Cell(section, this));
    this.edits.own.forEach((own) => this.#place(own));
    main.addEventListener("click", (event) => this.#jump(event.target.closest("[data-line]")));
    main.addEventListener("course:propose", ({ detail }) => this.#cellOf(detail.cell)?.propose(detail.code));
    addEventListener("beforeunload", (event) => { if (!this.edits.isKept) event.preventDefault(); });
    addEventListener("pagehide", () => this.#runner.leave());
    keep([`files/${this.notebook}.ipynb`, "tab/tab.json", "tab/worker.js", "tab/share.js", "tab/late.txt.gz", "index.html"].map((path) => new URL(path, site).href));
    main.dataset.live = tab.version;
  }

  get #order() { return { notebook: this.notebook, site: site.href, tier: "browser", solved: solved() }; }

  // What the reader does.

  async load() {
    await this.#runner.load().then(() => this.rest(0), () => {});
  }

  runAll() { return this.run(this.cells); }

  run(cells) { return this.#runner.add(cells); }

  runTo(cell) { return this.run(this.cells.slice(0, this.cells.indexOf(cell) + 1)); }

  runAndGo(cell) {
    const next = this.cells[this.cells.indexOf(cell) + 1];
    next?.focus();
    next?.section.scrollIntoView({ block: "nearest" });
    return this.run([cell]);
  }

  stop() { this.#runner.stop(); }

  ask(type, question) { return this.#runner.ask(type, question); }

  /** A hint or the solution of an exercise, below its cell. */
  help(cell, kind, exercise) {
    const key = `${kind} ${exercise}`;
    if (!this.#helps.has(key)) this.#helps.set(key, new HelpJob(cell, kind, exercise, 2000 + this.#helps.size, this.cells[0].code));
    return this.run([this.#helps.get(key)]);
  }

  async share(cell) {
    this.say(await copyLink(cell));
  }

  add(after) {
    const numbers = this.cells.filter((cell) => cell.own).map((cell) => cell.number - 1000);
    const made = this.#place({ id: `own-${Math.max(0, ...numbers) + 1}`, after: after.id, code: "" });
    this.keepOwn();
    made.focus();
  }

  remove(cell) {
    const at = this.cells.indexOf(cell);
    cell.section.remove();
    this.cells.splice(at, 1);
    this.keepOwn();
    this.cells[at - 1].focus();
  }

  keepOwn() {
    this.edits.setOwn(this.cells.flatMap((cell, at) => (cell.own ? [{ id: cell.id, after: this.cells[at - 1].id, code: cell.code }] : [])));
  }

  /** Read out by screen readers. */
  say(text) { this.#bar.say(text); }

  // What the runner tells.

  loading(loaded, total) { this.#bar.loading(loaded, total); }

  running(job, place, count) {
    const about = job.wait ? ` takes about ${job.wait} s` : "";
    this.#bar.show(count > 1 ? `Running ${place} of ${count}: ${job.name}${about}` : `Running ${job.name}${about}`);
    if (about) this.say(`${job.name}${about}`);
    else if (place === 1) this.say(count > 1 ? `Running ${count} cells` : "");
  }

  rest(done, status = "ok", last = null, seconds = 0) {
    const took = `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
    const words = done === 0 ? "Ready: nothing has been run yet" : status === "error" ? `${last.name} ended with an error` : status === "interrupted" ? `${last.name} was stopped` : done > 1 ? `${done} cells ran in ${took}` : `Ran in ${took}`;
    this.#bar.show(words, true, status !== "ok" && last.section ? [[`Go to ${last.name}`, () => last.focus()]] : []);
    this.say(words);
    this.cells.forEach((cell) => cell.check());
    this.#turn();
  }

  stuck(job) {
    this.#bar.show(`${job.name} is inside a call that cannot be stopped`, false, [["End it and lose the variables", () => this.#runner.end("Ended")]]);
    this.say("It is inside a call that cannot be stopped; a button offers to end it");
  }

  lost(why, last) {
    const above = last?.section ? this.cells.slice(0, this.cells.indexOf(last)) : [];
    this.cells.filter((cell) => cell !== last).forEach((cell) => cell.setState("idle"));
    this.#bar.show(`${why}. The variables are gone.`, true, above.length ? [["Run the cells above again", () => this.run(above)]] : []);
    this.say(`${why}. The variables are gone.`);
    this.#turn();
  }

  report(fact) {
    if (fact.kind !== "exercise" || fact.outcome !== "right") return;
    addSolved(fact.id);
    courseSolved();
  }

  // What the page has of its own.

  // Counts how often it came to rest, for who waits for it from outside.
  #turn() { this.#main.dataset.turn = Number(this.#main.dataset.turn ?? 0) + 1; }

  #cellOf(id) { return this.cells.find((cell) => cell.id === id); }

  #place({ id, after, code }) {
    const before = this.#cellOf(after) ?? this.cells.at(-1);
    const number = 1000 + Number(id.replace("own-", ""));
    const section = element("section", { class: "cell own", id: `cell-${id}`, "data-cell": number }, element("div", { class: "input" }));
    before.section.after(section);
    const cell = new Cell(section, this, { code });
    this.cells.splice(this.cells.indexOf(before) + 1, 0, cell);
    return cell;
  }

  #jump(link) {
    if (link) this.cells.find((cell) => cell.name === link.dataset.of)?.goTo(Number(link.dataset.line), Number(link.dataset.column));
  }

  async #download() {
    this.say(await download(new URL(`files/${this.notebook}.ipynb`, site), this.cells));
  }
}

const style = (address) => new Promise((done) => {
  const link = element("link", { rel: "stylesheet", href: address });
  link.onload = link.onerror = done;
  document.head.append(link);
});
