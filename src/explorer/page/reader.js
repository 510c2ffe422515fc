// The evidence reader: why an event is there, who somebody is, what a set of events holds.

import { announce, counted, h, name, replace } from "./dom.js";
import { claimCard } from "./claim_card.js";
import { findPath } from "./graph_moves.js";
import { nodeMark, typeMark } from "./mark.js";
import { written } from "./model.js";
import { searchBox } from "./search.js";
import { stemmaTree } from "./stemma_tree.js";

// The title shows five lines of it.
const fullLabel = (label) => (label.length > 220 ? h("p", { class: "full-label", dir: "auto" }, label) : null);

export class Reader {
  constructor({ container, model, filters, open, close, graph, clearFilters }) {
    Object.assign(this, { container, model, filters, open, graph });
    this.title = h("h2", { tabindex: "-1", id: "reader-title" });
    this.body = h("div", { class: "reader-body" });
    this.hidden = h("div", { class: "hidden-note", hidden: true }, h("span", {}, "The filters hide this."),
      h("button", { type: "button", onclick: clearFilters }, "Clear all filters"));
    filters.listen(() => this.tell());
    replace(container,
      h("div", { class: "reader-head" }, this.title,
        h("button", { type: "button", class: "close", "aria-label": "Close the reader", onclick: close }, "×")),
      this.hidden,
      this.body);
  }

  focus() {
    this.title.focus({ preventScroll: true });
  }

  set(title, ...content) {
    replace(this.title, title);
    replace(this.body, content);
    this.body.scrollTop = 0;
  }

  tell() {
    if (this.add) this.add.hidden = !this.filters.only;
    this.hidden.hidden = this.shown === null || this.shown === undefined || this.filters.shown[this.shown] === 1;
  }

  show(index, part = null) {
    this.shown = index;
    this.tell();
    const node = this.model.nodes[index];
    try {
      if (node.isEvent) this.showEvent(node, part);
      else this.showPlayer(node);
    } catch (error) {
      this.set(name(node.label), h("p", { class: "fault", role: "alert" }, `What the page holds of it cannot be read: ${error.message}`));
    }
  }

  link(node) {
    return h("button", { type: "button", class: "link", onclick: () => this.open(node.index, null, { focus: true }) }, nodeMark(this.model, node), name(node.label));
  }

  showEvent(event, part) {
    const { model } = this;
    const evidence = model.evidence(event);
    const type = model.types[event.type], status = model.statuses[event.status];
    const badges = [
      h("span", { class: "badge" }, typeMark(event.type), type.label),
      h("span", { class: `badge status-${status.id.replace(/^.*:/, "")}` }, status.label),
      event.fact ? null : h("span", { class: "badge quiet" }, "nobody says it happened"),
      event.disputed ? h("span", { class: "badge warn" }, "disputed") : null,
    ];
    const numbers = this.numbers();
    this.set(name(event.label),
      fullLabel(event.label),
      h("p", { class: "badges" }, badges),
      h("p", { class: "counts" }, this.counts(event)),
      this.roleList(event, part),
      this.actions(event),
      h("h3", {}, "Where it comes from"),
      stemmaTree(evidence, model, (claim) => this.jump(claim)),
      this.disagreements(evidence, numbers),
      evidence.told.map((origin, index) => this.origin(origin, index, event)),
      h("p", { class: "iri" }, "This event: ", h("code", {}, model.iri(event.id))));
    announce(`Evidence of: ${event.label}`);
  }

  // Claims are numbered as they stand on the page.
  numbers() {
    this.claimNumbers = new Map();
    return this.claimNumbers;
  }

  counts(event) {
    const of = [counted(event.origins, "independent origin"), counted(event.documents, "report"), counted(event.speakers, "speaker")];
    if (event.wires) of.push(counted(event.wires, "wire"));
    if (event.denying) of.push(counted(event.denying, "denying origin"));
    return of.join(" · ");
  }

  roleList(event, chosen) {
    const rows = new Map();
    for (const part of event.links) {
      if (part.event !== event.index) continue;
      const key = this.model.roles[part.role].label;
      rows.set(key, [...(rows.get(key) ?? []), h("span", { class: part === chosen ? "chosen" : "" }, this.link(this.model.nodes[part.node]))]);
    }
    for (const [role, words] of event.words) {
      const key = this.model.roles[role].label;
      rows.set(key, [...(rows.get(key) ?? []), h("span", { class: "words" }, `“${words}”`)]);
    }
    if (event.quantities.length) rows.set("quantity", event.quantities.map((words) => h("span", { class: "words" }, `“${words}”`)));
    const time = this.model.time(event);
    if (time) rows.set("time", [time]);
    for (const part of event.links)
      if (part.node === event.index) rows.set("part of", [...(rows.get("part of") ?? []), this.link(this.model.nodes[part.event])]);
    return h("dl", { class: "roles" }, [...rows].map(([role, values]) => [h("dt", {}, role), h("dd", {}, values)]));
  }

  actions(node) {
    const pathTo = h("div", { class: "path-to", hidden: true });
    const ask = () => {
      pathTo.hidden = false;
      replace(pathTo, searchBox(this.model, { label: "Path to", placeholder: "the other end", filters: this.filters, choose: (to) => this.path(node, to) }));
      pathTo.querySelector("input").focus();
    };
    this.add = h("button", { type: "button", hidden: !this.filters.only, onclick: () => this.inGraph(() => this.graph.expand(node.index)) }, "Add its neighbours");
    return [h("div", { class: "actions" },
      h("button", { type: "button", onclick: () => this.inGraph(() => this.graph.neighbours(node.index)) }, "Only its neighbours"),
      this.add,
      h("button", { type: "button", onclick: ask }, "Path to …")), pathTo];
  }

  inGraph(action) {
    this.toGraph();
    action();
  }

  path(from, to) {
    if (from === to) return;
    this.shown = null;
    this.tell();
    const path = findPath(this.model, this.filters, from.index, to.index);
    if (!path) {
      this.set(["No path"], h("p", {}, "Nothing that the filters show links ", name(from.label), " with ", name(to.label), "."),
        h("p", {}, this.link(from)));
      return;
    }
    this.inGraph(() => this.graph.showPath(path, `the path from ${from.label} to ${to.label}`));
    this.set(["Path from ", name(from.label), " to ", name(to.label)],
      h("p", { class: "counts" }, counted(path.parts.length, "step")),
      h("ol", { class: "path" }, path.nodes.map((index, step) => h("li", {},
        this.link(this.model.nodes[index]),
        step < path.parts.length ? h("span", { class: "step" }, this.model.roles[path.parts[step].role].label) : null))));
    this.focus();
  }

  origin(origin, index, event) {
    const label = origin.label || "unnamed origin";
    return h("section", { class: origin.denies ? "origin denies" : "origin" },
      h("h3", {}, `Origin ${index + 1}: `, name(label), origin.denies ? h("span", { class: "badge warn" }, "denies it") : null),
      h("p", { class: "counts" }, [counted(origin.claims.length, "claim"), this.days(origin)].filter(Boolean).join(" · ")),
      origin.why.length ? h("details", {}, h("summary", {}, origin.claims.length === 1 ? "What makes this an origin" : "Why these count as one"),
        h("ul", {}, origin.why.map((reason) => h("li", {}, name(reason))))) : null,
      origin.claims.map((claim) => {
        this.claimNumbers.set(claim.id, this.claimNumbers.size + 1);
        return claimCard({ claim, number: this.claimNumbers.get(claim.id), model: this.model, event, link: (at) => this.link(this.model.nodes[at]) });
      }));
  }

  days(origin) {
    if (!origin.first) return "";
    return origin.first === origin.last ? written(origin.first) : `${written(origin.first)} – ${written(origin.last)}`;
  }

  disagreements(evidence, numbers) {
    if (evidence.disagreements.length === 0) return null;
    const place = new Map();
    for (const origin of evidence.told) for (const claim of origin.claims) place.set(claim.id, { number: place.size + 1, claim });
    const jumpTo = (id) => {
      const found = place.get(id);
      if (!found) return "a claim of another event";
      const { document } = found.claim;
      const { publisher, path } = this.model.documents[document];
      return h("button", { type: "button", class: "link", onclick: () => this.jump(found.claim) }, `claim ${found.number}`, " (", name(publisher || path), ")");
    };
    return h("section", { class: "disagreements" }, h("h3", {}, "What does not agree"),
      h("ul", {}, evidence.disagreements.map((found) => h("li", {},
        jumpTo(found.later), found.supersedes ? " takes the place of " : " contradicts ", jumpTo(found.earlier),
        found.on ? [" on ", h("em", {}, found.on)] : null))));
  }

  jump(claim) {
    const card = this.body.querySelector(`[data-claim="${CSS.escape(claim.id)}"]`);
    card?.scrollIntoView({ block: "start" });
    card?.focus({ preventScroll: true });
  }

  showPlayer(player) {
    const { model } = this;
    const events = [...new Set(player.links.map((part) => part.event))].map((index) => model.nodes[index]);
    const shown = events.filter((event) => this.filters.shown[event.index]);
    this.set(name(player.label),
      fullLabel(player.label),
      h("p", { class: "badges" }, h("span", { class: "badge" }, nodeMark(model, player), player.type || player.kind)),
      h("p", { class: "counts" }, counted(events.length, "event"), shown.length < events.length ? `, ${shown.length} of them pass the filters` : ""),
      this.actions(player),
      this.partners(player, shown),
      this.eventsByType(shown, player),
      h("p", { class: "iri" }, "Its name in the graph: ", h("code", {}, model.iri(player.id))));
    announce(`${player.label}: ${counted(events.length, "event")}`);
  }

  // With whom it shares most events.
  partners(player, events) {
    const counts = new Map();
    for (const event of events)
      for (const part of event.links)
        if (part.event === event.index && part.node !== player.index) counts.set(part.node, (counts.get(part.node) ?? 0) + 1);
    const first = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 12);
    if (first.length === 0) return null;
    return [h("h3", {}, "Together with"),
      h("ul", { class: "chips" }, first.map(([index, count]) => h("li", {}, this.link(this.model.nodes[index]), h("span", { class: "count" }, count))))];
  }

  eventsByType(events, player = null) {
    const groups = new Map();
    for (const event of events) groups.set(event.type, [...(groups.get(event.type) ?? []), event]);
    return [...groups].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).map(([type, list]) =>
      h("details", { class: "group", open: list.length <= 12 || groups.size === 1 },
        h("summary", {}, typeMark(type), this.model.types[type].label, h("span", { class: "count" }, list.length)),
        this.eventList(list, player)));
  }

  eventList(events, player) {
    const most = 200;
    const list = [...events].sort((a, b) => b.origins - a.origins || b.documents - a.documents || a.index - b.index);
    return [h("ul", { class: "event-list" }, list.slice(0, most).map((event) => h("li", {},
      this.link(event),
      h("span", { class: "event-note" }, [player ? this.rolesOf(player, event) : null, this.model.time(event), counted(event.origins, "origin")].filter(Boolean).join(" · "))))),
      list.length > most ? h("p", { class: "quiet" }, `and ${list.length - most} more: filter to see them`) : null];
  }

  rolesOf(player, event) {
    return event.links.filter((part) => part.event === event.index && part.node === player.index)
      .map((part) => this.model.roles[part.role].label).join(", ");
  }

  showEvents(title, events) {
    this.shown = null;
    this.tell();
    this.set(title, h("p", { class: "counts" }, counted(events.length, "event")), this.eventsByType(events));
    this.focus();
  }
}
