// The panel on the left: what is shown, and the key to colours and shapes in one.

import { counted, h, later, most, replace } from "./dom.js";
import { kindMark, statusMark, typeMark } from "./mark.js";
import { onThemeChange } from "./looks.js";

export class FilterPanel {
  constructor(container, model, filters) {
    Object.assign(this, { container, model, filters });
    this.draw();
    filters.listen(() => this.tell());
    onThemeChange(() => this.draw());
  }

  draw() {
    const { model, filters } = this;
    const byCount = (list) => [...list].sort((a, b) => b.count - a.count || a.index - b.index);
    this.summary = h("p", { class: "summary", role: "status" });
    this.clear = h("button", { type: "button", class: "clear", onclick: () => this.clearAll() }, "Clear all filters");
    const mostOrigins = Math.max(1, most(model.events.map((event) => event.origins)));
    replace(this.container,
      h("h2", {}, "Filters"), this.summary,
      this.group("Types of event", byCount(model.types.filter((type) => type.count)).map((type) =>
        this.check(type.label, typeMark(type.index), type.count, "types", type.index))),
      this.group("Status", byCount(model.statuses.filter((status) => status.count)).map((status) =>
        this.check(status.label, statusMark(status), status.count, "statuses", status.index))),
      this.group("Parties and things", filters.kinds.map(([kind, label]) =>
        this.check(label, kindMark(kind), model.players.filter((player) => player.kind === kind).length, "kinds", kind))),
      this.group("Time", [
        this.date("From", "from"), this.date("Until", "to"),
        h("label", { class: "check" }, h("input", { type: "checkbox", checked: filters.undated,
          onchange: (event) => filters.change((f) => (f.undated = event.target.checked)) }), h("span", {}, "Events without a date")),
      ]),
      this.group("Behind it", [
        h("label", { class: "field" }, h("span", {}, "At least this many independent origins"),
          h("input", { type: "number", min: 0, max: mostOrigins, value: filters.origins,
            oninput: later(120, (event) => filters.change((f) => (f.origins = Number(event.target.value) || 0))) })),
        h("label", { class: "field" }, h("span", {}, "Publisher or wire"),
          h("select", { onchange: (event) => filters.change((f) => (f.publisher = event.target.value)) },
            h("option", { value: "" }, "any"), model.publishers.map(({ name, count }) =>
              h("option", { value: name, selected: filters.publisher === name }, `${name} (${count})`)))),
        h("label", { class: "check" }, h("input", { type: "checkbox", checked: filters.disputed,
          onchange: (event) => filters.change((f) => (f.disputed = event.target.checked)) }),
          h("span", {}, "Only what is disputed or contradicted")),
      ]),
      this.clear, this.key());
    this.tell();
  }

  clearAll() {
    this.filters.reset();
    this.draw();
  }

  group(title, content) {
    return h("fieldset", {}, h("legend", {}, title), content);
  }

  check(label, mark, count, set, value) {
    const off = this.filters.off[set];
    return h("label", { class: "check" },
      h("input", { type: "checkbox", checked: !off.has(value), onchange: (event) =>
        this.filters.change((f) => (event.target.checked ? f.off[set].delete(value) : f.off[set].add(value))) }),
      mark, h("span", {}, label), h("span", { class: "count" }, count.toLocaleString("en-GB")));
  }

  date(label, name) {
    const { filters } = this;
    return h("label", { class: "field inline" }, h("span", {}, label),
      h("input", { type: "date", value: filters[name], min: filters.firstDay, max: filters.lastDay,
        onchange: (event) => filters.change((f) => (f[name] = event.target.value)) }));
  }

  key() {
    return h("details", { class: "key" }, h("summary", {}, "How to read the signs"),
      h("ul", {},
        h("li", {}, "A circle is an event; its colour is its type. Other shapes are parties and things."),
        h("li", {}, "A full circle is said to have happened or to go on. A ring is planned, wanted or possible. A crossed ring is denied, failed or cancelled."),
        h("li", {}, "A red ring around an event: somebody denies it."),
        h("li", {}, "An arrow leads from who acts to the event, and from the event to whom or what it concerns.")));
  }

  tell() {
    const { filters, model } = this;
    const all = model.events.length, shown = filters.events.length;
    this.summary.textContent = shown === all ? `All ${counted(all, "event")} shown` : `${shown.toLocaleString("en-GB")} of ${counted(all, "event")} shown`;
    this.clear.disabled = filters.active === 0;
  }
}
