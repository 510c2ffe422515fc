// Events in time: how many in each period, and each one as a bar.

import { counted, h, later, least, most, replace, svg } from "./dom.js";
import { onThemeChange, statusFill, typeColour } from "./looks.js";
import { typeMark } from "./mark.js";
import { period } from "./model.js";
import { layOut } from "./timeline_lanes.js";

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
// The events of each period: [its beginning, events], in time's order.
function binsOf(events, range, unit) {
  const bins = new Map();
  for (const { event, from } of events) {
    const start = unit.start(new Date(Math.max(from, range.from)));
    if (!bins.has(start)) bins.set(start, []);
    bins.get(start).push(event);
  }
  return [...bins].sort((a, b) => a[0] - b[0]);
}

const canvas = document.createElement("canvas").getContext("2d");

// Gives the width of a text in the page's type, at this size.
function measuring(size) {
  const { fontFamily } = getComputedStyle(document.body);
  return (text) => {
    canvas.font = `${size} ${fontFamily}`;
    return canvas.measureText(text).width;
  };
}

const iso = (time) => new Date(time).toISOString().slice(0, 10);

export class Timeline {
  constructor({ container, model, filters, open, showEvents }) {
    Object.assign(this, { model, filters, open, showEvents });
    this.range = null; // what is looked at: { from, to }
    this.title = h("span", { class: "range", role: "status" });
    this.most = h("span", { class: "quiet" });
    this.whole = h("button", { type: "button", onclick: () => this.look(null) }, "Whole time");
    this.use = h("button", { type: "button", onclick: () => filters.change((f) => {
      f.from = iso(this.range.from);
      f.to = iso(this.range.to - dayLong);
    }) }, "Filter everything by this time");
    this.counts = h("div", { class: "histogram" });
    this.lanes = h("div", { class: "lanes", tabindex: "0", role: "region", "aria-label": "Events in time" });
    this.undated = h("div", { class: "undated" });
    replace(container, h("div", { class: "view-tools" }, this.title, this.most, this.whole, this.use), this.counts, this.lanes, this.undated);
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

  // What had the focus has it again: an event's bar, or the first period of those that are shown now.
  draw() {
    const focused = document.activeElement;
    const event = this.lanes.contains(focused) ? focused.dataset.event : undefined, period = this.counts.contains(focused);
    this.redraw();
    if (event !== undefined) this.lanes.querySelector(`[data-event="${event}"]`)?.focus({ preventScroll: true });
    else if (period) this.counts.querySelector(".bin")?.focus({ preventScroll: true });
  }

  redraw() {
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
      this.title.textContent = this.most.textContent = "";
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
    const look = { range, scale, unit: unitFor(range.to - range.from) };
    this.drawCounts(inRange, look);
    if (inRange.length === 0) replace(this.lanes, h("p", { class: "empty" }, "No event of this time passes the filters."));
    else if (inRange.length > mostBars) this.drawTypes(inRange, look);
    else this.drawLanes(inRange, look);
  }

  // Bars of how many events begin in each period; those of a type stand on each other.
  drawCounts(events, { range, scale, unit }) {
    const height = 110, base = height - 22;
    const bins = binsOf(events, range, unit);
    const highest = most(bins.map(([, list]) => list.length));
    const words = new Intl.DateTimeFormat("en-GB", { ...unit.format, timeZone: "UTC" });
    const bars = bins.map(([start, list]) => {
      const label = `${words.format(start)}: ${counted(list.length, "event")}`;
      const act = () => this.choose(start, unit, label, list);
      return svg("g", { class: "bin", tabindex: "0", role: "button", "aria-label": label, onclick: act,
        onkeydown: (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), act()) },
        this.bin(start, list, { range, scale, unit }, label, base, (base - 12) / highest));
    });
    this.ticks = this.ticksOf(range, scale);
    this.most.textContent = highest > 1 ? `at most ${highest.toLocaleString("en-GB")} a ${unit.name}` : "";
    replace(this.counts, svg("svg", { width: this.width, height, role: "group", "aria-label": `Number of events by ${unit.name}` },
      svg("line", { x1: margin.left, x2: this.width - margin.right, y1: base, y2: base, class: "tick" }),
      this.ticks.map(({ x, label }) => [svg("line", { x1: x, x2: x, y1: base, y2: base + 5, class: "tick" }),
        label ? svg("text", { x: x + 1, y: base + 17, class: "tick-label" }, label) : null]), bars));
  }

  // One period: its events by type, each `tall` pixels high.
  bin(start, list, { range, scale, unit }, label, base, tall) {
    const left = scale(Math.max(start, range.from)), right = scale(Math.min(unit.next(start), range.to));
    const byType = new Map();
    for (const event of list) byType.set(event.type, (byType.get(event.type) ?? 0) + 1);
    let y = base;
    return [svg("title", {}, label),
      svg("rect", { class: "bin-hit", x: left, y: 0, width: Math.max(right - left, 4), height: base }),
      [...byType].sort((a, b) => a[0] - b[0]).map(([type, count]) => {
        const height = Math.max(count * tall, 1);
        y -= height;
        return svg("rect", { x: left + 0.5, y, width: Math.max(right - left - 1.5, 2.5), height, fill: typeColour(type) });
      })];
  }

  choose(start, unit, label, list) {
    if (unit.name === "day") this.showEvents(label, list);
    else this.look({ from: start, to: unit.next(start) });
  }

  // Where periods begin, as many as have room for their names.
  ticksOf(range, scale) {
    const unit = unitFor((range.to - range.from) / 2.2);
    const words = new Intl.DateTimeFormat("en-GB", { ...unit.format, timeZone: "UTC" });
    const measure = measuring("11.5px");
    const ticks = [];
    let lastEnd = -Infinity;
    let guard = 0;
    for (let time = unit.start(new Date(range.from)); time < range.to && guard < 5000; time = unit.next(time), ++guard) {
      if (time < range.from) continue;
      const x = scale(time), label = words.format(time), wide = measure(label);
      if (x < lastEnd + 14 || x + wide > this.width) continue;
      lastEnd = x + wide;
      ticks.push({ x, label });
    }
    return ticks;
  }

  guides(height) {
    return this.ticks.map(({ x }) => svg("line", { x1: x, x2: x, y1: 0, y2: height, class: "guide" }));
  }

  // One bar for an event.
  drawLanes(events, { range, scale }) {
    const sorted = [...events].sort((a, b) => a.event.type - b.event.type || a.from - b.from || a.event.index - b.event.index);
    const items = sorted.map(({ event, from, to }) => {
      const left = scale(Math.max(from, range.from));
      return { event, group: event.type, left, right: Math.max(scale(Math.min(to, range.to)), left + 6), text: event.label,
        openLeft: !event.from, openRight: !event.to };
    });
    const { heads, bars, height } = layOut(items, { first: margin.left, last: this.width - margin.right, measure: measuring("12px") });
    replace(this.lanes, svg("svg", { width: this.width, height, role: "group", "aria-label": "Events" }, this.guides(height),
      heads.map(({ group, y }) => this.head(group, y)), bars.map((bar) => this.bar(bar))));
  }

  head(type, y) {
    return svg("text", { x: margin.left, y: y + 15, class: "lane-type" }, this.model.types[type].label);
  }

  bar({ item: { event, left, right, openLeft, openRight }, y, label }) {
    const fill = statusFill(this.model.statuses[event.status]), colour = typeColour(event.type);
    return svg("g", { class: event.index === this.selected ? "bar chosen" : "bar", "data-event": event.index, tabindex: "0", role: "button",
      onclick: () => this.open(event.index),
      onkeydown: (key) => (key.key === "Enter" || key.key === " ") && (key.preventDefault(), this.open(event.index, null, { focus: true })) },
      svg("title", {}, `${event.label}\n${period(event.from, event.to)}`),
      svg("rect", { x: left, y: y + 3, width: right - left, height: 16, rx: 3, stroke: colour, "stroke-width": 1.6,
        "stroke-dasharray": fill === 2 ? "3 2" : null, fill: fill === 0 ? colour : "transparent" }),
      openLeft ? svg("path", { d: `M${left - 8} ${y + 11}l6 -5v10z`, fill: colour }) : null,
      openRight ? svg("path", { d: `M${right + 8} ${y + 11}l-6 -5v10z`, fill: colour }) : null,
      label ? svg("text", { x: label.x, y: y + 15, class: label.side === "inside" && fill === 0 ? "bar-label on-bar" : "bar-label" }, label.text) : null);
  }

  // Of more events than can be read one by one: how many of each type begin in each period.
  drawTypes(events, { range, scale, unit }) {
    const byType = new Map();
    for (const item of events) byType.set(item.event.type, [...(byType.get(item.event.type) ?? []), item]);
    const rows = [...byType].sort((a, b) => a[0] - b[0]).map(([type, items]) => ({ type, items, bins: binsOf(items, range, unit) }));
    const highest = most(rows.flatMap(({ bins }) => bins.map(([, list]) => list.length)));
    const words = new Intl.DateTimeFormat("en-GB", { ...unit.format, timeZone: "UTC" });
    const base = 40, height = base + 2;
    replace(this.lanes,
      h("p", { class: "lanes-note quiet" }, `Of ${counted(events.length, "event")}, how many of each type begin in a ${unit.name}. Choose a period to see them one by one.`),
      rows.map(({ type, items, bins }) => [
        h("h3", { class: "lane-title" }, typeMark(type), this.model.types[type].label, h("span", { class: "count" }, items.length.toLocaleString("en-GB"))),
        svg("svg", { width: this.width, height, "aria-hidden": "true" }, this.guides(height),
          svg("line", { x1: margin.left, x2: this.width - margin.right, y1: base, y2: base, class: "tick" }),
          bins.map(([start, list]) => {
            const label = `${words.format(start)}: ${counted(list.length, "event")}`;
            return svg("g", { class: "bin", onclick: () => this.choose(start, unit, label, list) },
              this.bin(start, list, { range, scale, unit }, label, base, (base - 4) / highest));
          }))]));
  }

  // Called by the page when something else, or nothing, is selected.
  selectedIs(index) {
    this.selected = index;
    for (const bar of this.lanes.querySelectorAll(".bar")) bar.classList.toggle("chosen", Number(bar.dataset.event) === index);
  }

  drawUndated(events) {
    this.undated.hidden = events.length === 0;
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
