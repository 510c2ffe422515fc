// picture.mjs PACKAGES PAGE FOLDER: the page's graph with the reader open on the event told most often, and its timeline.

import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [packages, file, folder] = process.argv.slice(2);
const { chromium } = createRequire(path.join(path.resolve(packages), "/"))("playwright-core");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1360, height: 820 }, reducedMotion: "reduce" });
await page.goto(pathToFileURL(path.resolve(file)).href);
await page.waitForFunction(() => document.documentElement.dataset.ready);
await page.waitForTimeout(500);
await page.screenshot({ path: path.join(folder, "explorer.png") });
await page.click("[data-view=table]");
await page.locator("table.events tbody tr").first().click();
await page.click("[data-view=graph]");
await page.waitForTimeout(500);
await page.locator("#reader .claim").first().evaluate((claim) => claim.scrollIntoView());
await page.locator("#reader .reader-body").evaluate((body) => (body.scrollTop -= 8));
await page.waitForTimeout(300);
await page.screenshot({ path: path.join(folder, "reader.png") });
await browser.close();
