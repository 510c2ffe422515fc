// Events of one type as a table: sorted, filtered, downloaded.

import { counted, h, later, name, replace, shorten } from "./dom.js";
import { toCsv } from "./csv.js";

const page = 100;
const longest = 240; // characters in a cell; the reader and the CSV have them all

// The columns of a type: its two sides first, then what else its events have.
export function columnsOf(model, type, events) {
  const roles = new Set();
  for (const event of events) {
    for (const part of event.links) if (part.event === event.index) roles.add(part.role);
    for (const [role] of event.words) roles.add(role);
  }
  const sides = [type.first, type.second].filter((role) => role >= 0);
  const others = [...roles].filter((role) => !sides.includes(role)).sort((a, b) => a - b);
  const ofRole = (role) => ({
    title: model.roles[role].label,
    nodes: (event) => model.inRole(event, role),
    text: (event) => [...model.inRole(event, role).map((node) => node.label), ...model.wordsOf(event, role)].join("; "),
  });
  const number = (title, read) => ({ title, number: true, value: read, text: (event) => String(read(event)) });
  return [
    ...[...sides, ...others].map(ofRole),
    { title: "quantity", text: (event) => event.quantities.join("; ") },
    { title: "from", short: true, text: (event) => event.from },
    { title: "to", short: true, text: (event) => event.to },
    { title: "status", text: (event) => model.statuses[event.status].label + (event.disputed ? ", disputed" : "") },
    number("origins", (event) => event.origins),
    number("denying", (event) => event.denying),
    number("reports", (event) => event.documents),
  ];
}

export class EventTable {
  constructor({ container, model, filters, open }) {
    Object.assign(this, { model, filters, open });
    this.type = firstType(model);
    this.sort = { column: "origins", down: true };
    this.words = "";
    this.limit = page;
    this.tools = h("div", { class: "view-tools" });
    this.scroll = h("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Table of events" });
    replace(container, this.tools, this.scroll);
    this.drawTools();
    filters.listen(later(60, () => this.visible && this.draw()));
  }

  enter() {
    this.visible = true;
    this.draw();
  }

  drawTools() {
    const { model } = this;
    this.note = h("span", { class: "quiet", role: "status" });
    replace(this.tools,
      h("label", { class: "field inline" }, h("span", {}, "Type"), typeSelect(model, this.type, (type) => {
        this.type = type;
        this.limit = page;
        this.draw();
      })),
      h("label", { class: "field inline" }, h("span", {}, "Has words"),
        h("input", { type: "search", value: this.words, oninput: later(120, (event) => {
          this.words = event.target.value;
          this.limit = page;
          this.draw();
        }) })),
      h("button", { type: "button", onclick: () => this.download() }, "Download CSV"), this.note);
  }

  rows() {
    const wanted = this.words.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
    const events = this.filters.events.filter((event) => event.type === this.type.index);
    this.columns = columnsOf(this.model, this.type, events);
    const column = this.columns.find(({ title }) => title === this.sort.column) ?? this.columns.at(-3);
    const sign = this.sort.down ? -1 : 1;
    const rows = events.map((event) => ({ event, key: column.number ? column.value(event) : column.text(event),
      text: wanted.length ? this.columns.map(({ text }) => text(event)).join(" ").toLocaleLowerCase("en") : "" }))
      .filter(({ text }) => wanted.every((word) => text.includes(word)));
    const order = column.number ? (a, b) => a - b : (a, b) => (a === "") - (b === "") || a.localeCompare(b, "en");
    return rows.sort((a, b) => sign * order(a.key, b.key) || b.event.documents - a.event.documents || a.event.index - b.event.index).map(({ event }) => event);
  }

  draw() {
    if (!this.type) {
      replace(this.tools);
      replace(this.scroll, h("p", { class: "empty" }, "There is no event in this result."));
      return;
    }
    const rows = this.rows();
    this.note.textContent = counted(rows.length, "row");
    const shown = this.columns.filter(({ title, text, number }) => title === this.sort.column || rows.some((event) => text(event) !== (number ? "0" : "")));
    for (const column of shown) column.wide = !column.number && rows.some((event) => column.text(event).length > 28);
    const head = h("tr", {}, shown.map(({ title, number }) => h("th", { scope: "col", class: number ? "number" : "",
      "aria-sort": this.sort.column === title ? (this.sort.down ? "descending" : "ascending") : "none" },
      h("button", { type: "button", onclick: () => this.sortBy(title, number) }, title,
        h("span", { class: "arrow", "aria-hidden": "true" }, this.sort.column === title ? (this.sort.down ? "▾" : "▴") : "")))),
      h("th", { scope: "col" }, h("span", { class: "hidden-text" }, "Evidence")));
    const more = rows.length > this.limit ? h("button", { type: "button", class: "more", onclick: () => {
      this.limit += 5 * page;
      this.draw();
    } }, `Show more (${rows.length - this.limit} left)`) : null;
    replace(this.scroll, rows.length === 0
      ? h("p", { class: "empty" }, "No event of this type passes the filters.")
      : [h("table", { class: "events" }, h("thead", {}, head), h("tbody", {}, rows.slice(0, this.limit).map((event) => this.row(event, shown)))), more]);
  }

  row(event, columns) {
    return h("tr", { class: event.index === this.selected ? "chosen" : "", "data-event": event.index, onclick: () => this.open(event.index) },
      columns.map(({ text, number, short, wide }) => h("td", { class: number ? "number" : short ? "short" : wide ? "wide" : "" }, name(shorten(text(event), longest)))),
      h("td", { class: "short" }, h("button", { type: "button", class: "link", "aria-label": `Evidence of ${event.label}`, onclick: (click) => {
        click.stopPropagation();
        this.open(event.index, null, { focus: true });
      } }, "evidence")));
  }

  // Called by the page when something else, or nothing, is selected.
  selectedIs(index) {
    this.selected = index;
    for (const row of this.scroll.querySelectorAll("tr[data-event]")) row.classList.toggle("chosen", Number(row.dataset.event) === index);
  }

  sortBy(column, number) {
    this.sort = { column, down: this.sort.column === column ? !this.sort.down : Boolean(number) };
    this.draw();
    [...this.scroll.querySelectorAll("th button")].find((button) => button.textContent.startsWith(column))?.focus();
  }

  download() {
    const rows = this.rows();
    const { model } = this;
    const columns = [...this.columns,
      { title: "documents", text: (event) => event.cited.map((number) => model.documents[number].path).join("; ") },
      { title: "event", text: (event) => model.iri(event.id) }];
    const text = toCsv([columns.map(({ title }) => title), ...rows.map((event) => columns.map((column) => column.text(event)))]);
    const link = h("a", { download: `${this.type.label.replace(/\W+/g, "-")}.csv`, href: URL.createObjectURL(new Blob([text], { type: "text/csv" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
}

// The type that registers list, else the most frequent one with two sides.
export function firstType(model) {
  const used = model.types.filter((type) => type.count > 0);
  return used.find((type) => type.entered) ??
    [...used].sort((a, b) => (b.second >= 0) - (a.second >= 0) || b.count - a.count)[0] ?? model.types[0];
}

export function typeSelect(model, chosen, choose, sided = false) {
  const types = model.types.filter((type) => type.count > 0 && (!sided || (type.first >= 0 && type.second >= 0)));
  return h("select", { onchange: (event) => choose(model.types[Number(event.target.value)]) },
    types.map((type) => h("option", { value: type.index, selected: type === chosen }, `${type.label} (${type.count})`)));
}
