// Elements are made from values, never from markup: whatever a label holds, it is shown as text.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.setAttribute("class", value);
    else if (name === "colour") element.style.setProperty("--colour", value);
    else if (name in element && typeof value === "boolean") element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const h = (tag, properties, ...children) => fill(document.createElement(tag), properties, children);
export const svg = (tag, properties, ...children) => fill(document.createElementNS(SVG, tag), properties, children);

export function replace(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
}

// A name from a text, kept apart from the direction of what stands around it.
export const name = (text) => h("bdi", {}, text);

export function shorten(text, most) {
  const characters = Array.from(text);
  return characters.length <= most ? text : characters.slice(0, most - 1).join("").trimEnd() + "…";
}

export const counted = (count, one, many = one + "s") => `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

// Of any number of values: Math.min and Math.max take some ten thousands at the most.
export const least = (values) => values.reduce((a, b) => (b < a ? b : a), Infinity);
export const most = (values) => values.reduce((a, b) => (b > a ? b : a), -Infinity);

// Calls of one kind are answered once, a moment after the last.
export function later(milliseconds, action) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}

let announcer;
export function announce(text) {
  announcer ??= document.getElementById("announcer");
  announcer.textContent = text;
}
