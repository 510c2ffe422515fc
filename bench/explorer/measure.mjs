// measure.mjs PACKAGES PAGE…: when a page is ready and when it is first drawn, and how long it takes to answer, in
// Chromium with WebGL in software. Milliseconds from the start of the navigation; the median of five.

import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [packages, ...pages] = process.argv.slice(2);
const { chromium } = createRequire(path.join(path.resolve(packages), "/"))("playwright-core");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// From an action to the second frame after it.
const answered = (page, action) => page.evaluate(async (name) => {
  const actions = {
    filter: () => document.querySelector("#filters input[type=checkbox]").click(),
    table: () => document.querySelector("[data-view=table]").click(),
    timeline: () => document.querySelector("[data-view=timeline]").click(),
    matrix: () => document.querySelector("[data-view=matrix]").click(),
    graph: () => document.querySelector("[data-view=graph]").click(),
    reader: () => document.querySelector("tbody tr")?.click(),
  };
  const begin = performance.now();
  actions[name]();
  await new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), name === "filter" ? 40 : 0));
  return performance.now() - begin;
}, action);

for (const file of pages) {
  const figures = {};
  const note = (name, value) => (figures[name] ??= []).push(value);
  for (let round = 0; round < 5; ++round) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(() => {
      window.frames_ = [];
      const frame = (time) => { window.frames_.push(time); requestAnimationFrame(frame); };
      requestAnimationFrame(frame);
    });
    await page.goto(pathToFileURL(path.resolve(file)).href, { waitUntil: "commit" });
    await page.waitForFunction(() => document.documentElement.dataset.ready && window.frames_.filter((time) => time > Number(document.documentElement.dataset.ready)).length > 2, null, { polling: 50, timeout: 60000 });
    const [ready, drawn] = await page.evaluate(() => {
      const time = Number(document.documentElement.dataset.ready);
      return [time, window.frames_.filter((frame) => frame > time)[1]];
    });
    note("ready", ready);
    note("drawn", drawn);
    for (const action of ["filter", "table", "reader", "timeline", "matrix", "graph"]) note(action, await answered(page, action));
    await page.close();
  }
  console.log(path.basename(file), Object.entries(figures).map(([name, values]) => `${name} ${Math.round(median(values))}`).join(", "));
}
await browser.close();
