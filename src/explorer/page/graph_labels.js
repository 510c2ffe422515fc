// Labels on the graph: on a halo of the ground, none over another, beside the nodes where there is room.

import { shorten } from "./dom.js";

const longest = 38;

// Boxes on the screen, found again by where they are.
class Boxes {
  constructor() {
    this.cells = new Map();
  }

  *keys({ x, y, w, h }) {
    for (let column = Math.floor(x / 64); column <= Math.floor((x + w) / 64); ++column)
      for (let row = Math.floor(y / 64); row <= Math.floor((y + h) / 64); ++row) yield column * 4096 + row;
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  hits(box, except) {
    for (const key of this.keys(box))
      for (const other of this.cells.get(key) ?? [])
        if ((except === undefined || other.of !== except) && box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) return true;
    return false;
  }
}

export class LabelPainter {
  constructor(colours) {
    this.colours = colours;
    this.begin();
  }

  begin() {
    this.waiting = [];
    this.edges = [];
    this.texts = new Boxes();
  }

  // Sigma hands over one label after the other; those that matter most are to be written first, so that they wait.
  draw(context, data) {
    if (data.label) this.waiting.push({ context, data });
  }

  // `nodes`: [key, x, y, radius] of what is drawn; labels keep off them where they can, and inside `width`.
  finish(nodes, width) {
    this.width = width;
    const discs = new Boxes();
    const box = ([key, x, y, radius]) => ({ of: key, x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius });
    for (const node of nodes) discs.add(box(node));
    const bright = new Set(this.waiting.filter(({ data }) => data.forceLabel).map(({ data }) => data.key));
    this.bright = new Boxes();
    for (const node of nodes) if (bright.has(node[0])) this.bright.add(box(node));
    const rank = ({ data }) => (data.chosen ? 2000 : data.forceLabel ? 1000 : 0) + (data.shape === "circle" && !data.count ? 0 : 100) + data.size;
    this.waiting.sort((a, b) => rank(b) - rank(a));
    for (const { context, data } of this.waiting) this.place(context, data, discs);
    for (const edge of this.edges) this.placeEdge(edge);
  }

  place(context, data, discs) {
    const isCommunity = Boolean(data.count), isParty = data.shape !== "circle" || isCommunity;
    const size = isCommunity ? 13 : isParty ? 12.5 : 11;
    const text = shorten(data.label, longest);
    context.font = this.font(size, isParty ? 600 : 400);
    const width = context.measureText(text).width, gap = data.size + 4, half = size * 0.72;
    const right = [data.x + gap, data.y], left = [data.x - gap - width, data.y];
    const below = [data.x - width / 2, data.y + gap + half], above = [data.x - width / 2, data.y - gap - half];
    const box = ([x, y]) => ({ x: x - 1, y: y - half, w: width + 2, h: 2 * half });
    const inside = ([x]) => x >= 2 && x + width <= this.width - 2;
    const free = isCommunity ? [[data.x - width / 2, data.y]] : [right, left, below, above]
      .filter((place) => !this.texts.hits(box(place)) && !this.bright.hits(box(place), data.key));
    const chosen = free.find((place) => inside(place) && !discs.hits(box(place), data.key)) ?? free.find(inside) ?? (data.forceLabel ? this.movedInside(free[0], width) : undefined);
    if (!chosen || (!isParty && !data.forceLabel && discs.hits(box(chosen), data.key)) || this.texts.hits(box(chosen))) return;
    this.texts.add(box(chosen));
    this.write(context, text, chosen[0], chosen[1] + size / 3, isParty ? this.colours.ink : this.colours["ink-soft"]);
  }

  // What must be written and would be cut at the side stands a little nearer to the middle.
  movedInside(place, width) {
    return place && [Math.max(2, Math.min(place[0], this.width - 2 - width)), place[1]];
  }

  font(size, weight = 400) {
    return `${weight} ${size}px system-ui, "Segoe UI", "Noto Sans", sans-serif`;
  }

  write(context, text, x, y, colour) {
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = this.colours.ground;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  drawHover(context, data) {
    if (!data.label) return;
    const text = shorten(data.label, 90);
    context.font = this.font(12.5, 600);
    const width = context.measureText(text).width, x = data.x + data.size + 6, y = data.y;
    context.fillStyle = this.colours.panel;
    context.strokeStyle = this.colours["line-strong"];
    context.lineWidth = 1;
    context.beginPath();
    context.roundRect(x - 4, y - 12, width + 12, 24, 5);
    context.fill();
    context.stroke();
    context.fillStyle = this.colours.ink;
    context.fillText(text, x + 2, y + 4.5);
  }

  drawEdge(context, edge, source, target) {
    const x = (source.x + target.x) / 2, y = (source.y + target.y) / 2;
    if (edge.label && Math.hypot(source.x - target.x, source.y - target.y) > 60) this.edges.push({ context, label: edge.label, x, y });
  }

  placeEdge({ context, label, x, y }) {
    context.font = this.font(11);
    const width = context.measureText(label).width;
    const box = { x: x - width / 2, y: y - 8, w: width, h: 16 };
    if (this.texts.hits(box)) return;
    this.texts.add(box);
    this.write(context, label, x - width / 2, y + 4, this.colours.accent);
  }
}
