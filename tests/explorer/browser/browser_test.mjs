// browser_test.mjs PACKAGES FOLDER [WORD]: the page in Chromium. FOLDER holds small.html, empty.html, hostile.html, large.html and
// facts.json, what the other commands say of the same results. With WORD only the tests that have it in their name.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { findPatch, looks } from "./png.mjs";

const [packages, folder, word = ""] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(packages), "/"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const facts = JSON.parse(readFileSync(path.join(folder, "facts.json"), "utf8"));
const country = [0x1d, 0x3f, 0x66]; // colour of a country in the light theme

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const troubles = [];

async function open(file, { scheme = "light", width = 1440, height = 900, hash = "" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, acceptDownloads: true, bypassCSP: false, reducedMotion: "reduce" });
  const page = await context.newPage();
  const address = pathToFileURL(path.join(folder, file)).href;
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && !message.text().includes("GPU stall") && troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { troubles.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => !request.url().startsWith(address) && !/^(blob|data):/.test(request.url()) && troubles.push(`request: ${request.url()}`));
  await page.goto(address + hash);
  await page.waitForFunction(() => document.documentElement.dataset.ready, null, { timeout: 60000 });
  await page.waitForTimeout(250);
  return page;
}

const enter = async (page, view) => {
  await page.click(`[data-view=${view}]`);
  await page.waitForTimeout(200);
};
const note = (page) => page.textContent(".stage-note");
const title = (page) => page.textContent("#reader-title");
const search = async (page, words) => {
  await page.fill("#search input", words);
  await page.waitForSelector("#search [role=option]");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(250);
};
const settled = (page) => page.waitForTimeout(350);

async function checkAxe(page, what) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(found.violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(" | ")}`), []);
}

// No two of the page's parts lie on each other, nothing sticks out sideways.
async function checkParts(page, what) {
  const { wide, parts } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    parts: ["#filters", "#stage", "#reader"].map((id) => document.querySelector(id)).filter((part) => part.checkVisibility())
      .map((part) => { const { left, right } = part.getBoundingClientRect(); return [part.id, left, right]; }),
  }));
  assert(wide <= 0, `${what}: sticks out by ${wide}`);
  parts.sort((a, b) => a[1] - b[1]);
  for (let i = 1; i < parts.length; ++i) assert(parts[i][1] >= parts[i - 1][2] - 1, `${what}: ${parts[i][0]} on ${parts[i - 1][0]}`);
}

// Words that stand on two lines though they are short enough for one.
const brokenWords = (page, within) => page.evaluate((selector) => {
  const broken = [], range = document.createRange();
  for (const cell of document.querySelectorAll(selector)) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { 0: word, index } of text.data.matchAll(/\S+/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (word.length < 16 && !word.includes("-") && range.getClientRects().length > 1) broken.push(word);
      }
  }
  return broken;
}, within);

const tests = {
  async "every view is drawn, in both themes"() {
    for (const scheme of ["light", "dark"]) {
      const page = await open("small.html", { scheme });
      for (const [view, least] of [["graph", 0.004], ["table", 0.01], ["timeline", 0.01], ["matrix", 0.01], ["console", 0.005]]) {
        await enter(page, view);
        const { drawn, colours } = looks(await page.screenshot({ clip: await page.locator("#stage").boundingBox() }));
        assert(drawn > least && colours > 8, `${view}, ${scheme}: ${drawn} drawn, ${colours} colours`);
        await checkParts(page, `${view}, ${scheme}`);
      }
      await page.context().close();
    }
  },

  async "axe finds nothing, in every view, in both themes, with the reader"() {
    for (const scheme of ["light", "dark"]) {
      const page = await open("small.html", { scheme });
      for (const view of ["graph", "table", "timeline", "matrix", "console"]) {
        await enter(page, view);
        await checkAxe(page, `${view}, ${scheme}`);
      }
      await enter(page, "graph");
      await search(page, facts.event.label);
      await checkAxe(page, `event, ${scheme}`);
      await checkParts(page, `event, ${scheme}`);
      await page.locator(".roles button.link").first().click();
      await checkAxe(page, `player, ${scheme}`);
      await page.click("#open-about");
      await checkAxe(page, `about, ${scheme}`);
      await page.context().close();
    }
  },

  async "the reader shows each claim, its words in the text, its speakers"() {
    const page = await open("small.html");
    await search(page, facts.event.label);
    assert.equal(await title(page), facts.event.label);
    const claims = facts.event.toldBy.flatMap((origin) => origin.claims);
    assert.equal(await page.locator("#reader .claim").count(), claims.length);
    assert.equal(await page.locator("#reader .origin").count(), facts.event.toldBy.length);
    for (const [index, claim] of claims.entries()) {
      const card = page.locator("#reader .claim").nth(index);
      const shown = (await card.locator("mark").allTextContents()).join("");
      for (const { text } of claim.evidence) assert(shown.replace(/\s+/g, " ").includes(text.replace(/\s+/g, " ")), `'${text}' is marked in '${shown}'`);
      const chain = await card.locator(".chain .hop").allTextContents();
      assert.equal(chain.length, claim.chain.length);
      claim.chain.forEach((hop, at) => assert(chain[at].includes(hop.speaker.label), `${chain[at]}: ${hop.speaker.label}`));
      if (claim.path) assert((await card.locator(".document").textContent()).includes(claim.path));
    }
    assert(await page.locator("#reader blockquote.passage").count() > 0, "quotes stand in the text around them");
    await page.locator(".stemma .leaf").last().click();
    assert(await page.evaluate(() => document.activeElement.matches(".claim")), "a leaf of the tree leads to its claim");
    assert.equal(await page.locator(".disagreements li").count(), facts.event.disagreements.length);
  },

  async "a click on a node chooses it, a drag moves it"() {
    const page = await open("small.html");
    const clip = await page.locator(".stage-canvas").boundingBox();
    const patch = findPatch(await page.screenshot({ clip }), country);
    assert(patch, "a country is drawn");
    await page.mouse.click(clip.x + patch.x, clip.y + patch.y);
    await settled(page);
    assert(await page.locator("#reader").isVisible());
    assert.equal(await page.locator("#reader .badge").first().textContent(), "country");
    await page.click("#reader .close");
    await settled(page);
    const from = findPatch(await page.screenshot({ clip }), country);
    await page.mouse.move(clip.x + from.x, clip.y + from.y);
    await page.mouse.down();
    const to = { x: clip.x + from.x + Math.sign(clip.width / 2 - from.x) * 60, y: clip.y + from.y + Math.sign(clip.height / 2 - from.y) * 38 };
    await page.mouse.move(to.x - 10, to.y - 10, { steps: 6 });
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
    await page.mouse.move(clip.x + 5, clip.y + clip.height - 5);
    await settled(page);
    const moved = await page.screenshot({ clip: { x: to.x - 8, y: to.y - 8, width: 16, height: 16 } });
    assert(findPatch(moved, country), "it is where it was dropped");
    assert.equal(await page.locator("#reader").isVisible(), false, "a drag is no click");
  },

  async "a click that trembles chooses, a touch drags"() {
    const page = await open("small.html");
    const clip = await page.locator(".stage-canvas").boundingBox();
    const patch = findPatch(await page.screenshot({ clip }), country);
    await page.mouse.move(clip.x + patch.x, clip.y + patch.y);
    await page.mouse.down();
    await page.mouse.move(clip.x + patch.x + 2, clip.y + patch.y + 1);
    await page.mouse.up();
    await settled(page);
    assert.equal(await page.locator("#reader .badge").first().textContent(), "country");
    await page.click("#reader .close");
    await settled(page);
    const from = findPatch(await page.screenshot({ clip }), country);
    const to = { x: clip.x + from.x + Math.sign(clip.width / 2 - from.x) * 70, y: clip.y + from.y + Math.sign(clip.height / 2 - from.y) * 44 };
    const finger = await page.context().newCDPSession(page);
    const touch = (type, x, y) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    await touch("touchStart", clip.x + from.x, clip.y + from.y);
    for (let step = 1; step <= 8; ++step) {
      await touch("touchMove", clip.x + from.x + ((to.x - clip.x - from.x) * step) / 8, clip.y + from.y + ((to.y - clip.y - from.y) * step) / 8);
      await page.waitForTimeout(30);
    }
    await touch("touchEnd");
    await settled(page);
    assert(findPatch(await page.screenshot({ clip: { x: to.x - 9, y: to.y - 9, width: 18, height: 18 } }), country), "a finger moves it, too");
  },

  async "a click on an edge opens its event and shows the role"() {
    const page = await open("small.html");
    const clip = await page.locator(".stage-canvas").boundingBox();
    const edge = findPatch(await page.screenshot({ clip }), [0xa3, 0xae, 0xb9], 1);
    assert(edge, "an edge is drawn");
    await page.mouse.click(clip.x + edge.x, clip.y + edge.y);
    await settled(page);
    assert(await page.locator("#reader .claim").count() > 0);
    assert.equal(await page.locator("#reader .roles .chosen").count(), 1);
  },

  async "zooming changes the picture, fitting brings it back"() {
    const page = await open("small.html");
    const shot = async () => { await settled(page); return looks(await page.screenshot({ clip: await page.locator(".stage-canvas").boundingBox() })); };
    await page.click("[aria-label='Fit everything']");
    const before = await shot();
    for (let i = 0; i < 4; ++i) { await page.click("[aria-label='Zoom in']"); await page.waitForTimeout(120); }
    const near = await shot();
    assert(near.drawn !== before.drawn);
    await page.click("[aria-label='Fit everything']");
    const after = await shot();
    assert(Math.abs(after.drawn - before.drawn) < 0.003, `${before.drawn} and ${after.drawn}`);
  },

  async "neighbours, more neighbours, a path, everything again"() {
    const page = await open("small.html");
    const all = await note(page);
    await search(page, facts.path[0]);
    await page.click("text=Only its neighbours");
    await settled(page);
    const few = await note(page);
    assert.notEqual(few, all);
    assert((await page.textContent(".stage-bar")).includes(facts.path[0]));
    await page.click("text=Show everything");
    await settled(page);
    assert.equal(await note(page), all);
    await search(page, facts.path[0]);
    await page.click("text=Path to …");
    await page.fill(".path-to input", facts.path[1]);
    await page.waitForSelector(".path-to [role=option]");
    await page.keyboard.press("Enter");
    await settled(page);
    const steps = await page.locator(".path li").allTextContents();
    assert(steps.length >= 3 && steps[0].includes(facts.path[0]) && steps.at(-1).includes(facts.path[1]), steps.join(" / "));
    assert((await page.textContent(".stage-bar")).includes("the path from"));
  },

  async "a double click leaves the neighbours, a path is marked, what the filters cut off is said"() {
    const page = await open("small.html");
    const all = await note(page);
    const clip = await page.locator(".stage-canvas").boundingBox();
    const patch = findPatch(await page.screenshot({ clip }), country);
    await page.mouse.dblclick(clip.x + patch.x, clip.y + patch.y);
    await settled(page);
    assert.notEqual(await note(page), all);
    const bar = await page.textContent(".stage-bar");
    assert(bar.includes(`what is around ${await title(page)}`), bar);
    const events = async () => Number((await note(page)).match(/^(\d+) event/)[1]);
    const before = await events();
    const others = page.locator("#reader .chips button.link");
    let grown = false;
    for (let at = 0; at < (await others.count()) && !grown; ++at) {
      await others.nth(at).click();
      await page.click("text=Add its neighbours");
      await settled(page);
      grown = (await events()) > before;
      await search(page, bar.match(/around (.*?)Show/)[1]);
    }
    assert(grown, "neighbours of neighbours are added");
    await page.click("text=Show everything");
    await search(page, facts.path[0]);
    await page.click("text=Path to …");
    await page.fill(".path-to input", facts.path[1]);
    await page.waitForSelector(".path-to [role=option]");
    await page.keyboard.press("Enter");
    await settled(page);
    const picture = await page.screenshot({ clip: await page.locator(".stage-canvas").boundingBox() });
    assert(findPatch(picture, [0x0b, 0x5c, 0xad], 1), "the steps of the path are drawn in the colour of what is chosen");
    await page.click("text=Show everything");
    for (const box of await page.locator("#filters fieldset").nth(0).locator("input").all()) await box.uncheck();
    await settled(page);
    await search(page, facts.path[0]);
    assert(await page.locator(".hidden-note").isVisible(), "what is chosen and hidden is said to be hidden");
    await page.click("text=Path to …");
    await page.fill(".path-to input", facts.path[1]);
    await page.waitForSelector(".path-to [role=option]");
    assert((await page.textContent(".path-to [role=option]")).includes("filtered out"));
    await page.keyboard.press("Enter");
    assert.equal(await title(page), "No path");
    await search(page, facts.path[0]);
    await page.click(".hidden-note button");
    await settled(page);
    assert.equal(await page.locator(".hidden-note").isVisible(), false);
    assert.equal(await note(page), all);
    assert.equal(await page.locator("#filters fieldset").nth(0).locator("input:not(:checked)").count(), 0);
  },

  async "every filter at once, with the search"() {
    const page = await open("large.html");
    const wanted = facts.combined;
    const box = (label) => page.locator("#filters label.check", { has: page.getByText(label, { exact: true }) }).locator("input");
    await box(wanted.type).uncheck();
    await box(wanted.status).uncheck();
    await page.locator("#filters input[type=date]").nth(0).fill(wanted.from);
    await page.locator("#filters input[type=date]").nth(1).fill(wanted.to);
    await box("Events without a date").uncheck();
    await page.locator("#filters input[type=number]").fill(String(wanted.origins));
    await page.locator("#filters select").selectOption(wanted.publisher);
    await settled(page);
    assert((await page.textContent("#filters .summary")).startsWith(`${wanted.events.toLocaleString("en-GB")} of`), await page.textContent("#filters .summary"));
    await enter(page, "table");
    await page.selectOption("#view-table select", String(wanted.tableType));
    await settled(page);
    assert.equal(await page.textContent("#view-table .view-tools [role=status]"), `${wanted.ofType.toLocaleString("en-GB")} row${wanted.ofType === 1 ? "" : "s"}`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Download CSV")]);
    assert.equal(readFileSync(await download.path(), "utf8").trim().split("\r\n").length, wanted.ofType + 1, "the CSV holds what passes");
    await search(page, wanted.shown);
    assert.equal(await title(page), wanted.shown);
    assert.equal(await page.locator(".hidden-note").isVisible(), false);
    await enter(page, "graph");
    await search(page, wanted.hidden);
    assert.equal(await title(page), wanted.hidden);
    assert(await page.locator(".hidden-note").isVisible());
    assert.equal(await page.locator("#view-graph .empty").isVisible(), false, "the graph stays as it is");
    await page.click(".hidden-note button");
    await settled(page);
    assert((await page.textContent("#filters .summary")).startsWith("All"));
    const kinds = page.locator("#filters fieldset").nth(2).locator("label.check", { hasText: "Country" }).locator("input");
    await enter(page, "matrix");
    const heads = () => page.locator(".matrix th").count();
    const before = await heads();
    assert(before > 2);
    await kinds.uncheck();
    await settled(page);
    assert((await page.locator("#view-matrix .empty").count()) === 1 || (await heads()) < before, "the matrix holds to the kinds");
  },

  async "filters hold in every view and can be cleared"() {
    const page = await open("small.html");
    const summary = () => page.textContent("#filters .summary");
    assert((await summary()).startsWith("All"));
    await page.locator("#filters fieldset").nth(0).locator("input").first().uncheck();
    await settled(page);
    const left = Number((await summary()).match(/^(\d+) of/)[1]);
    assert(left < facts.events);
    assert((await note(page)).startsWith(`${left} event`), await note(page));
    await page.click("text=Clear all filters");
    await page.locator("#filters input[type=number]").fill("2");
    await settled(page);
    assert.equal(Number((await summary()).match(/^(\d+) of/)[1]), facts.withTwoOrigins);
    await page.click("text=Clear all filters");
    await page.locator("#filters select").selectOption(facts.publisher.name);
    await settled(page);
    assert.equal(Number((await summary()).match(/^(\d+) of/)[1]), facts.publisher.events);
    await page.click("text=Clear all filters");
    await page.locator("#filters input[type=date]").first().fill("2100-01-01");
    await page.locator("#filters label", { hasText: "without a date" }).locator("input").uncheck();
    await settled(page);
    assert((await summary()).startsWith("0 of"));
    assert(await page.locator("#view-graph .empty").isVisible(), "an empty graph says so");
    for (const view of ["table", "timeline", "matrix"]) {
      await enter(page, view);
      assert(await page.locator(`#view-${view} .empty`).isVisible(), `an empty ${view} says so`);
    }
    await page.click("text=Clear all filters");
    await settled(page);
    assert((await summary()).startsWith("All"));
  },

  async "the table sorts, filters and downloads"() {
    const page = await open("small.html");
    await enter(page, "table");
    const rows = () => page.locator("table.events tbody tr").allTextContents();
    assert.equal((await rows()).length, facts.transfers);
    await page.click("th button >> nth=0");
    assert.equal(await page.getAttribute("th >> nth=0", "aria-sort"), "ascending");
    const up = await page.locator("tbody tr td:first-child").allTextContents();
    const known = up.filter(Boolean);
    assert.deepEqual(known, [...known].sort((a, b) => a.localeCompare(b, "en")));
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Download CSV")]);
    const csv = readFileSync(await download.path(), "utf8");
    assert.equal(csv.trim().split("\r\n").length, facts.transfers + 1);
    assert(csv.startsWith("supplier,recipient,item,"), csv.slice(0, 60));
    await page.fill(".view-tools input[type=search]", up.find(Boolean));
    await settled(page);
    assert((await rows()).every((text) => text.includes(up.find(Boolean))));
    await page.locator("tbody tr").first().click();
    assert(await page.locator("#reader .claim").count() > 0, "a row opens its evidence");
  },

  async "tables keep their words whole beside the reader and on a phone"() {
    for (const file of ["small.html", "hostile.html", "large.html"])
      for (const [width, height] of [[1100, 700], [390, 844]]) {
        const page = await open(file, { width, height });
        await enter(page, "table");
        await page.locator("table.events tbody td.number").first().click();
        assert.equal(await page.locator("tr.chosen").count(), 1, "the row that the reader shows is marked");
        assert.deepEqual(await brokenWords(page, "table.events th, table.events td"), [], `${file}, ${width}`);
        await page.click("#reader .close");
        assert.equal(await page.locator("tr.chosen").count(), 0);
        const scroll = page.locator("#view-table .table-scroll");
        await scroll.evaluate((box) => (box.scrollLeft = box.scrollWidth));
        const [left, first] = await scroll.evaluate((box) => [box, box.querySelector("tbody td")].map((part) => part.getBoundingClientRect().left));
        assert(Math.abs(left - first) <= 1, "the first column stays");
        await enter(page, "matrix");
        assert.deepEqual(await brokenWords(page, ".matrix th"), [], `${file}, ${width}`);
        const outside = await page.evaluate(() => [...document.querySelectorAll(".matrix th bdi")].filter((text) => {
          const cell = text.closest("th").getBoundingClientRect(), words = text.getBoundingClientRect();
          return words.right > cell.right + 1 || words.left < cell.left - 1;
        }).length);
        assert.equal(outside, 0, `${file}, ${width}: heads stick out of their cells`);
        await page.context().close();
      }
  },

  async "the timeline narrows and opens"() {
    const page = await open("small.html");
    await enter(page, "timeline");
    const bars = await page.locator(".bar").count();
    assert.equal(bars, facts.dated);
    await page.locator(".bin").first().click();
    await settled(page);
    assert(await page.locator(".bar").count() < bars || (await page.locator("#reader").isVisible()));
    await page.click("text=Whole time");
    await page.locator(".bar rect").first().click({ force: true });
    assert(await page.locator("#reader .claim").count() > 0);
  },

  async "nothing on the timeline lies on another thing or is cut off"() {
    for (const [file, scheme, width] of [["small.html", "light", 1440], ["small.html", "dark", 390], ["hostile.html", "light", 900], ["large.html", "light", 1100], ["large.html", "dark", 390]]) {
      const page = await open(file, { scheme, width });
      const what = `${file}, ${width}`;
      await enter(page, "timeline");
      if (file === "large.html") {
        assert.equal(await page.locator(".bar").count(), 0);
        assert((await page.locator(".lane-title").count()) > 1, "each type has its line");
        const period = page.locator(".bin[tabindex]");
        await period.nth(Math.floor((await period.count()) / 2)).click();
        await settled(page);
      }
      assert((await page.locator(".bar").count()) > 0, what);
      await page.locator(".bar").first().focus();
      await page.keyboard.press("Enter");
      await settled(page);
      assert.equal(await page.locator(".bar.chosen").count(), 1);
      const found = await page.evaluate(() => {
        const picture = document.querySelector(".lanes svg").getBoundingClientRect();
        const parts = [...document.querySelectorAll(".lanes .bar > :not(title), .lanes .lane-type")].map((part) => {
          const { left, right, top, bottom } = part.getBoundingClientRect();
          return { left, right, top, bottom, of: part.closest(".bar"), what: part.textContent || part.tagName };
        });
        const labels = [...document.querySelectorAll(".histogram text")].map((part) => part.getBoundingClientRect());
        return {
          outside: parts.filter((part) => part.left < picture.left - 0.5 || part.right > picture.right + 0.5).map((part) => part.what),
          overlaps: parts.flatMap((a, at) => parts.slice(at + 1).filter((b) => (a.of !== b.of || !a.of) &&
            a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5).map((b) => `${a.what} on ${b.what}`)),
          ticks: labels.filter((label, at) => at > 0 && label.left < labels[at - 1].right + 2 || label.right > picture.right + 1).length,
        };
      });
      assert.deepEqual(found, { outside: [], overlaps: [], ticks: 0 }, what);
      await checkAxe(page, `timeline, ${what}`);
      await page.context().close();
    }
  },

  async "the matrix counts who with whom"() {
    const page = await open("small.html");
    await enter(page, "matrix");
    assert((await page.locator(".matrix td.filled").count()) > 0);
    await page.locator(".matrix td.filled button").first().click();
    assert(await page.locator("#reader").isVisible());
  },

  async "keys alone: search, tabs, graph, reader"() {
    const page = await open("small.html");
    await page.keyboard.press("/");
    assert(await page.evaluate(() => document.activeElement.getAttribute("role") === "combobox"));
    await page.keyboard.type(facts.event.label.slice(0, 12));
    await page.waitForSelector("#search [role=option]");
    await page.keyboard.press("Escape");
    await page.focus("[data-view=graph]");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.view), "table");
    assert.equal(await page.getAttribute("[data-view=table]", "aria-selected"), "true");
    await page.keyboard.press("ArrowLeft");
    await page.focus(".stage-canvas");
    await page.keyboard.press("ArrowDown");
    await settled(page);
    const first = await title(page);
    await page.keyboard.press("ArrowUp");
    await settled(page);
    assert.notEqual(await title(page), first);
    await page.keyboard.press("Enter");
    assert(await page.evaluate(() => document.activeElement.id === "reader-title"));
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#reader").isVisible(), false);
  },

  async "keys alone: from the top of the page to the evidence and back, in every view"() {
    const page = await open("small.html");
    const focus = (ask) => page.evaluate(ask);
    await page.keyboard.press("Tab");
    assert.equal(await focus(() => document.activeElement.id), "skip");
    assert(looks(await page.screenshot({ clip: await page.locator("#skip").boundingBox() })).colours > 2, "it is seen when it has the focus");
    await page.keyboard.press("Enter");
    assert(await focus(() => document.activeElement.matches(".stage-canvas")));
    const paths = {
      table: ["table.events tbody button"], timeline: [".bar"], matrix: [".matrix td.filled button"],
    };
    for (const [view, [target]] of Object.entries(paths)) {
      await page.focus("[data-view][aria-selected=true]");
      for (let step = 0; step < 5 && (await focus(() => document.activeElement.dataset.view)) !== view; ++step) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowDown");
      assert(await focus(`document.activeElement.closest("#view-${view}") !== null`), `${view}: arrow down leads into the view`);
      let steps = 0;
      while (steps < 60 && !(await focus(`document.activeElement.matches(${JSON.stringify(target)})`))) { await page.keyboard.press("Tab"); steps += 1; }
      assert(steps < 60, `${view}: ${target} is reached`);
      await page.keyboard.press("Enter");
      await settled(page);
      assert(await focus(() => document.activeElement.id === "reader-title"), `${view}: the reader has the focus`);
      for (steps = 0; steps < 30 && !(await focus(() => document.activeElement.matches(".roles button.link, .event-list button.link"))); ++steps) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await settled(page);
      assert(await focus(() => document.activeElement.id === "reader-title"), `${view}: a link in the reader keeps the focus there`);
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("#reader").isVisible(), false);
      assert(await focus(`document.activeElement.matches(${JSON.stringify(target)})`), `${view}: the focus is back where it was`);
    }
    await page.keyboard.press("/");
    await page.keyboard.type(facts.event.label.slice(0, 12));
    await page.waitForSelector("#search [role=option]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await settled(page);
    assert(await page.locator("#reader").isVisible());
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter"); // the cross
    assert.equal(await page.locator("#reader").isVisible(), false);
    assert(await focus(() => document.activeElement.getAttribute("role") === "combobox"));
  },

  async "the address names what is shown"() {
    const page = await open("small.html", { hash: `#view=timeline&show=${encodeURIComponent(facts.event.id)}` });
    assert.equal(await title(page), facts.event.label);
    assert.equal(await page.getAttribute("[data-view=timeline]", "aria-selected"), "true");
  },

  async "hostile labels are text"() {
    const page = await open("hostile.html");
    assert.equal(await page.title(), "Stemma explorer");
    for (const view of ["table", "timeline", "matrix", "graph"]) await enter(page, view);
    for (const label of facts.hostile) {
      await search(page, label.slice(0, 40));
      assert.equal(await title(page), label, "the whole label, letter by letter");
      await checkParts(page, label.slice(0, 30));
    }
    assert.equal(await page.locator("#reader img, #reader script, #stage img, #stage script, #filters img").count(), 0);
    assert.equal(await page.evaluate(() => document.querySelectorAll("body > script:not([type])").length), 1);
    await checkAxe(page, "hostile");
  },

  async "a phone: nothing sticks out, the reader is a sheet"() {
    const page = await open("small.html", { width: 390, height: 844 });
    assert.equal(await page.locator("#filters").isVisible(), false);
    await checkParts(page, "phone");
    for (const view of ["table", "timeline", "matrix", "graph"]) {
      await enter(page, view);
      assert((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, view);
      await checkAxe(page, `phone, ${view}`);
    }
    await search(page, facts.event.label);
    const sheet = await page.locator("#reader").boundingBox();
    assert(sheet.width >= 389 && sheet.y > 150 && sheet.y + sheet.height <= 845, JSON.stringify(sheet));
    await page.click("#reader .close");
    await page.click("#toggle-filters");
    assert(await page.locator("#filters").isVisible());
    await checkAxe(page, "phone, filters");
  },

  async "large: an overview first, communities open, views answer"() {
    const page = await open("large.html");
    assert(/communit/.test(await note(page)), await note(page));
    const { drawn } = looks(await page.screenshot({ clip: await page.locator(".stage-canvas").boundingBox() }));
    assert(drawn > 0.02, `overview: ${drawn} drawn`);
    await page.focus(".stage-canvas");
    await page.keyboard.press("ArrowRight");
    await settled(page);
    await page.keyboard.press("Enter");
    await settled(page);
    assert((await page.textContent(".stage-bar")).includes("the community of"));
    assert(/event/.test(await note(page)), await note(page));
    await page.click("text=Back to the overview");
    await settled(page);
    assert(/communit/.test(await note(page)));
    await enter(page, "timeline");
    assert(await page.locator(".bin").count() > 20);
    await enter(page, "matrix");
    assert(await page.locator(".matrix td.filled").count() > 20);
    await enter(page, "table");
    assert.equal(await page.locator("table.events tbody tr").count(), 100);
    await page.click(".more");
    assert(await page.locator("table.events tbody tr").count() > 100);
    await page.locator("tbody tr").nth(3).click();
    assert(await page.locator("#reader .claim mark").count() > 0);
    await enter(page, "graph");
    assert((await page.locator("#reader .claim").count()) > 0);
  },

  async "SPARQL in the page gives what the program gives"() {
    const page = await open("small.html");
    await enter(page, "console");
    await page.selectOption("#question", { label: facts.query.title });
    await page.click("text=Run");
    await page.waitForSelector(".answer table", { timeout: 60000 });
    assert.equal(await page.locator(".answer tbody tr").count(), facts.query.rows);
    await page.locator(".answer button.link").first().click();
    assert(await page.locator("#reader").isVisible(), "a term of the page opens");
    await page.fill(".console textarea", "SELECT ?a\nWHERE {\n  ?a ?b nothing\n}");
    await page.click("text=Run");
    await page.waitForSelector(".fault");
    assert(/\b3:\d+/.test(await page.textContent(".fault")), "the line of the query, not of what stands before it");
    await page.selectOption("#question", { label: facts.asking.title });
    await page.locator(".parameters input").first().fill(facts.asking.value);
    await page.click("text=Run");
    await page.waitForSelector(".answer table");
    assert.equal(await page.locator(".answer tbody tr").count(), facts.asking.rows);
    await page.locator(".parameters input").first().fill(facts.asking.label.toUpperCase());
    await page.focus(".console textarea");
    await page.keyboard.press("Control+Enter");
    await settled(page);
    assert.equal(await page.locator(".answer tbody tr").count(), facts.asking.rows, "a name stands for its IRI");
    assert(looks(await page.screenshot({ clip: await page.locator("button.primary").boundingBox() })).colours > 3, "the button can be read under the pointer");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#view-console >> text=Download CSV")]);
    assert.equal(readFileSync(await download.path(), "utf8").trim().split("\r\n").length, facts.asking.rows + 1);
    await page.selectOption("#question", { index: 0 });
    for (const [query, answer] of [["ASK { GRAPH ?g { ?a ?b ?c } }", "Yes"], ["ASK { GRAPH ?g { ?a <none> ?c } }", "No"], ["SELECT * WHERE { ?a <none> ?b }", "No rows."]]) {
      await page.fill(".console textarea", query);
      await page.click("text=Run");
      await settled(page);
      assert.equal(await page.textContent(".answer .empty"), answer, query);
    }
    await page.fill(".console textarea", "CONSTRUCT { ?a rdfs:label ?l } WHERE { GRAPH <graph/facts> { ?a stm:report ?r ; rdfs:label ?l } }");
    await page.click("text=Run");
    await settled(page);
    assert.deepEqual(await page.locator(".answer th").allTextContents(), ["subject", "predicate", "object"]);
    await checkAxe(page, "console with an answer");
  },

  async "a result without events says so, in every view"() {
    const page = await open("empty.html");
    for (const view of ["graph", "table", "timeline", "matrix"]) {
      await enter(page, view);
      assert(/^(No|There is no) .*event/.test(await page.textContent(`#view-${view} .empty`)), view);
      await checkAxe(page, `empty, ${view}`);
    }
  },

  async "without WebGL the page says so and the other views work"() {
    const plain = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-3d-apis"] });
    const page = await plain.newPage();
    await page.goto(pathToFileURL(path.join(folder, "small.html")).href);
    await page.waitForFunction(() => document.documentElement.dataset.ready);
    assert((await page.textContent("#view-graph .empty")).includes("WebGL"));
    await enter(page, "table");
    assert.equal(await page.locator("table.events tbody tr").count(), facts.transfers);
    await plain.close();
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  if (!name.includes(word)) continue;
  troubles.length = 0;
  try {
    await test();
    assert.deepEqual(troubles, []);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n        ${error.message.split("\n").slice(0, 12).join("\n        ")}${troubles.length ? `\n        ${troubles.join("\n        ")}` : ""}`);
  }
  for (const context of browser.contexts()) await context.close();
}
await browser.close();
process.exit(failed ? 1 : 0);
