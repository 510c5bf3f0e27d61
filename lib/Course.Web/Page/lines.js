// "cell 3, line 2, column 5" in an error leads there.
import { element } from "./element.js";

const place = /((?:own )?cell \d+), line (\d+)(?:, column (\d+))?/g;

export function linkLines(part) {
  for (const text of textsOf(part)) {
    let at = 0;
    const pieces = [];
    for (const match of text.data.matchAll(place)) {
      pieces.push(text.data.slice(at, match.index), element("button", { type: "button", class: "line-link", "data-of": match[1], "data-line": match[2], "data-column": match[3] ?? 1 }, match[0]));
      at = match.index + match[0].length;
    }
    if (at) text.replaceWith(...pieces, text.data.slice(at));
  }
}

function textsOf(part) {
  const found = [];
  for (const pre of part.querySelectorAll(".error pre")) {
    const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode);
  }
  return found;
}
