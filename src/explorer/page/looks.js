// Colours and shapes, the same in every view. Events are circles, coloured by type; players have a shape for each kind.

// Told apart by lightness too, in both themes.
const typeColours = {
  light: ["#b5476b", "#c2571a", "#2e7d5b", "#a62b2b", "#7a5ea8", "#8a6d1c", "#1f7a8c", "#4f6d2f", "#3d5a98", "#8f4f9f", "#6b5344", "#50606e"],
  dark: ["#f08fb0", "#ff9e5e", "#6fd3a5", "#ff8a80", "#bda3ef", "#e3c15a", "#66cfe0", "#b2d07c", "#8fb0f5", "#de9aee", "#cfae98", "#aebecb"],
};
const kindColours = {
  light: { country: "#1d3f66", org: "#37607c", person: "#5c4a72", munition: "#6b4a35", place: "#3f6256", other: "#5a6068" },
  dark: { country: "#a9c7ea", org: "#8db9d3", person: "#c3b1dc", munition: "#d4b199", place: "#a3cdbd", other: "#b8bec6" },
};

export const shapes = { circle: 0, hexagon: 1, square: 2, triangle: 3, diamond: 4, pin: 5, octagon: 6 };
export const kindShapes = { country: "hexagon", org: "square", person: "triangle", munition: "diamond", place: "pin", other: "octagon" };

// How a status is drawn: full for what is said to be so, a ring for what is only in view, a crossed ring for what is not.
const fills = { occurred: 0, ongoing: 0, planned: 1, wanted: 1, possible: 1, denied: 2, failed: 2, cancelled: 2 };
export const statusFill = (status) => fills[status.id.replace(/^.*:/, "")] ?? 1;

const scheme = window.matchMedia("(prefers-color-scheme: dark)");
export const theme = () => document.documentElement.dataset.theme ?? (scheme.matches ? "dark" : "light");
export const onThemeChange = (listener) => {
  scheme.addEventListener("change", listener);
  new MutationObserver(listener).observe(document.documentElement, { attributeFilter: ["data-theme"] });
};

// The domain pack numbers its types, so that one has the same colour in every page.
let numbers = [];
export const colourTypes = (types) => (numbers = types.map((type) => type.colour));
export const typeColour = (type) => typeColours[theme()][numbers[type] % typeColours.light.length];
export const kindColour = (kind) => kindColours[theme()][kind] ?? kindColours[theme()].other;
export const nodeColour = (node) => (node.isEvent ? typeColour(node.type) : kindColour(node.kind));
export const cssColour = (property) => getComputedStyle(document.documentElement).getPropertyValue(property).trim();

const outlines = {
  circle: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z",
  hexagon: "M8 1.2l6 3.4v6.8l-6 3.4l-6-3.4V4.6z",
  square: "M2.4 2.4h11.2v11.2H2.4z",
  triangle: "M8 1.6l6.8 11.8H1.2z",
  diamond: "M8 .8L15.2 8L8 15.2L.8 8z",
  pin: "M8 14.4L1.2 2.6h13.6z",
  octagon: "M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z",
};
export const outline = (shape) => outlines[shape];
