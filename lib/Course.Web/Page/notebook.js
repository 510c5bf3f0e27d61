// The notebook as a file, with the reader's edits: for Jupyter, VS Code, or the command.

/** The notebook's JSON with the code of the page's cells. Order and everything else stay. */
export function withEdits(notebook, cells) {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const edited = notebook.cells.map((cell) => (byId.get(cell.id)?.isEdited ? { ...cell, source: lines(byId.get(cell.id).code) } : cell));
  for (const [at, cell] of cells.entries()) {
    if (cell.own) edited.splice(edited.findIndex((other) => other.id === cells[at - 1].id) + 1, 0, made(cell));
  }
  return { ...notebook, cells: edited };
}

/** Saves it. @returns {Promise<string>} What came of it. */
export async function download(address, cells) {
  const answer = await fetch(address);
  if (!answer.ok) return "The notebook is not on this site";
  const text = `${JSON.stringify(withEdits(await answer.json(), cells), null, 1)}\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" }));
  link.download = address.pathname.split("/").at(-1);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return `${link.download} is saved`;
}

const lines = (code) => code.split(/(?<=\n)/);

const made = (cell) => ({ cell_type: "code", execution_count: null, id: cell.id, metadata: {}, outputs: [], source: lines(cell.code) });
