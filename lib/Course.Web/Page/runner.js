// What runs, in order: a queue in front of the worker. A worker that was ended is made anew by the next run.
import { Engine } from "./engine.js";
import { forget, update } from "./outputs.js";

const patience = 3000; // ms that a cell has to stop in, before it is offered to end the worker

/** What can be run. @typedef {{number: number, name: string, code: string, wait: number, outputs: object, queue: () => void, drop: () => void, begin: () => void, end: (status: string, seconds: number) => string}} Job */

/** Runs jobs one after the other. */
export class Runner {
  #make;
  #page;
  #engine = null;
  #queue = [];
  #jobs = new Map();
  #current = null;
  #timer = 0;

  /** @param {(tell: (message: object) => void) => Engine} make @param {object} page Hears of it: loading, running, rest, lost, say, report. */
  constructor(make, page) { [this.#make, this.#page] = [make, page]; }

  get isBusy() { return this.#current !== null || this.#queue.length > 0; }

  /** The worker, loaded. */
  async load() {
    if (!this.#engine) {
      this.#page.loading(0, 1);
      forget();
      this.#engine = this.#make((message) => this.#hear(message));
    }
    await this.#engine.ready;
  }

  ask(type, question) { return this.#engine && !this.isBusy ? this.#engine.ask(type, question) : Promise.resolve(null); }

  /** @param {Job[]} jobs Those that wait already are not queued twice. */
  async add(jobs) {
    const fresh = jobs.filter((job) => !this.#queue.includes(job) && job !== this.#current);
    const isIdle = !this.isBusy;
    fresh.forEach((job) => job.queue());
    this.#queue.push(...fresh);
    if (isIdle && fresh.length) await this.#drain();
  }

  /** The running cell is to stop, and the others are not to start. */
  stop() {
    this.#drop();
    if (!this.#current) return;
    if (!this.#engine.stopsGently) return this.end("This browser lets a cell be stopped only together with its worker");
    this.#engine.stop();
    const stopping = this.#current;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#current === stopping && this.#page.stuck(stopping), patience);
  }

  /** Ends the worker and what it holds. */
  end(why) {
    const last = this.#current;
    this.#drop();
    this.#engine?.end();
    this.#engine = null;
    this.#page.lost(why, last);
  }

  /** The reader goes elsewhere. A browser may keep the page to come back to; it would keep what the worker holds, too, of each page. */
  leave() { if (this.#engine) this.end("You left the page"); }

  #drop() { this.#queue.splice(0).forEach((job) => job.drop()); }

  async #drain() {
    const start = performance.now();
    try {
      await this.load();
    } catch { return this.#drop(); } // the fault was told
    let done = 0, last = "ok", job = null;
    while (this.#queue.length && last === "ok") {
      job = this.#queue.shift();
      last = await this.#run(job, ++done, done + this.#queue.length);
    }
    if (last === "ended") return; // and that was told
    this.#drop();
    this.#page.rest(done, last, job, (performance.now() - start) / 1000);
  }

  async #run(job, place, count) {
    this.#current = job;
    this.#jobs.set(job.number, job);
    job.begin();
    this.#page.running(job, place, count);
    const end = await this.#engine.run(job.number, job.code, job.name);
    clearTimeout(this.#timer);
    this.#current = null;
    job.end(end.status, end.seconds);
    return end.status;
  }

  #hear(message) {
    const outputs = this.#jobs.get(message.cell)?.outputs;
    if (message.type === "output" && message.replaces) update(message.display, message.html);
    else if (message.type === "output") outputs?.show(message.html, message.display);
    else if (message.type === "stream") outputs?.stream(message.name, message.text);
    else if (message.type === "clear") outputs?.clear(message.wait);
    else if (message.type === "report") this.#page.report(JSON.parse(message.json));
    else if (message.type === "loading") this.#page.loading(message.loaded, message.total);
    else if (message.type === "fault") this.end(message.byCell ? message.text : `The worker cannot go on: ${message.text}`);
  }
}
