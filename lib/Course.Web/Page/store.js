// What this browser keeps for its reader. Strict browsers refuse storage; then the page goes on without it, and says so before it is left.
const read = (key, otherwise) => {
  try { return JSON.parse(localStorage.getItem(`course:${key}`)) ?? otherwise; } catch { return otherwise; }
};

const write = (key, value) => {
  try {
    localStorage.setItem(`course:${key}`, JSON.stringify(value));
    return true;
  } catch { return false; }
};

/** Ids of the exercises that the reader has solved: what site.js shows beside each notebook. */
export const solved = () => read("solved", []);

export function addSolved(id) {
  if (!solved().includes(id)) write("solved", [...solved(), id].sort());
}

/** Edits of one notebook: of each cell by id its code, and the course's code that it was made from; cells of the reader's own in order. */
export class Edits {
  #key;
  #cells;
  #own;

  /** Whether the browser has kept all that was edited. */
  isKept = true;

  constructor(notebook) {
    this.#key = `edits:${notebook}`;
    ({ cells: this.#cells, own: this.#own } = { cells: {}, own: [], ...read(this.#key, {}) });
  }

  of(id) { return this.#cells[id] ?? null; }

  get own() { return this.#own; }

  set(id, code, from) {
    this.#cells[id] = { code, from };
    this.#write();
  }

  remove(id) {
    delete this.#cells[id];
    this.#write();
  }

  /** @param {{id: string, after: string, code: string}[]} own */
  setOwn(own) {
    this.#own = own;
    this.#write();
  }

  #write() { this.isKept = write(this.#key, { cells: this.#cells, own: this.#own }); }
}

/** Seconds that cells took when they last ran here; before that, when the page was made. */
export class Times {
  #key;
  #seconds;

  constructor(notebook) {
    this.#key = `times:${notebook}`;
    this.#seconds = read(this.#key, {});
  }

  of(id, made) { return this.#seconds[id] ?? made; }

  set(id, seconds) {
    this.#seconds[id] = Math.round(seconds);
    write(this.#key, this.#seconds);
  }
}
