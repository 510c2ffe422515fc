// The labels of the graph: no two on each other, what matters most is written.

import assert from "node:assert/strict";
import { LabelPainter } from "../../../src/explorer/page/graph_labels.js";

function painted(labels) {
  const boxes = [];
  const context = {
    measureText: (text) => ({ width: text.length * 6.5 }),
    strokeText: () => {},
    fillText: (text, x, y) => boxes.push({ text, x, y: y - 10, w: text.length * 6.5, h: 12 }),
  };
  const painter = new LabelPainter({ ink: "#000", "ink-soft": "#333", ground: "#fff", accent: "#00f" });
  painter.begin();
  for (const data of labels) painter.draw(context, data);
  painter.finish(labels.map(({ key, x, y, size }) => [key, x, y, size]), 900);
  return boxes;
}

const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

// Crowded on purpose: 300 nodes within 500 by 400 pixels.
let state = 7;
const chance = () => (state = (state * 16807) % 2147483647) / 2147483647;
const crowd = Array.from({ length: 300 }, (_, index) => ({ key: String(index), label: `label of node ${index}`, x: chance() * 500, y: chance() * 400,
  size: 3 + chance() * 9, shape: index % 3 ? "circle" : "square", forceLabel: index === 299 }));
const boxes = painted(crowd);
assert(boxes.length > 10 && boxes.length < 300, `${boxes.length} labels`);
for (const [index, a] of boxes.entries()) for (const b of boxes.slice(index + 1)) assert(!overlap(a, b), `'${a.text}' on '${b.text}'`);
assert(boxes.some(({ text }) => text === "label of node 299"), "what is chosen has its label");

const bright = new Set(["0", "1", "299"]);
const around = painted(crowd.map((data) => ({ ...data, forceLabel: bright.has(data.key), chosen: data.key === "299" })));
for (const { key, x, y, size } of crowd.filter((data) => bright.has(data.key)))
  for (const box of around)
    assert(box.text.endsWith(` ${key}`) || !overlap(box, { x: x - size / 2, y: y - size / 2, w: size, h: size }), `'${box.text}' lies on node ${key}, which is bright`);
const [cut] = painted([{ key: "0", label: "a label at the left", x: 1, y: 50, size: 5, shape: "circle", forceLabel: true }]);
assert(cut.x >= 0, "what must be written is not cut");
for (const x of [60, 840]) {
  const [moved] = painted([{ key: "0", label: "a name that is longer than one side", x, y: 50, size: 5, shape: "circle", forceLabel: true }]);
  assert(moved.x >= 0 && moved.x + moved.w <= 900, "what must be written stays inside");
}

const [only] = painted([{ key: "0", label: "x".repeat(500), x: 10, y: 10, size: 5, shape: "square" }]);
assert(only.text.length < 50 && only.text.endsWith("…"), only.text);
console.log("labels: ok");
