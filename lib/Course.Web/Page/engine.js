// The worker that runs C#, seen from the page: what is asked has an answer, also when the worker is ended.

/** One worker. It runs one cell at a time; when it is ended, whoever waits for it hears so. */
export class Engine {
  #worker;
  #stop = self.crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : null;
  #questions = new Map();
  #running = null;
  #ready;
  #isReady = false;
  #tell;
  #asked = 0;

  /**
   * @param {string} address Of worker.js.
   * @param {object} order What the worker needs to start.
   * @param {(message: object) => void} tell Hears what the worker says unasked.
   */
  constructor(address, order, tell) {
    this.#tell = tell;
    this.#worker = new Worker(address, { type: "module" });
    this.ready = new Promise((done, failed) => { this.#ready = { done, failed }; });
    this.ready.catch(() => {}); // whoever waits hears it
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = (event) => this.#fail(event.message || "its files could not be loaded");
    this.#worker.postMessage({ type: "start", ...order, stop: this.#stop?.buffer ?? null });
  }

  /** Whether a cell can be stopped with its variables kept. */
  get stopsGently() { return this.#stop !== null; }

  get isRunning() { return this.#running !== null; }

  /** @returns {Promise<{status: "ok"|"error"|"interrupted"|"ended", seconds: number}>} "ended": the worker is gone. */
  run(cell, code, name) {
    if (this.#stop) Atomics.store(this.#stop, 0, 0);
    return new Promise((done) => {
      this.#running = { cell, done, since: performance.now() };
      this.#worker.postMessage({ type: "run", cell, code, name });
    });
  }

  /** Asks about code: complete, inspect or check. Null while it loads or runs a cell, for then nobody would answer. */
  ask(type, question) {
    if (!this.#isReady || this.#running || !this.#worker) return Promise.resolve(null);
    const id = ++this.#asked;
    return new Promise((done) => {
      this.#questions.set(id, done);
      this.#worker.postMessage({ type, id, ...question });
    });
  }

  /** The running cell is to stop at its next loop, call or wait. */
  stop() { if (this.#stop) Atomics.store(this.#stop, 0, 1); }

  /** Ends the worker, and its variables with it. */
  end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready.failed(new Error("it was ended"));
    this.#questions.forEach((done) => done(null));
    this.#questions.clear();
    this.#finish("ended", this.#running ? (performance.now() - this.#running.since) / 1000 : 0);
  }

  #hear(message) {
    if (message.type === "ready") {
      this.#isReady = true;
      this.#ready.done();
    } else if (message.type === "fault") this.#fail(message.text, message.byCell);
    else if (message.type === "ended") this.#finish(message.status, message.seconds);
    else if (this.#questions.has(message.id)) this.#answer(message);
    else this.#tell(message);
  }

  #answer(message) {
    this.#questions.get(message.id)(message);
    this.#questions.delete(message.id);
  }

  #finish(status, seconds) {
    const running = this.#running;
    this.#running = null;
    running?.done({ status, seconds });
  }

  #fail(text, byCell = false) {
    if (!this.#worker) return;
    this.#ready.failed(new Error(text));
    this.end();
    this.#tell({ type: "fault", text, byCell });
  }
}
