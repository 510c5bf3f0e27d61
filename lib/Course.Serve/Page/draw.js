// The paper of `course serve`: strokes by mouse, finger, pen or keyboard; the server says after each move what it makes of them.
(function () {
  "use strict";
  const find = (id) => document.getElementById(id);
  const paper = find("paper");
  const bars = [...document.querySelectorAll("#bars li")];
  const side = paper.width;
  const penWidth = side / 12; // of a digit as high as 20 of 28 pixels: the two to three pixels of MNIST's strokes
  const step = side / 28;
  const drawing = document.createElement("canvas"); // what the server gets: the paper at half its size, without the keyboard's pen
  drawing.width = drawing.height = side / 2;

  let strokes = []; // each a list of [x, y], in the paper's pixels
  let isDown = false; // the mouse or a finger draws
  const pen = { x: side / 2, y: side / 4, isDown: false, isShown: false }; // the keyboard's
  const held = new Set(); // arrow keys

  function trace(context, stroke) {
    context.beginPath();
    context.moveTo(...stroke[0]);
    context.lineTo(stroke[0][0] + 0.01, stroke[0][1]); // a line of no length is not drawn, and a touch is a dot
    for (const point of stroke.slice(1)) context.lineTo(...point);
    context.stroke();
  }

  function showPen(context) {
    context.beginPath();
    context.arc(pen.x, pen.y, penWidth / 2, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = context.fillStyle = getComputedStyle(paper).caretColor;
    context.stroke();
    if (pen.isDown) context.fill();
  }

  function paint() {
    const style = getComputedStyle(paper);
    for (const canvas of [drawing, paper]) {
      const context = canvas.getContext("2d");
      context.setTransform(canvas.width / side, 0, 0, canvas.width / side, 0, 0);
      Object.assign(context, { fillStyle: style.backgroundColor, strokeStyle: style.color, lineWidth: penWidth, lineCap: "round", lineJoin: "round" });
      context.fillRect(0, 0, side, side);
      strokes.forEach((stroke) => trace(context, stroke));
    }
    if (pen.isShown) showPen(paper.getContext("2d"));
  }

  // One question at a time: what is drawn meanwhile goes into the next one.
  let isAsking = false;
  let isStale = false;
  async function ask() {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    while (isStale) {
      isStale = false;
      await askOnce();
    }
    isAsking = false;
  }

  async function askOnce() {
    if (strokes.length === 0) return show(null, "Nothing is drawn yet.");
    try {
      const body = await new Promise((done) => drawing.toBlob(done, "image/png"));
      const response = await fetch("predict", { method: "POST", headers: { "Content-Type": "image/png" }, body });
      const answer = await response.json();
      if (strokes.length === 0) return; // cleared meanwhile: asked once more
      show(response.ok ? answer.predictions[0] : null, answer.detail);
    } catch {
      show(null, "The server does not answer. Does course serve still run?");
    }
  }

  const percent = (share) => `${(100 * share).toFixed(share > 0 && share < 0.01 ? 1 : 0)} %`;

  function show(prediction, complaint) {
    const probabilities = prediction?.probabilities ?? bars.map(() => 0);
    const best = prediction ? probabilities.indexOf(Math.max(...probabilities)) : -1;
    bars.forEach((bar, index) => {
      bar.classList.toggle("best", index === best);
      bar.querySelector(".fill").style.transform = `scaleX(${probabilities[index]})`;
      bar.querySelector(".share").textContent = percent(probabilities[index]);
    });
    showSeen(prediction?.seen);
    // A screen reader hears the answer when the pen is lifted, not at every move.
    const words = !prediction ? complaint : isDown || pen.isDown ? "Drawing…" : `Probably ${prediction.label}, ${percent(probabilities[best])}.`;
    if (find("said").textContent !== words) find("said").textContent = words;
  }

  function showSeen(seen) {
    const context = find("seen").getContext("2d");
    context.clearRect(0, 0, 28, 28);
    context.fillStyle = getComputedStyle(find("seen")).color;
    (seen ?? []).forEach((ink, place) => {
      context.globalAlpha = ink;
      context.fillRect(place % 28, Math.floor(place / 28), 1, 1);
    });
    find("seen").setAttribute("aria-label", `The drawing as 28 × 28 pixels${seen ? "" : ": nothing yet"}`);
  }

  function changed() {
    paint();
    ask();
  }

  // Mouse, finger, pen
  function place(event) {
    const box = paper.getBoundingClientRect();
    return [(event.clientX - box.left) * side / box.width, (event.clientY - box.top) * side / box.height];
  }

  paper.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    isDown = true;
    liftPen();
    pen.isShown = false;
    paper.setPointerCapture(event.pointerId);
    strokes.push([place(event)]);
    changed();
  });
  paper.addEventListener("pointermove", (event) => {
    if (!isDown || !event.isPrimary) return;
    const moves = event.getCoalescedEvents?.() ?? [];
    strokes.at(-1)?.push(...(moves.length ? moves : [event]).map(place));
    changed();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    paper.addEventListener(end, (event) => {
      if (!isDown || !event.isPrimary) return;
      isDown = false;
      changed();
    });
  }

  // Keyboard
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function liftPen() {
    pen.isDown = false;
    held.clear();
  }

  function movePen() {
    for (const [x, y] of [...held].map((key) => arrows[key])) {
      pen.x = Math.min(side, Math.max(0, pen.x + (step * x)));
      pen.y = Math.min(side, Math.max(0, pen.y + (step * y)));
    }
    if (pen.isDown) strokes.at(-1)?.push([pen.x, pen.y]);
  }

  function togglePen() {
    pen.isDown = !pen.isDown;
    if (pen.isDown) strokes.push([[pen.x, pen.y]]);
  }

  function clear() {
    strokes = [];
    isDown = false;
    liftPen();
    changed();
  }

  function undo() {
    strokes.pop();
    isDown = false;
    liftPen();
    changed();
  }

  paper.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key;
    if (key in arrows) { held.add(key); movePen(); }
    else if (key === " ") { if (!event.repeat) togglePen(); }
    else if (key === "Backspace") { undo(); }
    else if (key === "Delete") { clear(); }
    else return;
    event.preventDefault();
    pen.isShown = true;
    changed();
  });
  paper.addEventListener("keyup", (event) => held.delete(event.key));
  paper.addEventListener("focus", () => { pen.isShown = paper.matches(":focus-visible"); paint(); });
  paper.addEventListener("blur", () => { liftPen(); pen.isShown = false; changed(); });
  find("clear").addEventListener("click", clear);
  find("undo").addEventListener("click", undo);

  // The ink has the theme's colour; the server takes dark on light and light on dark.
  addEventListener("course:theme", changed);
  paint();
})();
