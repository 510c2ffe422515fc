// The pixels of a screenshot: 8-bit RGB or RGBA, not interlaced, as Chromium writes them.

import { inflateSync } from "node:zlib";

const paeth = (a, b, c) => {
  const p = a + b - c, pa = Math.abs(p - a), pb = Math.abs(p - b), pc = Math.abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

export function decode(png) {
  const width = png.readUInt32BE(16), height = png.readUInt32BE(20);
  const depth = { 2: 3, 6: 4 }[png[25]];
  const pieces = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") pieces.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(pieces)), stride = width * depth, data = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; ++x) {
      const left = x >= depth ? data[y * stride + x - depth] : 0, up = y ? data[(y - 1) * stride + x] : 0;
      const corner = x >= depth && y ? data[(y - 1) * stride + x - depth] : 0;
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      data[y * stride + x] = raw[y * (stride + 1) + 1 + x] + add;
    }
  }
  return { width, height, at: (x, y) => [...data.subarray(y * stride + x * depth, y * stride + x * depth + 3)] };
}

// How much of a picture is not its most frequent colour, and how many colours it has.
export function looks(png) {
  const picture = decode(png), counts = new Map();
  for (let y = 0; y < picture.height; y += 2)
    for (let x = 0; x < picture.width; x += 2) {
      const key = picture.at(x, y).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const all = [...counts.values()].reduce((a, b) => a + b, 0);
  return { drawn: 1 - Math.max(...counts.values()) / all, colours: counts.size };
}

// The middle of the first patch of this colour that reaches so far to each side.
export function findPatch(png, colour, reach = 4) {
  const picture = decode(png);
  const is = (x, y) => x >= 0 && y >= 0 && x < picture.width && y < picture.height && picture.at(x, y).every((value, i) => Math.abs(value - colour[i]) < 6);
  for (let y = reach; y < picture.height - reach; ++y)
    for (let x = reach; x < picture.width - reach; ++x)
      if (is(x, y) && is(x - reach, y) && is(x + reach, y) && is(x, y - reach) && is(x, y + reach)) return { x, y };
  return null;
}
