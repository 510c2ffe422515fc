// Where the bars of a timeline and their labels lie: in a lane nothing meets, nothing leaves the picture.

const laneHeight = 24, headHeight = 22, between = 8;
const beside = 10; // from a bar to its label; the arrow of an open end has room there
const padding = 6; // on both sides of a label in its bar
const widest = 520; // of a label
const fewest = 6; // characters; what is left of a label that was cut shorter says nothing

// The text, or as much of its beginning as fits with an ellipsis, or nothing. `measure` gives the width of a text.
export function fitted(text, width, measure) {
  const characters = Array.from(text);
  if (characters.length < 400 && measure(text) <= width) return text;
  let least = 0, most = Math.min(characters.length, 400);
  const cut = (length) => characters.slice(0, length).join("").trimEnd() + "…";
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(cut(middle)) <= width) least = middle;
    else most = middle - 1;
  }
  return least < fewest ? "" : cut(least);
}

// Beside its bar where there is room for all of it, in a bar that is long enough, else cut where there is most room.
function placeLabel({ left, right }, text, { first, last, measure }) {
  const wanted = Math.min(measure(text.slice(0, 400)), widest);
  const rooms = [["after", last - right - beside], ["before", left - beside - first], ["inside", right - left - 2 * padding]];
  const [side, room] = rooms.find(([, width]) => width >= wanted) ?? rooms.reduce((a, b) => (b[1] > a[1] ? b : a));
  const words = fitted(text, Math.min(room, widest), measure);
  if (!words) return null;
  const width = measure(words);
  const x = { after: right + beside, before: left - beside - width, inside: left + padding }[side];
  return { side, text: words, x, width };
}

// `items`: { group, left, right, openLeft, openRight, text } with places in pixels, those of a group one after the other.
// `area`: { first, last, measure }, the first and the last pixel to be used. Gives { heads: [{ group, y }],
// bars: [{ item, y, label }], height }; a label is { side, text, x, width }, or null where there is no room for one.
export function layOut(items, area) {
  const heads = [], bars = [];
  let top = 0, lanes = [];
  for (const item of items) {
    if (heads.at(-1)?.group !== item.group) {
      top += lanes.length ? lanes.length * laneHeight + between : 0;
      lanes = [];
      heads.push({ group: item.group, y: top });
      top += headHeight;
    }
    const label = placeLabel(item, item.text, area);
    const start = Math.min(item.left - (item.openLeft ? beside : 0), label?.x ?? Infinity);
    const end = Math.max(item.right + (item.openRight ? beside : 0), label ? label.x + label.width : -Infinity);
    let lane = lanes.findIndex((taken) => taken.every(([from, to]) => end + between <= from || start - between >= to));
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane].push([start, end]);
    bars.push({ item, y: top + lane * laneHeight, label });
  }
  return { heads, bars, height: top + lanes.length * laneHeight + between };
}
