// Events in time: how many in each period, and each one as a bar.

import { counted, h, later, least, most, replace, shorten, svg } from "./dom.js";
import { onThemeChange, statusFill, typeColour } from "./looks.js";
import { typeMark } from "./mark.js";
import { period } from "./model.js";

const dayLong = 86400000;
const mostBars = 300;
const margin = { left: 12, right: 12 };

// The days an event may cover; a side that is open is given the other one. Absent without a date.
function daysOf(event) {
  const from = Date.parse(event.from || event.to), to = Date.parse(event.to || event.from);
  return Number.isNaN(from) || Number.isNaN(to) ? null : { from, to: Math.max(from, to) + dayLong };
}

const units = [
  { name: "day", start: (d) => Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()), next: (t) => t + dayLong, format: { day: "numeric", month: "short", year: "numeric" } },
  { name: "month", start: (d) => Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), 1), next: (t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth() + 1, 1), format: { month: "short", year: "numeric" } },
  { name: "year", start: (d) => Date.UTC(d.getUTCFullYear(), 0, 1), next: (t) => Date.UTC(new Date(t).getUTCFullYear() + 1, 0, 1), format: { year: "numeric" } },
];
const unitFor = (span) => (span < 70 * dayLong ? units[0] : span < 8 * 365 * dayLong ? units[1] : units[2]);
const iso = (time) => new Date(time).toISOString().slice(0, 10);

export class Timeline {
  constructor({ container, model, filters, open, showEvents }) {
    Object.assign(this, { model, filters, open, showEvents });
    this.range = null; // what is looked at: { from, to }
    this.title = h("span", { class: "range", role: "status" });
    this.whole = h("button", { type: "button", onclick: () => this.look(null) }, "Whole time");
    this.use = h("button", { type: "button", onclick: () => filters.change((f) => {
      f.from = iso(this.range.from);
      f.to = iso(this.range.to - dayLong);
    }) }, "Filter everything by this time");
    this.counts = h("div", { class: "histogram" });
    this.lanes = h("div", { class: "lanes", tabindex: "0", role: "region", "aria-label": "Events in time" });
    this.undated = h("div", { class: "undated" });
    replace(container, h("div", { class: "view-tools" }, this.title, this.whole, this.use), this.counts, this.lanes, this.undated);
    filters.listen(later(60, () => this.visible && this.draw()));
    onThemeChange(() => this.visible && this.draw());
    new ResizeObserver(later(80, () => this.visible && this.draw())).observe(container);
  }

  enter() {
    this.visible = true;
    this.draw();
  }

  look(range) {
    this.range = range;
    this.draw();
  }

  draw() {
    const dated = [];
    const undated = [];
    for (const event of this.filters.events) {
      const days = daysOf(event);
      if (days) dated.push({ event, ...days });
      else undated.push(event);
    }
    this.whole.hidden = this.use.hidden = this.range === null;
    this.drawUndated(undated);
    if (dated.length === 0) {
      this.title.textContent = "";
      replace(this.counts);
      replace(this.lanes, h("p", { class: "empty" }, "No event with a date passes the filters."));
      return;
    }
    const first = least(dated.map(({ from }) => from)), last = most(dated.map(({ to }) => to));
    const range = this.range ?? { from: first, to: last };
    const inRange = dated.filter(({ from, to }) => from < range.to && to > range.from);
    this.title.textContent = `${period(iso(range.from), iso(range.to - dayLong))}: ${counted(inRange.length, "event")}`;
    this.width = Math.max(280, this.counts.clientWidth || 800);
    const inner = this.width - margin.left - margin.right;
    const scale = (time) => margin.left + ((time - range.from) / (range.to - range.from)) * inner;
    this.drawCounts(inRange, range, scale);
    this.drawLanes(inRange, range, scale);
  }

  // Bars of how many events begin in each period; those of a type stand on each other.
  drawCounts(events, range, scale) {
    const unit = unitFor(range.to - range.from);
    const bins = new Map();
    for (const { event, from } of events) {
      const start = unit.start(new Date(Math.max(from, range.from)));
      if (!bins.has(start)) bins.set(start, []);
      bins.get(start).push(event);
    }
    const height = 110, base = height - 22;
    const highest = most([...bins.values()].map((list) => list.length));
    const words = new Intl.DateTimeFormat("en-GB", { ...unit.format, timeZone: "UTC" });
    const bars = [...bins].sort((a, b) => a[0] - b[0]).map(([start, list]) => {
      const left = scale(Math.max(start, range.from)), right = scale(Math.min(unit.next(start), range.to));
      const byType = new Map();
      for (const event of list) byType.set(event.type, (byType.get(event.type) ?? 0) + 1);
      let y = base;
      const label = `${words.format(start)}: ${counted(list.length, "event")}`;
      const act = () => (unit.name === "day" ? this.showEvents(label, list) : this.look({ from: start, to: unit.next(start) }));
      return svg("g", { class: "bin", tabindex: "0", role: "button", "aria-label": label, onclick: act,
        onkeydown: (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), act()) },
        svg("title", {}, label),
        svg("rect", { class: "bin-hit", x: left, y: 0, width: Math.max(right - left, 4), height: base }),
        [...byType].sort((a, b) => a[0] - b[0]).map(([type, count]) => {
          const tall = (count / highest) * (base - 12);
          y -= tall;
          return svg("rect", { x: left + 0.5, y, width: Math.max(right - left - 1.5, 2.5), height: tall, fill: typeColour(type) });
        }));
    });
    replace(this.counts, svg("svg", { width: this.width, height, role: "group", "aria-label": `Number of events by ${unit.name}` },
      this.axis(range, scale, base), bars));
  }

  axis(range, scale, base) {
    const unit = unitFor((range.to - range.from) / 2.2);
    const words = new Intl.DateTimeFormat("en-GB", { ...unit.format, timeZone: "UTC" });
    const ticks = [];
    let lastEnd = -Infinity;
    let guard = 0;
    for (let time = unit.start(new Date(range.from)); time < range.to && guard < 5000; time = unit.next(time), ++guard) {
      if (time < range.from) continue;
      const x = scale(time), label = words.format(time), wide = label.length * 6.4;
      if (x < lastEnd + 14 || x + wide > this.width) continue;
      lastEnd = x + wide;
      ticks.push(svg("line", { x1: x, x2: x, y1: base, y2: base + 5, class: "tick" }), svg("text", { x: x + 1, y: base + 17, class: "tick-label" }, label));
    }
    return [svg("line", { x1: margin.left, x2: this.width - margin.right, y1: base, y2: base, class: "tick" }), ...ticks];
  }

  // One bar for an event; bars that would meet lie in different lanes.
  drawLanes(events, range, scale) {
    if (events.length > mostBars) {
      replace(this.lanes, h("p", { class: "empty" }, `${counted(events.length, "event")} are too many to be drawn one by one: choose a period above.`));
      return;
    }
    const sorted = [...events].sort((a, b) => a.event.type - b.event.type || a.from - b.from || a.event.index - b.event.index);
    const ends = [], rows = [], heads = [];
    let lane = 0, type = -1, offset = 0;
    for (const item of sorted) {
      const { event, from, to } = item;
      if (event.type !== type) {
        offset += ends.length ? ends.length * 24 + 6 : 0;
        ends.length = 0;
        type = event.type;
        heads.push(svg("text", { x: margin.left, y: offset + 14, class: "lane-type", fill: typeColour(type) }, this.model.types[type].label));
        offset += 20;
      }
      const left = scale(Math.max(from, range.from)), right = Math.max(scale(Math.min(to, range.to)), left + 6);
      const label = shorten(event.label, 60), wide = label.length * 6.1 + 6;
      const before = right + wide > this.width && left - wide > margin.left; // its label stands on the left
      const start = before ? left - wide : left, end = before ? right : Math.max(right, right + wide);
      lane = ends.findIndex((taken) => taken.every(([a, b]) => end + 8 < a || start - 8 > b));
      if (lane < 0) lane = ends.push([]) - 1;
      ends[lane].push([start, end]);
      const y = offset + lane * 24;
      const fill = statusFill(this.model.statuses[event.status]);
      const act = () => this.open(event.index);
      rows.push(svg("g", { class: "bar", tabindex: "0", role: "button", onclick: act,
        onkeydown: (key) => (key.key === "Enter" || key.key === " ") && (key.preventDefault(), this.open(event.index, null, { focus: true })) },
        svg("title", {}, `${event.label}\n${period(event.from, event.to)}`),
        svg("rect", { x: left, y: y + 3, width: right - left, height: 12, rx: 3, stroke: typeColour(event.type), "stroke-width": 1.6,
          "stroke-dasharray": fill === 2 ? "3 2" : null, fill: fill === 0 ? typeColour(event.type) : "transparent" }),
        event.from ? null : svg("path", { d: `M${left - 7} ${y + 9}l6 -4v8z`, fill: typeColour(event.type) }),
        event.to ? null : svg("path", { d: `M${right + 7} ${y + 9}l-6 -4v8z`, fill: typeColour(event.type) }),
        svg("text", { x: before ? left - 10 : right + 10, y: y + 13.5, "text-anchor": before ? "end" : "start", class: "bar-label" }, label)));
    }
    const height = offset + ends.length * 24 + 8;
    replace(this.lanes, svg("svg", { width: this.width, height, role: "group", "aria-label": "Events" }, heads, rows));
  }

  drawUndated(events) {
    if (events.length === 0) {
      replace(this.undated);
      return;
    }
    const byType = new Map();
    for (const event of events) byType.set(event.type, [...(byType.get(event.type) ?? []), event]);
    replace(this.undated, h("span", {}, `${counted(events.length, "event")} without a date: `),
      [...byType].sort((a, b) => b[1].length - a[1].length).map(([type, list]) => h("button", { type: "button", class: "link", onclick: () =>
        this.showEvents(`${this.model.types[type].label} without a date`, list) }, typeMark(type), `${this.model.types[type].label} (${list.length})`)));
  }
}
