// Makes the folder tab/ of a site: the runtime's files and the course's assemblies packed with gzip, data as it is, and the list of all of them.
// node pack.mjs APP COURSE DATASETS SOURCES TARGET: what the WebAssembly SDK built, lib/Course's output, datasets/, lib/Course.Web, where to.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const [app, course, datasets, sources, target] = process.argv.slice(2);
const files = [];
const kept = new Set(['tab.json']);

const self = statSync(new URL(import.meta.url)).mtime;

// Unchanged files stay as they are: packing 30 MB takes seconds.
function write(path, from, change, facts) {
  const place = join(target, path);
  const mtime = new Date(Math.max(statSync(from).mtime, self));
  kept.add(path);
  if (!existsSync(place) || statSync(place).mtimeMs !== mtime.getTime()) {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, change(readFileSync(from)));
    utimesSync(place, mtime, mtime);
  }
  files.push({ path, bytes: statSync(place).size, ...facts });
}

const asIs = (bytes) => bytes;
const packed = (bytes) => gzipSync(bytes, { level: 9 });

// plotly.js, 1.3 MB, stays behind: the site has it as a file.
function withoutPlotly(bytes) {
  const { length } = bytes;
  for (let at = bytes.indexOf(Buffer.from([0x1f, 0x8b, 0x08])); at >= 4; at = bytes.indexOf(Buffer.from([0x1f, 0x8b, 0x08]), at + 1)) {
    const size = bytes.readUInt32LE(at - 4); // a resource begins with its length
    if (size > 500_000 && at + size <= length) bytes.fill(0, at, at + size);
  }
  return bytes;
}

// What no cell of the course needs comes only when somebody's cell asks for it.
const isLate = (name) => /^(UglyToad\.|Microsoft\.(VisualBasic|CodeAnalysis\.(CSharp\.)?Scripting)|System\.(Data|Transactions|Web|Drawing|ServiceModel|Private\.(Xml|DataContract)|Xml|Runtime\.Serialization|Net\.(?!Http\.dll|Primitives)|Threading\.(Tasks\.Dataflow|Channels)|Linq\.(AsyncEnumerable|Parallel)|Text\.Encoding\.CodePages|ComponentModel\.(TypeConverter|Annotations|DataAnnotations)|Formats|IO\.(Pipelines|Packaging|IsolatedStorage|FileSystem\.[AW])|Security\.(Principal|AccessControl|Claims|SecureString|Permissions)|Diagnostics\.(FileVersionInfo|TraceSource|TextWriterTraceListener|Contracts)|Resources\.Writer)|WindowsBase|Microsoft\.Win32\.Registry|Microsoft\.Bcl)/.test(name);

// The runtime's list of its files stands in dotnet.js; what is not in it is not loaded at the start.
function withoutLate(bytes) {
  const text = bytes.toString();
  const [before, json, after] = text.split(/(?<=\/\*json-start\*\/)|(?=\/\*json-end\*\/)/);
  const config = JSON.parse(json);
  config.resources.pdb = []; // there, so that the runtime reads the symbols of cells, and empty, since ours have none
  config.applicationEnvironment = 'Production';
  config.resources.assembly = config.resources.assembly.filter(({ name }) => !isLate(name));
  return Buffer.from(before + JSON.stringify(config) + after);
}

const runtime = join(app, '_framework');
for (const name of readdirSync(runtime).sort()) {
  if (/\.(dll|wasm|dat)$/.test(name)) write(`runtime/${name}.gz`, join(runtime, name), packed, { kind: 'runtime', first: !isLate(name) });
  else if (/\.js$/.test(name)) write(`runtime/${name}`, join(runtime, name), name === 'dotnet.js' ? withoutLate : asIs, { kind: 'runtime', first: true });
}
for (const name of readdirSync(course).filter((name) => name.endsWith('.dll')).sort()) {
  const change = name === 'Course.dll' ? (bytes) => packed(withoutPlotly(bytes)) : packed;
  write(`packages/Course/${name}.gz`, join(course, name), change, { kind: 'package', place: `/course/packages/Course/${name}`, first: true });
}
for (const set of ['cmudict', 'mnist', 'names', 'penguins']) {
  for (const name of readdirSync(join(datasets, set)).sort()) {
    write(`data/${set}/${name}`, join(datasets, set, name), asIs, { kind: 'data', first: false });
  }
}
write('worker.js', join(sources, 'Worker/worker.js'), asIs, { kind: 'script', first: true });
// What Web.targets has bundled there already.
for (const path of ['page.js', 'share.js', 'page.css'].filter((name) => existsSync(join(target, name)))) {
  kept.add(path);
  files.push({ path, bytes: statSync(join(target, path)).size, kind: 'script', first: true });
}

const kernels = join(sources, 'Kernels/kernels.wasm');
if (existsSync(kernels)) write('kernels.wasm.gz', kernels, packed, { kind: 'kernels', first: true });

const isFramework = (name) => /^(System\..*|System|Microsoft\.CSharp|netstandard|mscorlib|Microsoft\.Win32\.Primitives)\.dll$/.test(name);
const ours = ['Course.Kernel.dll', 'Course.Web.dll', 'Microsoft.DotNet.Interactive.Formatting.dll', 'Microsoft.AspNetCore.Html.Abstractions.dll'];
const assemblies = readdirSync(runtime).filter((name) => name.endsWith('.dll')).sort();
const references = [
  ...assemblies.filter((name) => isFramework(name) && !isLate(name)).map((name) => ({ name, ours: false })),
  ...ours.map((name) => ({ name, ours: true })),
];

for (const path of readdirSync(target, { recursive: true })) {
  const place = join(target, path);
  if (statSync(place).isFile() && !kept.has(relative(target, place).replaceAll('\\', '/'))) rmSync(place);
}

const hash = createHash('sha256');
for (const file of files) hash.update(file.path).update(readFileSync(join(target, file.path)));
const first = files.filter((file) => file.first).reduce((sum, file) => sum + file.bytes, 0);
writeFileSync(join(target, 'tab.json'), JSON.stringify({ version: hash.digest('hex').slice(0, 16), first, files, references }));
console.log(`${basename(target)}: ${files.length} files, first load ${(first / 1e6).toFixed(2)} MB`);
