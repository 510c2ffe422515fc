// Who does it to whom: the first side of a type of events against the second, with the number of events.

import { counted, h, later, most, name, replace, shorten } from "./dom.js";
import { firstType, typeSelect } from "./event_table.js";
import { kindMark } from "./mark.js";

const mostParties = 30;
const longest = 48; // characters of a head
const mostUpright = 8; // the heads of more columns stand on their side

export class Matrix {
  constructor({ container, model, filters, showEvents, open }) {
    Object.assign(this, { model, filters, showEvents, open });
    const sided = model.types.filter((type) => type.count > 0 && type.first >= 0 && type.second >= 0);
    const first = firstType(model);
    this.type = sided.includes(first) ? first : sided[0];
    this.factsOnly = false;
    this.whole = false;
    this.note = h("span", { class: "quiet", role: "status" });
    this.tools = h("div", { class: "view-tools" },
      h("label", { class: "field inline" }, h("span", {}, "Type"), typeSelect(model, this.type, (type) => {
        this.type = type;
        this.draw();
      }, true)),
      h("label", { class: "check" }, h("input", { type: "checkbox", onchange: (event) => {
        this.factsOnly = event.target.checked;
        this.draw();
      } }), h("span", {}, "Only what is said to have happened")),
      h("label", { class: "check" }, h("input", { type: "checkbox", onchange: (event) => {
        this.whole = event.target.checked;
        this.draw();
      } }), h("span", {}, "All rows and columns")), this.note);
    this.scroll = h("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Matrix" });
    replace(container, this.tools, this.scroll);
    filters.listen(later(60, () => this.visible && this.draw()));
  }

  enter() {
    this.visible = true;
    this.draw();
  }

  cells() {
    const shown = (party) => !this.filters.off.kinds.has(party.kind);
    const cells = new Map(), rows = new Map(), columns = new Map();
    for (const event of this.filters.events) {
      if (event.type !== this.type.index || (this.factsOnly && !event.fact)) continue;
      const [from, to] = [this.type.first, this.type.second].map((role) => this.model.inRole(event, role));
      if ([from, to].some((side) => side.length > 0 && !side.some(shown))) continue;
      for (const a of from.length ? from.filter(shown) : [null])
        for (const b of to.length ? to.filter(shown) : [null]) {
          if (!a && !b) continue;
          const key = `${a?.index ?? -1} ${b?.index ?? -1}`;
          cells.set(key, [...(cells.get(key) ?? []), event]);
          rows.set(a?.index ?? -1, (rows.get(a?.index ?? -1) ?? 0) + 1);
          columns.set(b?.index ?? -1, (columns.get(b?.index ?? -1) ?? 0) + 1);
        }
    }
    // Those not named come last.
    const order = (counts) => [...counts].sort((a, b) => (a[0] < 0) - (b[0] < 0) || b[1] - a[1] || a[0] - b[0]).map(([index]) => index);
    return { cells, rows: order(rows), columns: order(columns) };
  }

  draw() {
    if (!this.type) {
      replace(this.scroll, h("p", { class: "empty" }, "No type of event here has two sides."));
      return;
    }
    const { cells, rows, columns } = this.cells();
    const cut = (list) => (this.whole ? list : list.slice(0, mostParties));
    const shownRows = cut(rows), shownColumns = cut(columns);
    const { roles } = this.model;
    const first = roles[this.type.first].label, second = roles[this.type.second].label;
    const left = rows.length - shownRows.length + columns.length - shownColumns.length;
    this.note.textContent = `${first} down, ${second} across` + (left > 0 ? `; ${left} rows and columns with the fewest events are left out` : "");
    const highest = Math.max(1, most([...cells.values()].map((events) => events.length)));
    const head = (index, missing) => (index < 0 ? h("em", {}, missing) : this.party(this.model.nodes[index]));
    if (rows.length === 0) {
      replace(this.scroll, h("p", { class: "empty" }, "No event of this type passes the filters."));
      return;
    }
    replace(this.scroll, h("table", { class: shownColumns.length > mostUpright ? "matrix crowded" : "matrix" },
      h("caption", { class: "hidden-text" }, `${this.type.label}: ${first} by ${second}, number of events`),
      h("thead", {}, h("tr", {}, h("td", { class: "corner" }, h("span", {}, `${first} ↓`), h("span", {}, `${second} →`)),
        shownColumns.map((index) => h("th", { scope: "col" }, head(index, `no ${second} named`))))),
      h("tbody", {}, shownRows.map((row) => h("tr", {}, h("th", { scope: "row" }, head(row, `no ${first} named`)),
        shownColumns.map((column) => this.cell(cells.get(`${row} ${column}`), highest)))))));
  }

  party(node) {
    return h("button", { type: "button", class: "link", title: node.label, onclick: (click) => this.open(node.index, null, { focus: click.detail === 0 }) }, kindMark(node.kind), name(shorten(node.label, longest)));
  }

  cell(events, highest) {
    if (!events) return h("td", {});
    const cell = h("td", { class: "filled" }, h("button", { type: "button", "aria-label": counted(events.length, "event"),
      onclick: () => this.showEvents(`${this.type.label}: ${counted(events.length, "event")}`, events) }, events.length));
    cell.style.setProperty("--weight", String(0.12 + (0.32 * Math.log(1 + events.length)) / Math.log(1 + highest)));
    if (!events.some((event) => event.fact)) cell.classList.add("unsure");
    return cell;
  }
}
