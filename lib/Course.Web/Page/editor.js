// A cell's editor: CodeMirror in the site's own look, with the compiler of the worker behind it.
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { forceLinting, linter } from "@codemirror/lint";
import { EditorSelection, Prec } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap } from "@codemirror/view";
import { colours, csharp } from "./csharp.js";

const pause = 700; // ms without a key before the code is checked

/** What an editor needs of its cell. @typedef {{name: string, changed: (code: string) => void, run: () => void, runAndGo: () => void, ask: (type: string, question: object) => Promise<object|null>, isEdited: () => boolean}} Owner */

/** An editor in place of a cell's code. */
export function createEditor(parent, code, owner) {
  const view = new EditorView({ parent, doc: code, extensions: extensions(owner) });
  return {
    get code() { return view.state.doc.toString(); },
    set code(text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }); },
    focus: () => view.focus(),
    goTo: (line, column) => goTo(view, line, column),
    check: () => forceLinting(view),
  };
}

const extensions = (owner) => [
  history(), indentOnInput(), indentUnit.of("    "), bracketMatching(), closeBrackets(),
  csharp, syntaxHighlighting(colours),
  autocompletion({ override: [(context) => complete(context, owner)], icons: false, activateOnTypingDelay: 150 }),
  linter((view) => check(view, owner), { delay: pause }),
  hoverTooltip((view, position) => inspect(view, position, owner), { hoverTime: 500 }),
  Prec.highest(keymap.of([
    { key: "Shift-Enter", run: does(owner.runAndGo) },
    { key: "Ctrl-Enter", mac: "Cmd-Enter", run: does(owner.run) },
    // Escape sets Tab free again: the next one leaves the editor.
    { key: "Tab", run: (view) => acceptCompletion(view) || indentMore(view), shift: indentLess },
  ])),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
  EditorView.updateListener.of((update) => update.docChanged && owner.changed(update.state.doc.toString())),
  EditorView.contentAttributes.of({ tabindex: "0", "aria-label": `Code of ${owner.name}`, "aria-description": "Shift Enter runs it and goes to the next cell. Escape, then Tab, leaves the editor." }),
];

const does = (act) => () => {
  act();
  return true;
};

function goTo(view, line, column) {
  const { from, to } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  const at = Math.min(from + Math.max(column - 1, 0), to);
  view.dispatch({ selection: EditorSelection.cursor(at), effects: EditorView.scrollIntoView(at, { y: "center" }) });
  view.focus();
}

async function complete(context, owner) {
  const word = context.matchBefore(/[\w@]*/);
  const before = context.state.sliceDoc(word.from - 1, word.from);
  if (!context.explicit && word.from === word.to && before !== ".") return null;
  const found = await owner.ask("complete", { code: context.state.doc.toString(), position: context.pos });
  if (!found?.items.length || context.aborted) return null;
  return {
    from: found.start,
    options: found.items.map((item) => ({ label: item.text, detail: item.detail ?? item.kind })),
    validFor: /^[\w@]*$/,
  };
}

// Code that nobody has touched is not doubted.
async function check(view, owner) {
  if (!owner.isEdited()) return [];
  const code = view.state.doc.toString();
  const checked = await owner.ask("check", { code });
  const place = (at) => Math.min(Math.max(at, 0), code.length);
  return (checked?.problems ?? []).map((problem) => ({
    from: place(Math.min(problem.start, code.length - 1)),
    to: place(Math.max(problem.end, problem.start + 1)),
    severity: problem.severity,
    message: problem.message,
  }));
}

async function inspect(view, position, owner) {
  const about = await owner.ask("inspect", { code: view.state.doc.toString(), position });
  if (!about?.text) return null;
  const dom = document.createElement("div");
  dom.className = "about";
  dom.textContent = about.text;
  return { pos: position, create: () => ({ dom }) };
}
