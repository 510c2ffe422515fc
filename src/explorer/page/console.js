// SPARQL over the whole dataset, run in the page: Oxigraph's engine lies in the file itself.

import init, { Store } from "oxigraph/web.js";
import { counted, h, name, replace } from "./dom.js";
import { toCsv } from "./csv.js";

const mostRows = 1000;
const examples = { iri: "a name or an IRI, such as country:RU", date: "2023-11-01", integer: "a whole number", decimal: "a number", boolean: "true or false" };
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export const hasConsole = () => document.getElementById("engine") !== null;

// Of a party or thing that is named by its label, which is what people know.
function idOfLabel(text, model) {
  const wanted = text.trim().toLocaleLowerCase("en");
  return model.nodes.find((node) => node.label.toLocaleLowerCase("en") === wanted)?.id;
}

// A term as SPARQL writes it, for a parameter of a bundled query.
function termOf(parameter, text, model) {
  const quoted = (words) => `"${words.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
  if (parameter.type === "iri") return `<${model.iri((idOfLabel(text, model) ?? text).trim().replace(/^<(.*)>$/, "$1")).replace(/[<>"{}|\\^`\s]/g, "")}>`;
  if (["integer", "decimal", "boolean"].includes(parameter.type)) return `${quoted(text)}^^<http://www.w3.org/2001/XMLSchema#${parameter.type}>`;
  if (parameter.type === "date") return `${quoted(text)}^^<http://www.w3.org/2001/XMLSchema#date>`;
  if (parameter.type === "text") return text.includes("@") ? `${quoted(text.slice(0, text.lastIndexOf("@")))}@${text.slice(text.lastIndexOf("@") + 1)}` : quoted(text);
  return quoted(text);
}

export class Console {
  constructor({ container, model, open }) {
    Object.assign(this, { container, model, open });
  }

  enter() {
    if (this.queries) return;
    this.queries = read("queries");
    this.choice = h("select", { id: "question", onchange: () => this.choose() },
      h("option", { value: "" }, "a query of your own"), this.queries.map((query, index) => h("option", { value: index }, query.title || query.name)));
    this.about = h("p", { class: "quiet" });
    this.parameters = h("div", { class: "parameters" });
    this.text = h("textarea", { rows: 12, spellcheck: "false", "aria-label": "Query", onkeydown: (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.run();
    } });
    this.text.value = "SELECT ?event ?label\nWHERE { GRAPH <graph/facts> { ?event stm:report ?report ; rdfs:label ?label } }\nORDER BY ?label\nLIMIT 50";
    this.note = h("p", { class: "quiet", role: "status" });
    this.answer = h("div", { class: "table-scroll answer", tabindex: "0", role: "region", "aria-label": "Answer" },
      h("p", { class: "empty" }, "The answer will stand here. Ctrl and Enter in the query runs it, too."));
    replace(this.container, h("div", { class: "console" },
      h("label", { class: "field" }, h("span", {}, "Question"), this.choice), this.about, this.parameters, this.text,
      h("div", { class: "actions" }, h("button", { type: "button", class: "primary", onclick: () => this.run() }, "Run"),
        h("button", { type: "button", onclick: () => this.download() }, "Download CSV"), this.note),
      this.answer));
  }

  choose() {
    const query = this.queries[Number(this.choice.value)];
    if (this.choice.value === "") {
      this.chosen = null;
      replace(this.about);
      replace(this.parameters);
      return;
    }
    this.chosen = query;
    replace(this.about, query.description);
    this.fields = query.parameters.map((parameter) => ({ parameter, input: h("input", { type: "text", value: parameter.default ?? "", placeholder: examples[parameter.type] ?? "" }) }));
    replace(this.parameters, this.fields.map(({ parameter, input }) => h("label", { class: "field" }, h("span", {}, `${parameter.name}: ${parameter.meaning}`), input)));
    this.text.value = query.text.replace(/^(#.*\n)+\n*/, "");
  }

  prologue() {
    const prefixes = Object.entries(this.model.prefixes).map(([short, iri]) => `PREFIX ${short}: <${iri}>`).join(" ");
    return `BASE <${this.model.made.base}> ${prefixes} `; // in one line, so that the lines of errors are those of the query
  }

  async store() {
    if (!this.loaded) {
      this.note.textContent = "Reading the dataset …";
      await new Promise((resolve) => setTimeout(resolve, 30)); // so that the words are seen
      await init({ module_or_path: bytesOf(read("engine")) });
      const store = new Store();
      store.load(read("dataset"), { format: "application/trig", base_iri: this.model.made.base });
      this.loaded = store;
    }
    return this.loaded;
  }

  bound() {
    let text = this.text.value;
    for (const { parameter, input } of this.chosen ? this.fields : []) {
      if (input.value.trim() === "" && parameter.default === null) throw new Error(`'${parameter.name}' is not set: ${parameter.meaning}`);
      text = text.replaceAll(new RegExp(`\\$${parameter.name}\\b`, "g"), () => termOf(parameter, input.value, this.model));
    }
    return text;
  }

  async run() {
    try {
      const store = await this.store();
      const begin = performance.now();
      const found = store.query(this.prologue() + this.bound());
      this.show(found, performance.now() - begin);
    } catch (error) {
      this.rows = null;
      replace(this.answer, h("p", { class: "fault", role: "alert" }, String(error.message ?? error)));
      this.note.textContent = "";
    }
  }

  show(found, milliseconds) {
    const time = `${milliseconds.toFixed(0)} ms`;
    if (typeof found === "boolean") {
      this.rows = [["answer"], [String(found)]];
      this.note.textContent = time;
      replace(this.answer, h("p", { class: "empty" }, found ? "Yes" : "No"));
      return;
    }
    const solutions = found.length > 0 && found[0] instanceof Map;
    const columns = solutions ? [...new Set(found.flatMap((row) => [...row.keys()]))] : ["subject", "predicate", "object"];
    const termsOf = solutions ? (row) => columns.map((column) => row.get(column)) : (quad) => [quad.subject, quad.predicate, quad.object];
    this.rows = [columns, ...found.map((row) => termsOf(row).map((term) => term?.value ?? ""))];
    this.note.textContent = `${counted(found.length, "row")}, ${time}` + (found.length > mostRows ? `; the first ${mostRows} are shown` : "");
    replace(this.answer, found.length === 0 ? h("p", { class: "empty" }, "No rows.") : h("table", {},
      h("thead", {}, h("tr", {}, columns.map((column) => h("th", { scope: "col" }, column)))),
      h("tbody", {}, found.slice(0, mostRows).map((row) => h("tr", {}, termsOf(row).map((term) => h("td", {}, this.term(term))))))));
  }

  // An event or a party of the page opens; other terms are text.
  term(term) {
    if (!term) return "";
    if (term.termType !== "NamedNode") return name(term.value);
    const short = this.shortened(term.value);
    const index = this.model.byId.get(short);
    return index === undefined ? h("code", {}, name(short)) : h("button", { type: "button", class: "link", onclick: () => this.open(index, null, { focus: true }) }, name(short));
  }

  shortened(iri) {
    if (iri.startsWith(this.model.made.base)) return iri.slice(this.model.made.base.length);
    for (const [short, namespace] of Object.entries(this.model.prefixes)) if (iri.startsWith(namespace)) return `${short}:${iri.slice(namespace.length)}`;
    return iri;
  }

  download() {
    if (!this.rows) return;
    const link = h("a", { download: "answer.csv", href: URL.createObjectURL(new Blob([toCsv(this.rows)], { type: "text/csv" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
}
