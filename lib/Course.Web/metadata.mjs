// Reads of an assembly's metadata (ECMA-335, II.22 to II.24) what others can name in it, and which assemblies they need to know for that.

const [typeRef, typeDef, field, method, interfaceImpl, memberRef, attribute, typeSpec, assemblyRef, exportedType, nested] = [1, 2, 4, 6, 9, 10, 12, 27, 35, 39, 41];

// Columns of each table: bytes, s(tring), g(uid), b(lob), the number of a table, or [bits of the tag, tables] of a coded index.
const typeDefOrRef = [2, [2, 1, 27]], methodDefOrRef = [1, [6, 10]], fieldOrMethod = [1, [4, 6]];
const columns = {
  0: ['2', 's', 'g', 'g', 'g'], 1: [[2, [0, 26, 35, 1]], 's', 's'], 2: ['4', 's', 's', typeDefOrRef, 4, 6], 3: [4], 4: ['2', 's', 'b'], 5: [6],
  6: ['4', '2', '2', 's', 'b', 8], 7: [8], 8: ['2', '2', 's'], 9: [2, typeDefOrRef], 10: [[3, [2, 1, 26, 6, 27]], 's', 'b'], 11: ['2', [2, [4, 8, 23]], 'b'],
  12: [[5, [6, 4, 1, 2, 8, 9, 10, 0, 14, 23, 20, 17, 26, 27, 32, 35, 38, 39, 40, 42, 44, 43]], [3, [6, 10]], 'b'], 13: [fieldOrMethod, 'b'],
  14: ['2', [2, [2, 6, 32]], 'b'], 15: ['2', '4', 2], 16: ['4', 4], 17: ['b'], 18: [2, 20], 20: ['2', 's', typeDefOrRef], 21: [2, 23],
  23: ['2', 's', 'b'], 24: ['2', 6, [1, [20, 23]]], 25: [2, methodDefOrRef, methodDefOrRef], 26: ['s'], 27: ['b'], 28: ['2', fieldOrMethod, 's', 26],
  29: ['4', 4], 32: ['4', '8', '4', 'b', 's', 's'], 35: ['8', '4', 'b', 's', 's', 'b'], 38: ['4', 's', 'b'], 39: ['4', '4', 's', 's', [2, [38, 35, 39]]],
  40: ['4', '4', 's', [2, [38, 35, 39]]], 41: [2, 2],
};

// What stands for a type in a signature.
const [pointer, byRef, valueType, reference, variable, array, generic, functionPointer, vector, methodVariable, required, optional] =
  [0x0f, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x1b, 0x1d, 0x1e, 0x1f, 0x20];

/** The tables and heaps of one assembly. */
class Metadata {
  #bytes;
  #heaps = {};
  #tables = {};

  constructor(bytes) {
    this.#bytes = bytes;
    const root = this.#root();
    let at = root + 16 + bytes.readUInt32LE(root + 12);
    for (let left = bytes.readUInt16LE(at + 2), next = at + 4; left > 0; left--) {
      const name = this.#text(next + 8);
      this.#heaps[name] = root + bytes.readUInt32LE(next);
      next += 8 + ((name.length + 4) & ~3);
    }
    this.#readTables(this.#heaps['#~']);
  }

  // Where the metadata begins in the file, over the headers of the executable.
  #root() {
    const bytes = this.#bytes;
    const header = bytes.readUInt32LE(0x3c) + 24;
    const sections = header + bytes.readUInt16LE(header - 4);
    const place = (address) => {
      for (let at = sections; ; at += 40) {
        const start = bytes.readUInt32LE(at + 12);
        if (address >= start && address < start + bytes.readUInt32LE(at + 16)) return address - start + bytes.readUInt32LE(at + 20);
      }
    };
    const runtimeHeader = header + (bytes.readUInt16LE(header) === 0x20b ? 112 : 96) + 14 * 8;
    return place(bytes.readUInt32LE(place(bytes.readUInt32LE(runtimeHeader)) + 8));
  }

  #readTables(start) {
    const bytes = this.#bytes;
    const large = bytes[start + 6];
    const present = bytes.readBigUInt64LE(start + 8);
    const rows = [];
    let at = start + 24;
    for (let i = 0; i < 64; i++) {
      const isThere = (present >> BigInt(i)) & 1n;
      rows[i] = isThere ? bytes.readUInt32LE(at) : 0;
      if (isThere) at += 4;
    }
    const heapWidths = { s: large & 1 ? 4 : 2, g: large & 2 ? 4 : 2, b: large & 4 ? 4 : 2 };
    const width = (column) => Array.isArray(column) ? (Math.max(...column[1].map((table) => rows[table])) < 1 << (16 - column[0]) ? 2 : 4)
      : typeof column === 'number' ? (rows[column] < 0x10000 ? 2 : 4)
      : heapWidths[column] ?? Number(column);
    for (const [number, kinds] of Object.entries(columns)) {
      const widths = kinds.map(width);
      const size = widths.reduce((sum, each) => sum + each, 0);
      this.#tables[number] = { at, widths, size, rows: rows[number] };
      at += size * rows[number];
    }
  }

  rows(table) { return this.#tables[table].rows; }

  /** A number of a table; rows count from 1. */
  cell(table, row, column) {
    const { at, widths, size } = this.#tables[table];
    const place = at + size * (row - 1) + widths.slice(0, column).reduce((sum, each) => sum + each, 0);
    return this.#bytes.readUIntLE(place, widths[column]);
  }

  name(table, row, column) { return this.#text(this.#heaps['#Strings'] + this.cell(table, row, column)); }

  /** The members of a type: a table's rows from its own first to the next type's. */
  members(table, type) {
    const column = table === field ? 4 : 5;
    const first = this.cell(typeDef, type, column);
    const end = type < this.rows(typeDef) ? this.cell(typeDef, type + 1, column) : this.rows(table) + 1;
    return Array.from({ length: end - first }, (_, i) => first + i);
  }

  /** A signature, to be read from its beginning. */
  signature(table, row, column) {
    const start = this.#heaps['#Blob'] + this.cell(table, row, column);
    const signature = new Signature(this.#bytes, start);
    signature.number(); // its length
    return signature;
  }

  #text(start) { return this.#bytes.toString('utf8', start, this.#bytes.indexOf(0, start)); }
}

/** A signature as it is read: types one after the other. */
class Signature {
  #bytes;
  #at;

  constructor(bytes, at) { [this.#bytes, this.#at] = [bytes, at]; }

  number() {
    const first = this.#bytes[this.#at];
    const size = first < 0x80 ? 1 : first < 0xc0 ? 2 : 4;
    const value = this.#bytes.readUIntBE(this.#at, size) - (size === 1 ? 0 : size === 2 ? 0x8000 : 0xc0000000);
    this.#at += size;
    return value;
  }

  /** Reads a type; tells each that it is made of. @returns {number} The coded index of the outermost, 0 for one that has none. */
  type(tell) {
    const kind = this.#bytes[this.#at++];
    if (kind === valueType || kind === reference) return this.#token(tell);
    if (kind === generic) return this.#generic(tell);
    if (kind === byRef || kind === pointer) return this.type(tell);
    if (kind === required || kind === optional) {
      this.#token(tell);
      return this.type(tell);
    }
    if (kind === variable || kind === methodVariable) this.number();
    else if (kind === vector) this.type(tell);
    else if (kind === array) this.#array(tell);
    else if (kind === functionPointer) this.method(tell);
    return 0;
  }

  /** Reads a method's. @returns {number[]} The types of its parameters. */
  method(tell) {
    if (this.number() & 0x10) this.number(); // generic: of how many
    const count = this.number();
    this.type(tell);
    return Array.from({ length: count }, () => this.type(tell));
  }

  /** Reads a field's. */
  field(tell) {
    this.number(); // says that it is one
    this.type(tell);
  }

  #token(tell) {
    const token = this.number();
    tell(token);
    return token;
  }

  #generic(tell) {
    const token = this.type(tell);
    for (let left = this.number(); left > 0; left--) this.type(tell);
    return token;
  }

  #array(tell) {
    this.type(tell);
    this.number(); // rank
    for (let lists = 0; lists < 2; lists++) for (let left = this.number(); left > 0; left--) this.number();
  }
}

/**
 * What can be named in an assembly.
 * @param {Buffer} bytes The file.
 * @returns {{needs: Set<string>, types: Map<string, string[]>, extensions: Map<string, string[]>}} needs: assemblies that its public signatures refer to;
 * by namespace: public types, and extension methods as Receiver.Method.
 */
export function read(bytes) {
  const metadata = new Metadata(bytes);
  const needs = new Set(), types = new Map(), extensions = new Map();
  const tell = (token) => {
    const assembly = assemblyOf(metadata, token);
    if (assembly) needs.add(assembly);
    else if ((token & 3) === 2) metadata.signature(typeSpec, token >> 2, 0).type(tell);
  };
  const visible = visibleTypes(metadata);
  const extending = extensionMethods(metadata);
  for (const type of visible) {
    const space = metadata.name(typeDef, type, 2);
    if (space) add(types, space, plain(metadata.name(typeDef, type, 1))); // a nested type has none
    tell(metadata.cell(typeDef, type, 3)); // its base
    for (const row of metadata.members(field, type).filter((row) => isVisible(metadata.cell(field, row, 0)))) metadata.signature(field, row, 2).field(tell);
    for (const row of metadata.members(method, type).filter((row) => isVisible(metadata.cell(method, row, 2)))) {
      const [receiver] = metadata.signature(method, row, 4).method(tell);
      if (extending.has(row) && receiver) add(extensions, space, `${typeName(metadata, receiver)}.${metadata.name(method, row, 3)}`);
    }
  }
  for (const row of rowsOf(metadata, interfaceImpl).filter((row) => visible.has(metadata.cell(interfaceImpl, row, 0)))) tell(metadata.cell(interfaceImpl, row, 1));
  const places = rowsOf(metadata, exportedType).map((row) => metadata.cell(exportedType, row, 4));
  for (const place of places.filter((place) => (place & 3) === 1)) needs.add(metadata.name(assemblyRef, place >> 2, 3));
  return { needs, types, extensions };
}

const rowsOf = (metadata, table) => Array.from({ length: metadata.rows(table) }, (_, i) => i + 1);
const add = (lists, key, value) => lists.set(key, [...new Set([...(lists.get(key) ?? []), value])]);
const plain = (name) => name.split('`')[0];

// Public, or protected: what derives from it sees it.
const isVisible = (flags) => [4, 5, 6].includes(flags & 7);

function visibleTypes(metadata) {
  const outer = new Map(rowsOf(metadata, nested).map((row) => [metadata.cell(nested, row, 0), metadata.cell(nested, row, 1)]));
  const isSeen = (type) => {
    const flags = metadata.cell(typeDef, type, 0) & 7;
    return outer.has(type) ? [2, 4, 7].includes(flags) && isSeen(outer.get(type)) : flags === 1;
  };
  return new Set(rowsOf(metadata, typeDef).filter(isSeen));
}

function extensionMethods(metadata) {
  const isMarked = (row) => {
    const [owner, maker] = [metadata.cell(attribute, row, 0), metadata.cell(attribute, row, 1)];
    if ((owner & 31) !== 0 || (maker & 7) !== 3) return false; // no method, or an attribute of the assembly's own
    const type = metadata.cell(memberRef, maker >> 3, 0);
    return (type & 7) === 1 && metadata.name(typeRef, type >> 3, 1) === 'ExtensionAttribute';
  };
  return new Set(rowsOf(metadata, attribute).filter(isMarked).map((row) => metadata.cell(attribute, row, 0) >> 5));
}

function typeName(metadata, token) {
  return plain(metadata.name((token & 3) === 1 ? typeRef : typeDef, token >> 2, 1));
}

// Where a type is that stands in another assembly; undefined for one of its own.
function assemblyOf(metadata, token) {
  while ((token & 3) === 1) {
    const scope = metadata.cell(typeRef, token >> 2, 0);
    if ((scope & 3) === 2) return metadata.name(assemblyRef, scope >> 2, 3);
    if ((scope & 3) !== 3) return undefined;
    token = (scope & ~3) | 1; // nested: where the outer one is
  }
  return undefined;
}
