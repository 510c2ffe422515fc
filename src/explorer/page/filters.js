// Which events and players are shown. Others listen and look again when it changes.

import { kinds } from "./model.js";

export class Filters {
  constructor(model) {
    this.model = model;
    this.listeners = [];
    this.shown = new Uint8Array(model.nodes.length);
    const days = model.events.flatMap((event) => [event.from, event.to]).filter(Boolean).sort();
    this.firstDay = days[0] ?? "";
    this.lastDay = days.at(-1) ?? "";
    this.kinds = kinds.filter(([kind]) => model.players.some((player) => player.kind === kind));
    this.reset();
  }

  reset() {
    this.off = { types: new Set(), statuses: new Set(), kinds: new Set() };
    this.from = "";
    this.to = "";
    this.undated = true;
    this.origins = 0;
    this.publisher = "";
    this.disputed = false;
    this.only = null; // nodes that are shown alone: a neighbourhood, a path, a community
    this.apply();
  }

  change(action) {
    action(this);
    this.apply();
  }

  showOnly(nodes, title) {
    this.only = nodes ? { nodes: new Set(nodes), title } : null;
    this.apply();
  }

  get active() {
    return this.off.types.size + this.off.statuses.size + this.off.kinds.size + (this.from || this.to || !this.undated ? 1 : 0) +
      (this.origins > 0 ? 1 : 0) + (this.publisher ? 1 : 0) + (this.disputed ? 1 : 0);
  }

  accepts(event) {
    if (this.off.types.has(event.type) || this.off.statuses.has(event.status)) return false;
    if (this.disputed && !event.disputed && !event.contradicted) return false;
    if (this.origins > 0 && event.origins < this.origins) return false;
    if (this.publisher && !this.model.publishersOf(event).has(this.publisher)) return false;
    if (!event.from && !event.to) return this.undated;
    if (this.from && event.to && event.to < this.from) return false;
    if (this.to && event.from && event.from > this.to) return false;
    return true;
  }

  apply() {
    const { model, shown } = this;
    shown.fill(0);
    this.events = model.events.filter((event) => this.accepts(event));
    for (const event of this.events) shown[event.index] = 1;
    for (const player of model.players)
      if (!this.off.kinds.has(player.kind) && player.links.some((part) => shown[part.event])) shown[player.index] = 1;
    for (const listener of this.listeners) listener();
  }

  // Of the graph: what the filters leave of what is shown alone.
  isDrawn(index) {
    return this.shown[index] === 1 && (this.only === null || this.only.nodes.has(index));
  }

  listen(listener) {
    this.listeners.push(listener);
  }
}
