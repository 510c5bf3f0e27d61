/** An element with attributes and children; undefined attributes are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(text, label, act, attributes = {}) {
  const made = element("button", { type: "button", "aria-label": label, ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}
