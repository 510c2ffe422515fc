// The timeline: no bar or label on another, none outside, a label whole where there is room for it.

import assert from "node:assert/strict";
import { fitted, layOut } from "../../../src/explorer/page/timeline_lanes.js";

const measure = (text) => Array.from(text).reduce((sum, letter) => sum + (/[il.,…]/.test(letter) ? 3 : /[mwMW]/.test(letter) ? 11 : 7), 0);
const first = 12, last = 388;

let state = 11;
const chance = () => (state = (state * 16807) % 2147483647) / 2147483647;
const crowd = Array.from({ length: 200 }, (_, index) => {
  const left = first + chance() * (last - first - 6), right = Math.min(last, left + 6 + (index % 9 ? chance() * 60 : 380));
  return { group: Math.floor(index / 70), left: index % 50 ? left : first, right: index % 50 ? right : last,
    openLeft: index % 7 === 0, openRight: index % 11 === 0, text: ["mill", "a visit of somebody to some place", "Wm".repeat(90), "ا".repeat(40)][index % 4] };
});
const { heads, bars, height } = layOut(crowd, { first, last, measure });
assert.equal(bars.length, crowd.length);
assert.deepEqual(heads.map(({ group }) => group), [0, 1, 2]);

const boxes = bars.flatMap(({ item, y, label }) => [
  { item, y, from: item.left - (item.openLeft ? 8 : 0), to: item.right + (item.openRight ? 8 : 0) },
  ...(label ? [{ item, y, from: label.x, to: label.x + label.width, inside: label.side === "inside", text: label.text }] : [])]);
for (const box of boxes.filter(({ text }) => text)) {
  assert(box.from >= first - 0.01 && box.to <= last + 0.01, `'${box.text}' leaves the picture: ${box.from} to ${box.to}`);
  assert(Math.abs(measure(box.text) - (box.to - box.from)) < 0.01);
}
for (const [at, a] of boxes.entries())
  for (const b of boxes.slice(at + 1))
    if (a.y === b.y && !(a.item === b.item && (a.inside || b.inside))) assert(a.to <= b.from || b.to <= a.from, `${JSON.stringify(a)} on ${JSON.stringify(b)}`);
for (const { group, y } of heads)
  for (const bar of bars) assert(bar.item.group === group ? bar.y > y : bar.y + 20 < y || bar.y > y + 20, "a head has a line of its own");
assert(bars.every(({ y }) => y + 20 <= height));

const alone = (left, right, text) => layOut([{ group: 0, left, right, text }], { first, last, measure }).bars[0].label;
assert.equal(alone(20, 40, "short name").side, "after");
assert.equal(alone(360, 380, "short name").side, "before");
assert.equal(alone(12, 388, "short name").side, "inside");
assert.equal(alone(190, 200, "a very long name ".repeat(9)).text.at(-1), "…");
assert.equal(layOut([{ group: 0, left: 4, right: 30, text: "a long name" }], { first: 0, last: 36, measure }).bars[0].label, null, "no room, no label");
assert.equal(fitted("a name", 1000, measure), "a name");
assert.equal(fitted("x".repeat(100000), 100, measure), `${"x".repeat(13)}…`);
console.log("timeline: ok");
