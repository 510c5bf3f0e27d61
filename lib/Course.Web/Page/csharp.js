// C# for the editor: the same colours as the exporter's, which come from the compiler. A tokenizer by lines, as scripts have statements
// without a class around them; where the compiler knows a type, this one judges by the neighbours and by capitals, as the exporter does.
import { StreamLanguage } from "@codemirror/language";
import { tagHighlighter, tags } from "@lezer/highlight";

const words = (text) => new Set(text.split(" "));
const keywords = words("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while "
  + "var");
const contextual = words("and async await dynamic file get global init not or partial record required scoped set unmanaged value when where with yield"); // where a name could not stand
const valued = words("var bool byte char decimal double float int long object short string uint ulong dynamic");
const typed = words("new class struct record interface enum is as"); // a name after one of these is a type
const operators = words("in is as and or not when with where switch else return");
const name = /^@?[\p{L}_][\p{L}\p{N}_]*/u;
const number = /^(?:0[xX][\da-fA-F_]+|0[bB][01_]+|(?:\d[\d_]*)?(?:\.(?=\d))?\d[\d_]*(?:[eE][+-]?\d+)?)[fFdDmMuUlL]*/;
const called = /^\s*(?:<[\w\s,.<>[\]?()]*>)?\s*\(/;
const declares = /^(?:<[\w\s,.<>[\]?()]*>)?(?:\[[\s,]*\])*\??\s+(@?[\p{L}_][\p{L}\p{N}_]*)/u;
const argument = /^(?:<[\w\s,.<>[\]?]*>|\[\]|\?)*\s*(?:,[\w\s,.<>[\]?]*)?>/;

const table = { k: tags.keyword, t: tags.typeName, f: tags.function(tags.variableName), s: tags.string, n: tags.number, c: tags.comment, d: tags.meta };

/** The exporter's classes, one look for code that is read and code that is edited. */
export const colours = tagHighlighter(Object.entries(table).map(([name, tag]) => ({ tag, class: name })));

export const csharp = StreamLanguage.define({
  name: "csharp",
  startState: () => ({ inside: [], last: "", locals: [], depth: 0, opened: [] }),
  copyState: (state) => ({ ...state, inside: state.inside.map((each) => ({ ...each })), locals: [...state.locals], opened: [...state.opened] }),
  token,
  indent: (state, after, context) => {
    const closes = /^\s*[)\]}]/.test(after);
    return context.unit * Math.max(0, state.opened.length - (closes ? 1 : 0));
  },
  languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } }, closeBrackets: { brackets: ["(", "[", "{", '"'] }, indentOnInput: /^\s*[)\]}]$/ },
  tokenTable: table,
});

function token(stream, state) {
  const place = state.inside.at(-1);
  if (place?.kind === "comment") return comment(stream, state);
  if (place?.kind === "string") return text(stream, state, place);
  if (stream.sol() && stream.match(/^\s*#.*/)) return "d";
  if (stream.eatSpace()) return null;
  if (place?.kind === "hole" && place.depth === 0) {
    if (stream.match(/^:(?!:)[^}]*/)) return "s"; // the format of a number
    if (stream.match(place.close)) {
      state.inside.pop();
      return null;
    }
  }
  if (stream.match("//")) {
    stream.skipToEnd();
    return "c";
  }
  if (stream.match("/*")) {
    state.inside.push({ kind: "comment" });
    return comment(stream, state);
  }
  const opening = stream.match(/^([$@]*)("""+|")/);
  if (opening) return open(stream, state, opening);
  if (stream.match(/^'(?:\\.[\da-fA-F]*|[^\\'])'/)) return remember(state, "", "s");
  if (!stream.match("..", false) && stream.match(number)) return remember(state, "", "n");
  const word = stream.match(name);
  return word ? identifier(stream, state, word[0]) : mark(stream, state, place);
}

function identifier(stream, state, word) {
  const last = state.last;
  const rest = stream.string.slice(stream.pos);
  const declared = declares.exec(rest)?.[1];
  if (keywords.has(word) || contextual.has(word) && last !== "." && /^\s*(?:[\w"({[@$]|$)/.test(rest) && !called.test(rest)) {
    if (valued.has(word) && declared) state.locals.push(declared);
    return remember(state, word, "k");
  }
  const isType = typed.has(last) || last === "<" && argument.test(rest);
  const isDeclaration = last !== "." && declared && !operators.has(declared) && !/^using\b/.test(stream.string);
  if (isDeclaration) state.locals.push(declared);
  if (isType || isDeclaration) return remember(state, word, "t");
  if (called.test(rest)) return remember(state, word, "f");
  const owns = last !== "." && /^\p{Lu}/u.test(word) && /^\s*\.(?!\.)/.test(rest) && !state.locals.includes(word) && !/^using\b/.test(stream.string);
  return remember(state, word, owns ? "t" : null);
}

function mark(stream, state, place) {
  const sign = stream.match("..") ? ".." : stream.next();
  if ("([{".includes(sign)) state.opened.push(sign);
  if (")]}".includes(sign)) state.opened.pop();
  if (place?.kind === "hole" && "([{".includes(sign)) place.depth++;
  if (place?.kind === "hole" && ")]}".includes(sign)) place.depth--;
  return remember(state, sign === ">" && state.last === "=" ? "=>" : sign, null);
}

function remember(state, last, kind) {
  state.last = last;
  return kind;
}

function comment(stream, state) {
  if (stream.skipTo("*/")) {
    stream.match("*/");
    state.inside.pop();
  } else {
    stream.skipToEnd();
  }
  return "c";
}

function open(stream, state, [, signs, quotes]) {
  state.inside.push({ kind: "string", quotes, isVerbatim: signs.includes("@"), holes: (signs.match(/\$/g) ?? []).length, depth: 0 });
  return "s";
}

// A part of a string: up to its end, or to the next hole of an interpolated one.
function text(stream, state, place) {
  const isRaw = place.quotes.length > 1;
  const brace = "{".repeat(Math.max(place.holes, 1));
  while (!stream.eol()) {
    if (place.holes && stream.match(brace, false) && (isRaw || !stream.match("{{", false))) {
      if (stream.pos > stream.start) return "s";
      stream.match(brace);
      state.inside.push({ kind: "hole", depth: 0, close: "}".repeat(brace.length) });
      return remember(state, "{", null);
    }
    if (place.holes && !isRaw && stream.match(/^(?:\{\{|\}\})/)) continue;
    if (!isRaw && place.isVerbatim && stream.match('""')) continue;
    if (!isRaw && !place.isVerbatim && stream.match(/^\\./)) continue;
    if (stream.match(place.quotes)) return leave(state);
    stream.next();
  }
  if (!isRaw && !place.isVerbatim) state.inside.pop(); // a string that was not closed ends with its line
  return "s";
}

function leave(state) {
  state.inside.pop();
  return remember(state, "", "s");
}
