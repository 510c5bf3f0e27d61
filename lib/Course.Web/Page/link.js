// A link that carries one cell's code in its fragment: no server sees it.
const key = "try=";
const longest = 100_000; // characters that a link may unfold to

export async function pack(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @throws {Error} It is no packed text, or one that unfolds to too much. */
export async function unpack(data) {
  const bytes = Uint8Array.from(atob(data.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw")));
}

/** The cell and the packed code of an address; null for an ordinary one. */
export function partsOf(hash) {
  const [, cell, data] = /^#try=([\w-]+)\.([\w-]+)$/.exec(hash) ?? [];
  return cell ? { cell, data } : null;
}

/** Puts the link to a cell's code on the clipboard. @returns {Promise<string>} What came of it. */
export async function copyLink(cell) {
  const address = `${location.href.split("#")[0]}#${key}${cell.id}.${await pack(cell.code)}`;
  try {
    await navigator.clipboard.writeText(address);
    return `A link with the code of ${cell.name} is on the clipboard`;
  } catch {
    prompt("The link with your code:", address); // plain http has no clipboard
    return "";
  }
}

async function through(bytes, stream) {
  const parts = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > longest) throw new Error("the link holds more than a cell");
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
