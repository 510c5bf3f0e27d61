// The worker of a live page: the .NET runtime, the compiler and the course, one cell at a time.
import { dotnet } from './runtime/dotnet.js';

const say = (type, more) => postMessage({ type, ...more });
let site = '';
let stop = null;        // Int32Array of one number that the page sets to 1; null where memory cannot be shared
let tab = null;         // what C# exports

// A host may unpack .gz files by itself, so that the bytes say what they are.
const isPacked = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpack(bytes) {
  return isPacked(bytes) ? new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()) : bytes;
}

/** Downloads with progress. */
class Loader {
  constructor(files) {
    this.sizes = new Map(files.map((file) => [file.path, file.bytes]));
    this.total = files.filter((file) => file.first).reduce((sum, file) => sum + file.bytes, 0);
    this.loaded = 0;
    this.told = 0;
  }

  async get(path) {
    const response = await fetch(new URL(path, import.meta.url));
    if (!response.ok) throw new Error(`${path}: the server answers ${response.status}`);
    const parts = [];
    let count = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      count += value.length;
      this.count(value.length);
    }
    // What the host unpacked counts as what went over the wire.
    this.count((this.sizes.get(path) ?? count) - count);
    const bytes = new Uint8Array(count);
    parts.reduce((at, part) => (bytes.set(part, at), at + part.length), 0);
    return unpack(bytes);
  }

  count(bytes) {
    this.loaded += bytes;
    if (performance.now() - this.told > 50 || this.loaded >= this.total) {
      this.told = performance.now();
      say('loading', { loaded: this.loaded, total: this.total });
    }
  }
}

// A module is imported by its address: one that came packed gets an address of its own, and keeps what it knows of where it is from.
async function scriptAt(path, bytes) {
  const text = new TextDecoder().decode(bytes);
  const place = JSON.stringify(new URL(path, import.meta.url).href);
  return URL.createObjectURL(new Blob([text.replaceAll('import.meta.url', place)], { type: 'text/javascript' }));
}

/** A file of the site, waited for: C# asks in the middle of a cell. */
function readFile(path) {
  const request = new XMLHttpRequest();
  request.open('GET', new URL(path, site), false);
  request.responseType = 'arraybuffer';
  try {
    request.send();
  } catch {
    return null; // no network
  }
  return request.status === 200 ? new Uint8Array(request.response) : null;
}

/** Files that cells wrote, kept by the browser from one visit to the next; one that keeps nothing runs cells all the same. */
class Shelf {
  #store = new Promise((done) => {
    const request = indexedDB.open('course-files', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('files');
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(null);
  }).catch(() => null);

  async #with(mode, use) {
    const store = await this.#store;
    if (!store) return null;
    return new Promise((done) => {
      const request = use(store.transaction('files', mode).objectStore('files'));
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(null);
    });
  }

  /** Path and content of each. */
  async all() {
    const paths = (await this.#with('readonly', (files) => files.getAllKeys())) ?? [];
    const contents = (await this.#with('readonly', (files) => files.getAll())) ?? [];
    return paths.map((path, i) => [path, contents[i]]);
  }

  keep(path, bytes) { this.#with('readwrite', (files) => files.put(bytes, path)); }
  forget(path) { this.#with('readwrite', (files) => files.delete(path)); }
}

const shelf = new Shelf();

const page = {
  readFile,
  keepFile: (path, bytes) => shelf.keep(path, bytes),
  forgetFile: (path) => shelf.forget(path),
  isStopping: () => stop !== null && Atomics.load(stop, 0) === 1,
  output: (cell, display, html, replaces) => say('output', { cell, display: display ?? null, html, replaces }),
  stream: (cell, name, text) => say('stream', { cell, name, text }),
  clear: (cell, wait) => say('clear', { cell, wait }),
  report: (cell, json) => say('report', { cell, json }),
};

// The lines of an exception come from symbols, symbols come with debugging, and debugging turns everything off that makes the interpreter fast:
// this turns it on again (cells ran 2.1 times faster; lines stay, but for a call that was put into its caller).
const optimisations = 'inline,cprop,super,bblocks,tiering,simd,ssa,jiterp';

async function start(message) {
  site = message.site;
  stop = message.stop ? new Int32Array(message.stop) : null;
  const list = await (await fetch(new URL('tab.json', import.meta.url))).json();
  const loader = new Loader(list.files);
  // All of them at once: the runtime asks for its scripts first, and for the rest when it has them.
  const files = new Map(list.files.filter(({ first, path }) => first && path.endsWith('.gz')).map(({ path }) => [path, loader.get(path)]));
  files.forEach((file) => file.catch(() => {})); // who waits for it hears it
  const images = new Map();
  const scripts = new Map(await Promise.all(['dotnet.runtime.js', 'dotnet.native.js'].map(async (name) => [name, await scriptAt(`runtime/${name}`, await files.get(`runtime/${name}.gz`))])));
  const runtime = await dotnet
    .withEnvironmentVariable('MONO_INTERPRETER_OPTIONS', optimisations)
    .withResourceLoader((type, name) => {
      if (type === 'dotnetjs') return name === 'dotnet.js' ? undefined : scripts.get(name);
      return files.get(`runtime/${name}.gz`).then((bytes) => {
        if (type === 'assembly') images.set(name, bytes);
        return new Response(bytes, { headers: { 'content-type': type === 'dotnetwasm' ? 'application/wasm' : 'application/octet-stream' } });
      });
    })
    .create();
  runtime.setModuleImports('worker', { ...page, runFinalizers: () => runtime.Module.wasmExports.mono_background_exec() });
  tab = (await runtime.getAssemblyExports('Course.Web.dll')).Course.Web.Worker.Tab;
  for (const { name, ours } of list.references) tab.AddAssembly(name.replace(/\.dll$/, ''), images.get(name), ours);
  tab.AddLate(list.files.filter(({ kind, first, path }) => kind === 'runtime' && !first && path.endsWith('.dll.gz')).map(({ path }) => path.slice('runtime/'.length, -'.dll.gz'.length)));
  for (const { path, kind, place } of list.files) {
    if (kind === 'kernels') await loadKernels(runtime, await files.get(path));
    else if (kind === 'package') tab.WriteFile(place, await files.get(path));
  }
  files.clear(); // the runtime keeps what it was given, and this function with it
  images.clear();
  for (const [path, bytes] of await shelf.all()) tab.WriteFile(path, bytes);
  tab.WriteFile('/course/home/progress.json', new TextEncoder().encode(JSON.stringify({ Version: 2, Solved: message.solved ?? [] })));
  await tab.Start(message.tier);
  say('ready');
}

// They work on .NET's own memory; its pointers are addresses there.
async function loadKernels(runtime, bytes) {
  const { memory, __indirect_function_table: table } = runtime.Module.wasmExports;
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  const entry = table.grow(1);
  table.set(entry, instance.exports.run);
  tab.UseKernels(entry);
}

async function run({ cell, code, name }) {
  const began = performance.now();
  say('started', { cell });
  // A cell that waits looks at nothing; one that computes keeps this from being called, and looks by itself.
  // One that ends the runtime while it waits is never heard of again, but the next call fails.
  let watch, end;
  const gone = new Promise((_, failed) => {
    watch = setInterval(() => {
      try { tab.Watch(page.isStopping()); } catch (fault) { failed(fault); }
    }, 50);
  });
  try {
    end = { type: 'ended', cell, status: await Promise.race([tab.Run(cell, code, name), gone]) };
  } catch (fault) {
    end = { type: 'fault', text: lastWords(fault), byCell: true }; // an error of C# is a status: this ended the runtime
  }
  clearInterval(watch);
  if (stop) Atomics.store(stop, 0, 0);
  postMessage({ ...end, seconds: (performance.now() - began) / 1000 });
}

function lastWords(fault) {
  const code = fault?.name === 'ExitStatus' ? fault.status : /already exited with (-?\d+)/.exec(fault?.message)?.[1];
  const why = code !== undefined ? `, with exit code ${code}` : fault?.message ? `: ${fault.message}` : '';
  return `The cell ended the program${why}`;
}

const handlers = {
  start,
  run,
  complete: ({ id, code, position }) => say('completions', { id, ...JSON.parse(tab.Complete(code, position)) }),
  inspect: ({ id, code, position }) => say('inspected', { id, text: tab.Inspect(code, position) ?? null }),
  check: ({ id, code }) => say('checked', { id, problems: JSON.parse(tab.Check(code)) }),
};

onmessage = async ({ data }) => {
  try {
    await handlers[data.type](data);
  } catch (fault) {
    say('fault', { text: String(fault?.message ?? fault) });
  }
};
