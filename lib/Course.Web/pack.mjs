// Makes the folder tab/ of a site: the runtime's files and the course's assemblies packed with gzip, data as it is, and the list of all of them.
// node pack.mjs APP LINKED PACK COURSE DATASETS SOURCES TARGET DOTNET PROGRAM: what the WebAssembly SDK built, what is lighter of it, the runtime's
// package, lib/Course's output, datasets/, lib/Course.Web, where to, what starts course.dll.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const [app, linked, runtimePack, course, datasets, sources, target, dotnet, program] = process.argv.slice(2);
const files = [];
const kept = new Set(['tab.json']);

const self = new Date(Math.max(...['pack.mjs', '../Course.Cli/Packaging/NameIndex.cs'].map((name) => statSync(new URL(name, import.meta.url)).mtimeMs)));

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

// What comes with the page: what the course, the compiler and a learner's first steps refer to. The rest comes when somebody's cell asks for it.
const firsts = new Set(`AngleSharp Course.Kernel Course.Web Markdig Microsoft.AspNetCore.Html.Abstractions Microsoft.CodeAnalysis Microsoft.CodeAnalysis.CSharp
  Microsoft.CSharp Microsoft.DotNet.Interactive.Formatting Microsoft.Win32.Primitives netstandard System.Collections System.Collections.Concurrent System.Collections.Immutable
  System.Collections.NonGeneric System.Collections.Specialized System.ComponentModel System.ComponentModel.Primitives System.Console
  System.Diagnostics.Process System.Diagnostics.StackTrace System.IO.Compression System.IO.Compression.ZipFile System.IO.MemoryMappedFiles System.Linq
  System.IO.Pipelines System.Linq.Expressions System.Memory System.Net.Http System.Net.Primitives System.Numerics.Vectors System.ObjectModel
  System.Private.CoreLib System.Private.Uri System.Reflection.Metadata System.Reflection.Primitives System.Runtime System.Runtime.Extensions System.Runtime.InteropServices
  System.Runtime.InteropServices.JavaScript System.Runtime.Intrinsics System.Runtime.Loader System.Runtime.Numerics System.Security.Cryptography
  System.Text.Encoding.CodePages System.Text.Encoding.Extensions System.Text.Encodings.Web System.Text.Json System.Text.RegularExpressions System.Threading System.Threading.Tasks
  System.Threading.Tasks.Parallel System.Threading.Thread System.Threading.ThreadPool`.split(/\s+/).map((name) => `${name}.dll`));
const isLate = (name) => name.endsWith('.dll') && !firsts.has(name);
const isFramework = (name) => /^(System|Microsoft\.(CSharp|VisualBasic|Win32)|netstandard|mscorlib)/.test(name);

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
// What the linker has made lighter stands in for what it was made from.
const lightest = (name) => (existsSync(join(linked, name)) ? join(linked, name) : join(runtime, name));
for (const name of readdirSync(runtime).filter((name) => !name.startsWith('UglyToad')).sort()) {
  if (/\.(dll|wasm|dat)$/.test(name)) write(`runtime/${name}.gz`, lightest(name), packed, { kind: 'runtime', first: !isLate(name) });
  else if (name === 'dotnet.js') write(`runtime/${name}`, join(runtime, name), withoutLate, { kind: 'runtime', first: true });
  else if (name.endsWith('.js')) write(`runtime/${name}.gz`, join(runtime, name), packed, { kind: 'runtime', first: true });
}

// What the compiler can ask for by its name.
const lates = readdirSync(runtime).filter((name) => isLate(name) && isFramework(name)).sort();
const index = () => packed(execFileSync(dotnet, [program, '__names', ...lates], { cwd: runtime }));
write('late.txt.gz', join(runtime, 'dotnet.js'), index, { kind: 'index', first: false });

for (const name of readdirSync(course).filter((name) => name.endsWith('.dll')).sort()) {
  const change = name === 'Course.dll' ? (bytes) => packed(withoutPlotly(bytes)) : packed;
  write(`packages/Course/${name}.gz`, join(course, name), change, { kind: 'package', place: `/course/packages/Course/${name}`, first: true });
}
for (const set of ['cmudict', 'mnist', 'names', 'penguins']) {
  for (const name of readdirSync(join(datasets, set)).sort()) {
    write(`data/${set}/${name}`, join(datasets, set, name), asIs, { kind: 'data', first: false });
  }
}
for (const name of ['NOTICES.txt', 'APACHE.txt']) write(`licenses/${name}`, join(sources, name), asIs, { kind: 'licence', first: false });
for (const name of ['LICENSE.TXT', 'THIRD-PARTY-NOTICES.TXT'].filter((name) => existsSync(join(runtimePack, name)))) {
  write(`licenses/dotnet-${name}`, join(runtimePack, name), asIs, { kind: 'licence', first: false });
}
write('worker.js', join(sources, 'Worker/worker.js'), asIs, { kind: 'script', first: true });
// What Web.targets has bundled there already.
for (const path of ['page.js', 'share.js', 'page.css'].filter((name) => existsSync(join(target, name)))) {
  kept.add(path);
  files.push({ path, bytes: statSync(join(target, path)).size, kind: 'script', first: true });
}

const kernels = join(sources, 'Kernels/kernels.wasm');
if (existsSync(kernels)) write('kernels.wasm.gz', kernels, packed, { kind: 'kernels', first: true });

const ours = ['Course.Kernel.dll', 'Course.Web.dll', 'Microsoft.DotNet.Interactive.Formatting.dll', 'Microsoft.AspNetCore.Html.Abstractions.dll'];
const references = [
  ...[...firsts].filter(isFramework).map((name) => ({ name, ours: false })),
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
