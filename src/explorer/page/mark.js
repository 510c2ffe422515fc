// The small sign of a node in lists and legends, as the graph draws it.

import { svg } from "./dom.js";
import { kindColour, kindShapes, outline, statusFill, typeColour } from "./looks.js";

const drawn = (shape, colour, fill) =>
  svg("svg", { class: "mark", viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true", colour },
    svg("path", { d: outline(shape), class: fill === 0 ? "mark-full" : "mark-ring" }),
    fill === 2 ? svg("path", { d: "M4 12L12 4", class: "mark-ring" }) : null);

export const kindMark = (kind) => drawn(kindShapes[kind] ?? "octagon", kindColour(kind), 0);
export const typeMark = (type, fill = 0) => drawn("circle", typeColour(type), fill);
export const statusMark = (status) => drawn("circle", "currentColor", statusFill(status));
export const nodeMark = (model, node) =>
  node.isEvent ? typeMark(node.type, statusFill(model.statuses[node.status])) : kindMark(node.kind);
