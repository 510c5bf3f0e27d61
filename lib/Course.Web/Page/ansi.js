// Terminal text as HTML, as the exporter's AnsiText makes it: colours become spans, an overwritten line shows its last state.
const escapes = /\x1b(?:\[([\d;]*)m|\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])/g;
const marks = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const flags = { 1: ["bold", true], 2: ["faint", true], 3: ["italic", true], 4: ["underline", true], 23: ["italic", false], 24: ["underline", false] };

const encode = (text) => text.replace(/[&<>"']/g, (mark) => marks[mark]);
const level = (n) => (n === 0 ? 0 : 55 + 40 * n);
const rgb = (...parts) => `#${parts.map((part) => (part & 255).toString(16).padStart(2, "0")).join("")}`;

// A colour is a digit 0 to 15 of the palette, or a CSS colour.
function extended(rest) {
  const kind = rest.shift();
  if (kind === 5 && rest.length) {
    const n = rest.shift(), gray = 8 + 10 * (n - 232), cube = n - 16;
    return n < 16 ? `${n}` : n < 232 ? rgb(level(Math.trunc(cube / 36)), level(Math.trunc(cube / 6) % 6), level(cube % 6)) : rgb(gray, gray, gray);
  }
  return kind === 2 && rest.length > 2 ? rgb(rest.shift(), rest.shift(), rest.shift()) : null;
}

function apply(style, code, rest) {
  if (code === 0) return {};
  if (code === 22) return { ...style, bold: false, faint: false };
  if (code in flags) return { ...style, [flags[code][0]]: flags[code][1] };
  if (code >= 30 && code <= 37) return { ...style, ink: `${code - 30}` };
  if (code === 38) return { ...style, ink: extended(rest) };
  if (code === 39) return { ...style, ink: null };
  if (code >= 40 && code <= 47) return { ...style, paper: `${code - 40}` };
  if (code === 48) return { ...style, paper: extended(rest) };
  if (code === 49) return { ...style, paper: null };
  if (code >= 90 && code <= 97) return { ...style, ink: `${code - 82}` };
  if (code >= 100 && code <= 107) return { ...style, paper: `${code - 92}` };
  return style;
}

function attributes(style) {
  const named = (prefix, colour) => (colour && colour[0] !== "#" ? [prefix + colour] : []);
  const css = (property, colour) => (colour?.[0] === "#" ? `${property}:${colour};` : "");
  const classes = [...named("ansi-", style.ink), ...named("ansi-bg-", style.paper), ...["bold", "faint", "italic", "underline"].filter((flag) => style[flag]).map((flag) => `ansi-${flag}`)];
  const look = css("color", style.ink) + css("background-color", style.paper);
  return (classes.length ? ` class="${classes.join(" ")}"` : "") + (look ? ` style="${look}"` : "");
}

export function toHtml(text) {
  let html = "", style = {}, at = 0;
  const append = (part) => {
    const about = attributes(style);
    if (part) html += about ? `<span${about}>${encode(part)}</span>` : encode(part);
  };
  for (const escape of text.matchAll(escapes)) {
    append(text.slice(at, escape.index));
    at = escape.index + escape[0].length;
    if (escape[1] === undefined) continue;
    const rest = escape[1].split(";").map(Number);
    while (rest.length) style = apply(style, rest.shift(), rest);
  }
  append(text.slice(at));
  return html;
}

/** What a terminal would show of a text with carriage returns: each line as last written. */
export const settle = (text) => (text.includes("\r")
  ? text.replaceAll("\r\n", "\n").split("\n").map((line) => line.replace(/\r+$/, "")).map((line) => line.slice(line.lastIndexOf("\r") + 1)).join("\n")
  : text);
