// A hint or a solution: the library's own call, run by the worker, shown below the exercise.
import { element } from "./element.js";
import { Outputs } from "./outputs.js";

export class HelpJob {
  wait = 0;

  /** @param {object} cell The exercise. @param {"Hint"|"Solution"} kind @param {string} exercise Its id. @param {number} number Of the run. @param {string} setUp The page's first cell, which names the library. */
  constructor(cell, kind, exercise, number, setUp) {
    this.number = number;
    this.name = `${kind} ${exercise}`;
    const library = setUp.split("\n").filter((line) => line.startsWith("#r "));
    this.code = [...library, `Course.Help.${kind}("${exercise}")`].join("\n");
    const place = element("div", { class: "help" });
    cell.section.append(place);
    this.outputs = new Outputs(place);
  }

  queue() {}

  drop() {}

  begin() { this.outputs.begin(); }

  end() { this.outputs.end(); }
}
