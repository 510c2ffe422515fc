// bundle.mjs SOURCES PACKAGES TARGET: one page.html of the sources, and the engine of the console as base64.
// The same sources and packages give the same bytes.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [sources, packages, target] = process.argv.slice(2).map((folder) => path.resolve(folder));
const { build } = createRequire(path.join(packages, "/"))("esbuild");

const read = (...parts) => readFile(path.join(...parts), "utf8");

async function bundled(entry, format) {
  const result = await build({
    entryPoints: [path.join(sources, entry)], bundle: true, minify: true, write: false, format, charset: "utf8", target: "es2022",
    nodePaths: [packages], legalComments: "none", define: { "import.meta.url": '"about:blank"' }, metafile: true,
  });
  return { text: result.outputFiles[0].text.trim(), inputs: Object.keys(result.metafile.inputs) };
}

// Packages that a bundle holds, from the paths of what went into it.
function packagesIn(inputs) {
  const names = inputs.map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(Boolean);
  return [...new Set(names)].sort();
}

// Licence texts as the packages carry them; one without a file is named with its licence and author.
async function licences(names) {
  const texts = [];
  for (const name of names) {
    const about = JSON.parse(await read(packages, name, "package.json"));
    const author = typeof about.author === "string" ? about.author : (about.author?.name ?? "");
    let text = "";
    for (const file of ["LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE"]) text ||= await read(packages, name, file).catch(() => "");
    texts.push(`${name} ${about.version} (${about.license})${author ? `, ${author}` : ""}\n${about.homepage ?? ""}\n\n${text.trim() || mit(author || `the authors of ${name}`)}`);
  }
  return texts.join("\n\n----------------------------------------\n\n");
}

const mit = (holder) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const script = await bundled("main.js", "iife");
const style = await bundled("style.css");
const code = script.text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
// Nothing is fetched; only this script and this style run. The engine of the console is WebAssembly.
const policy = ["default-src 'none'", `script-src ${hash(code)} 'wasm-unsafe-eval'`, `style-src ${hash(style.text)}`,
  "img-src data: blob:", "base-uri 'none'", "form-action 'none'"].join("; ");
const parts = { policy, style: style.text, script: code, licences: (await licences(packagesIn(script.inputs))).replaceAll("</", "<\\/") };
const page = (await read(sources, "page.html")).replace(/@(policy|style|script|licences)@/g, (_, part) => parts[part]);
await writeFile(path.join(target, "page.html"), page);
await writeFile(path.join(target, "licences.txt"), parts.licences);
await writeFile(path.join(target, "oxigraph.wasm.b64"), (await readFile(path.join(packages, "oxigraph/web_bg.wasm"))).toString("base64"));
