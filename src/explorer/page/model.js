// The data of the page: nodes (players first, then events), what links them, and where their evidence lies.

import { colourTypes } from "./looks.js";

const read = (id) => {
  const element = document.getElementById(id);
  return element ? JSON.parse(element.textContent) : null;
};

export const kinds = [
  ["country", "Country"],
  ["org", "Organisation"],
  ["person", "Person"],
  ["munition", "Munition"],
  ["place", "Place"],
  ["other", "Other"],
];

export class Model {
  constructor() {
    const data = read("graph");
    if (!data) throw new Error("This page holds no data: it is the empty form of an export.");
    this.made = data.made;
    this.prefixes = data.prefixes;
    this.types = data.types.map(([id, label, first, second, entered, colour], index) =>
      ({ index, id, label, first, second, entered, colour, count: 0 }));
    colourTypes(this.types);
    this.statuses = data.statuses.map(([id, label], index) => ({ index, id, label, count: 0 }));
    this.roles = data.roles.map(([id, label], index) => ({ index, id, label }));
    this.documents = data.documents.map(([id, path, title, publisher, published, wire], index) =>
      ({ index, id, path, title, publisher, published, wire }));
    this.communities = data.communities.map(([x, y, radius, label], index) => ({ index, x, y, radius, label, nodes: [] }));
    this.players = data.players.map(([id, label, kind, type, x, y, community], index) =>
      ({ index, isEvent: false, id, label, kind, type, x, y, community, links: [] }));
    this.events = data.events.map((row, index) => this.#event(row, index));
    this.nodes = [...this.players, ...this.events];
    this.parts = data.parts.map(([event, node, role], index) => ({ index, event: this.players.length + event, node, role }));
    for (const part of this.parts) {
      this.nodes[part.event].links.push(part);
      this.nodes[part.node].links.push(part);
    }
    for (const node of this.nodes) this.communities[node.community].nodes.push(node.index);
    this.publishers = this.#publishers();
    this.byId = new Map(this.nodes.map((node) => [node.id, node.index]));
    this.evidenceParts = new Map();
  }

  #event(row, index) {
    const [id, label, type, status, from, to, documents, wires, speakers, origins, denying, flags, quantities, words,
      cited, x, y, community] = row;
    this.types[type].count += 1;
    this.statuses[status].count += 1;
    return {
      index: this.players.length + index, number: index, isEvent: true, id, label, type, status, from, to,
      documents, wires, speakers, origins, denying, fact: (flags & 1) !== 0, disputed: (flags & 2) !== 0,
      contradicted: (flags & 4) !== 0, quantities, words, cited, x, y, community, links: [],
    };
  }

  #publishers() {
    const counts = new Map();
    for (const event of this.events)
      for (const name of this.publishersOf(event)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name, count]) => ({ name, count }));
  }

  // Those who published it and the agencies they credit.
  publishersOf(event) {
    const names = new Set();
    for (const number of event.cited) {
      const { publisher, wire } = this.documents[number];
      if (publisher) names.add(publisher);
      if (wire) names.add(wire);
    }
    return names;
  }

  other(part, index) {
    return this.nodes[part.event === index ? part.node : part.event];
  }

  // Those who play a role in an event.
  inRole(event, role) {
    return event.links.filter((part) => part.event === event.index && part.role === role).map((part) => this.nodes[part.node]);
  }

  wordsOf(event, role) {
    return event.words.filter(([other]) => other === role).map(([, words]) => words);
  }

  time(event) {
    return period(event.from, event.to);
  }

  // Who says so, in which words; read when it is asked for.
  evidence(event) {
    const each = 256;
    const part = Math.floor(event.number / each);
    if (!this.evidenceParts.has(part)) this.evidenceParts.set(part, read(`evidence-${part}`));
    return this.evidenceParts.get(part)[event.number % each];
  }

  // Stretches of a document's text around its evidence: [first character, text]; empty where the page has none.
  passages(document) {
    const each = 64;
    const part = Math.floor(document.index / each);
    this.passageParts ??= new Map();
    if (!this.passageParts.has(part)) this.passageParts.set(part, read(`passages-${part}`));
    return this.passageParts.get(part)?.[document.index % each] ?? [];
  }

  iri(id) {
    const colon = id.indexOf(":");
    const namespace = colon > 0 ? this.prefixes[id.slice(0, colon)] : undefined;
    if (namespace) return namespace + id.slice(colon + 1);
    return id.includes("://") ? id : this.made.base + id;
  }

  search(words, most) {
    const wanted = words.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return [];
    const found = [];
    for (const node of this.nodes) {
      node.searched ??= `${node.label} ${node.id} ${node.isEvent ? this.types[node.type].label : node.type}`.toLocaleLowerCase("en");
      if (!wanted.every((word) => node.searched.includes(word) || (word.length > 3 && word.endsWith("s") && node.searched.includes(word.slice(0, -1))))) continue;
      const label = node.label.toLocaleLowerCase("en");
      const rank = (label === wanted.join(" ") ? 0 : label.startsWith(wanted[0]) ? 1 : 2) + (node.isEvent ? 1 : 0);
      found.push({ node, rank });
    }
    found.sort((a, b) => a.rank - b.rank || b.node.links.length - a.node.links.length || a.node.index - b.node.index);
    return found.slice(0, most).map(({ node }) => node);
  }
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

// "1 Nov 2023"; what is no whole day stays as it is.
export function written(date) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date;
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : day.format(time);
}

export function period(from, to) {
  if (!from) return to ? `until ${written(to)}` : "";
  if (!to) return `since ${written(from)}`;
  return from === to ? written(from) : `${written(from)} – ${written(to)}`;
}
