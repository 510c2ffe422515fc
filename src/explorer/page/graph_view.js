// The graph. Places come from the program; here they are drawn, filtered and moved.

import { MultiUndirectedGraph, MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import { announce, counted, h, later, replace, shorten } from "./dom.js";
import { LabelPainter } from "./graph_labels.js";
import { nearest } from "./graph_moves.js";
import { cssColour, kindShapes, nodeColour, onThemeChange, statusFill } from "./looks.js";
import { ground, ShapeProgram } from "./shape_program.js";

const mostNodes = 4000; // of more, an overview of their communities is drawn
const mostArrows = 2500; // of more, only those of what is chosen have heads
const tremble = 4; // pixels that a hand may move in a click
const noRing = "rgba(0,0,0,0)";
const sizeOf = (node) => (node.isEvent ? 5 : Math.min(24, 4 + 2 * Math.sqrt(node.links.length)));

export class GraphView {
  constructor({ container, model, filters, select }) {
    this.model = model;
    this.filters = filters;
    this.select = select;
    this.selected = null;
    this.hovered = null;
    this.steps = new Set(); // parts of a path that is shown
    this.moved = false;
    this.colours = {};
    this.stage = h("div", { class: "stage-canvas", tabindex: "0", role: "application", "aria-label":
      "Graph. Arrow keys go from node to node, plus and minus zoom, 0 fits, Enter opens what is selected, Escape lets go." });
    this.note = h("div", { class: "stage-note" });
    this.bar = h("div", { class: "stage-bar" });
    this.empty = h("p", { class: "empty", hidden: true }, "No event passes the filters.");
    const button = (label, text, action) => h("button", { type: "button", class: "tool", title: label, "aria-label": label, onclick: action }, text);
    replace(container, this.stage, this.empty, this.bar, this.note,
      h("div", { class: "zoom", role: "group", "aria-label": "Zoom" },
        button("Zoom in", "+", () => this.zoom(1 / 1.5)),
        button("Zoom out", "−", () => this.zoom(1.5)),
        button("Fit everything", "⤢", () => this.fit())));
    this.readColours();
    this.labels = new LabelPainter(this.colours);
    this.stage.addEventListener("keydown", (event) => this.pressed(event));
    filters.listen(later(30, () => this.look()));
    onThemeChange(() => this.repaint());
  }

  // Sigma measures its container, so that it is made when the view is first seen.
  enter() {
    if (this.sigma || this.failed) {
      this.sigma?.resize();
      this.sigma?.refresh({ skipIndexation: true });
      if (this.selected !== null) this.bringIntoView(this.selected);
      return;
    }
    try {
      this.look();
    } catch (error) {
      this.failed = true;
      this.empty.hidden = false;
      this.empty.textContent = `The graph cannot be drawn here (${error.message}). It needs WebGL; the other views do not.`;
    }
  }

  readColours() {
    for (const part of ["ground", "ink", "ink-soft", "line", "line-strong", "edge", "community", "accent", "panel", "dim", "warn"])
      this.colours[part] = cssColour(`--${part}`);
    ground.colour = this.colours.ground;
  }

  repaint() {
    this.readColours();
    if (!this.sigma) return;
    this.paint();
    this.sigma.refresh();
  }

  // What is to be drawn now: nodes, or communities where they are too many.
  look() {
    if (this.failed) return;
    const drawn = this.model.nodes.filter((node) => this.filters.isDrawn(node.index));
    this.empty.hidden = drawn.length > 0;
    this.empty.textContent = this.model.events.length ? "No event passes the filters." : "There is no event in this result.";
    const overview = drawn.length > mostNodes && !this.filters.only;
    const whole = this.model.nodes.length <= mostNodes;
    if (overview) this.show(() => this.drawCommunities(drawn), "overview");
    else if (whole && this.mode === "nodes") this.sigma.refresh({ skipIndexation: true });
    else this.show(() => this.drawNodes(whole ? this.model.nodes : drawn), "nodes");
    const only = this.filters.only;
    if (only !== this.lastOnly && !overview) this.fit(only ? drawn : undefined);
    this.lastOnly = only;
    this.tell(drawn, overview);
  }

  show(draw, mode) {
    const first = !this.sigma;
    if (!first) this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1.05, angle: 0 });
    this.mode = mode;
    this.graph = draw();
    this.paint();
    if (first) this.start();
    else this.sigma.setGraph(this.graph);
  }

  drawNodes(nodes) {
    const graph = new MultiDirectedGraph();
    for (const node of nodes) graph.addNode(String(node.index), { x: node.x, y: -node.y, size: sizeOf(node), label: node.label });
    for (const part of this.model.parts) {
      const event = String(part.event), other = String(part.node);
      if (!graph.hasNode(event) || !graph.hasNode(other)) continue;
      const acts = this.model.types[this.model.nodes[part.event].type].first === part.role;
      graph.addEdgeWithKey(`p${part.index}`, acts ? other : event, acts ? event : other, { size: acts ? 1.6 : 1.1, acts });
    }
    return graph;
  }

  drawCommunities(nodes) {
    const graph = new MultiUndirectedGraph();
    const counts = new Map();
    for (const node of nodes) counts.set(node.community, (counts.get(node.community) ?? 0) + 1);
    for (const [number, count] of counts) {
      const { x, y, radius, label } = this.model.communities[number];
      const [first] = label.split(", ");
      graph.addNode(`c${number}`, { x, y: -y, size: radius, label: label ? `${shorten(first, 18)} + ${count - 1}` : counted(count, "node"), count });
    }
    const weights = new Map();
    for (const part of this.model.parts) {
      if (!this.filters.isDrawn(part.event) || !this.filters.isDrawn(part.node)) continue;
      const a = this.model.nodes[part.event].community, b = this.model.nodes[part.node].community;
      if (a === b) continue;
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      weights.set(key, (weights.get(key) ?? 0) + 1);
    }
    for (const [key, weight] of weights) {
      const [a, b] = key.split(" ");
      if (weight > 1) graph.addEdgeWithKey(key, `c${a}`, `c${b}`, { size: 2 + 4 * Math.log2(weight) });
    }
    return graph;
  }

  // Colours and shapes, which hang on the theme.
  paint() {
    const { model, colours } = this;
    this.graph.updateEachNodeAttributes((key, attributes) => {
      if (key[0] === "c") return { ...attributes, type: "shape", shape: "circle", fill: 0, color: colours.community };
      const node = model.nodes[Number(key)];
      attributes.type = "shape";
      attributes.shape = node.isEvent ? "circle" : (kindShapes[node.kind] ?? "octagon");
      attributes.fill = node.isEvent ? statusFill(model.statuses[node.status]) : 0;
      attributes.color = nodeColour(node);
      attributes.ring = node.disputed ? colours.warn : noRing;
      attributes.zIndex = node.isEvent ? 0 : 1;
      return attributes;
    });
    this.graph.updateEachEdgeAttributes((key, attributes) => {
      attributes.type = key[0] === "p" && this.graph.size <= mostArrows ? "arrow" : "line";
      attributes.color = attributes.acts ? colours["line-strong"] : colours.edge;
      return attributes;
    });
  }

  start() {
    this.sigma = new Sigma(this.graph, this.stage, {
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: { arrow: EdgeArrowProgram, line: EdgeLineProgram },
      defaultNodeType: "shape",
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio,
      minEdgeThickness: 0.9,
      enableEdgeEvents: true,
      zIndex: true,
      stagePadding: 40,
      labelDensity: 3,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: 2,
      labelFont: "system-ui, sans-serif",
      renderEdgeLabels: true,
      edgeLabelSize: 11,
      minCameraRatio: 0.01,
      maxCameraRatio: 2.5,
      allowInvalidContainer: true,
      nodeReducer: (key, data) => this.reduceNode(key, data),
      edgeReducer: (key, data) => this.reduceEdge(key, data),
      defaultDrawNodeLabel: (context, data) => this.labels.draw(context, data),
      defaultDrawNodeHover: (context, data) => this.labels.drawHover(context, data),
      defaultDrawEdgeLabel: (context, edge, source, target) => this.labels.drawEdge(context, edge, source, target),
    });
    this.sigma.getCamera().setState({ ratio: 1.05 });
    this.sigma.on("beforeRender", () => this.labels.begin());
    this.sigma.on("afterRender", () => this.labels.finish(this.discs(), this.sigma.getDimensions().width));
    this.sigma.on("clickNode", ({ node, event }) => this.moved || this.clicked(node, event)); // the end of a drag is a click, too
    for (const kind of ["Node", "Edge", "Stage"]) this.sigma.on(`doubleClick${kind}`, (payload) => this.tappedTwice(payload));
    window.addEventListener("click", (event) => this.clickedTwice(event), true);
    this.sigma.on("clickEdge", ({ edge }) => this.clickedEdge(edge));
    this.sigma.on("clickStage", () => {
      this.lastClicked = null;
      this.select(null);
    });
    this.sigma.on("enterNode", ({ node }) => this.hover(node));
    this.sigma.on("leaveNode", () => this.hover(null));
    this.sigma.on("enterEdge", () => (this.stage.style.cursor = "pointer"));
    this.sigma.on("leaveEdge", () => (this.stage.style.cursor = ""));
    this.makeDraggable();
    new ResizeObserver(later(60, () => this.stage.clientWidth > 0 && this.sigma.resize().refresh({ skipIndexation: true }))).observe(this.stage);
  }

  // What labels keep off: drawn nodes on the screen.
  discs() {
    const { width, height } = this.sigma.getDimensions();
    const discs = [];
    this.graph.forEachNode((key) => {
      const data = this.sigma.getNodeDisplayData(key);
      if (!data || data.hidden || key[0] === "c") return;
      const { x, y } = this.sigma.framedGraphToViewport(data);
      if (x > -50 && y > -50 && x < width + 50 && y < height + 50) discs.push([key, x, y, this.sigma.scaleSize(data.size)]);
    });
    return discs;
  }

  reduceNode(key, data) {
    if (key[0] === "c") return key === this.hovered ? { ...data, color: this.colours.accent } : data;
    const index = Number(key);
    if (!this.filters.isDrawn(index)) return { ...data, hidden: true };
    const centre = this.centre();
    if (index === this.selected) return { ...data, ring: this.colours.accent, forceLabel: true, chosen: true, zIndex: 3 };
    if (centre === null || this.near.has(index)) return centre === null ? data : { ...data, zIndex: 2, forceLabel: this.near.size < 40 };
    return { ...data, color: this.colours.dim, ring: noRing, label: "", zIndex: 0 };
  }

  reduceEdge(key, data) {
    if (key[0] !== "p") return data;
    const part = this.model.parts[Number(key.slice(1))];
    if (!this.filters.isDrawn(part.event) || !this.filters.isDrawn(part.node)) return { ...data, hidden: true };
    const centre = this.centre();
    const bright = this.steps.has(part.index) || (centre !== null && (part.event === centre || part.node === centre));
    if (bright) return { ...data, type: "arrow", color: this.colours.accent, size: data.size * 1.6, zIndex: 2, label: this.model.roles[part.role].label, forceLabel: true };
    return centre === null ? data : { ...data, color: this.colours.dim };
  }

  // Around which node the others step back.
  centre() {
    const centre = this.hoveredNode ?? this.selected;
    if (centre !== this.nearOf) {
      this.nearOf = centre;
      this.near = new Set();
      if (centre !== null && centre !== undefined)
        for (const part of this.model.nodes[centre].links) this.near.add(part.event).add(part.node);
    }
    return centre ?? null;
  }

  hover(key) {
    this.hovered = key;
    this.hoveredNode = key !== null && key[0] !== "c" ? Number(key) : null;
    this.stage.style.cursor = key === null ? "" : "pointer";
    this.sigma.refresh({ skipIndexation: true });
  }

  // The first click opens the reader: by the second the node is elsewhere, or the reader lies under the pointer.
  clickedTwice(event) {
    const first = this.lastClicked;
    if (!first || event.timeStamp - first.timeStamp > 400 || Math.hypot(event.clientX - first.x, event.clientY - first.y) > 2 * tremble) return;
    event.preventDefault();
    event.stopPropagation();
    this.lastClicked = null;
    this.neighbours(first.index);
  }

  // The same by fingers, of which no clicks are told.
  tappedTwice(payload) {
    if (!this.lastClicked) return;
    payload.preventSigmaDefault();
    this.neighbours(this.lastClicked.index);
  }

  clicked(key, { original }) {
    this.lastClicked = key[0] === "c" ? null : { index: Number(key), x: original.clientX, y: original.clientY, timeStamp: original.timeStamp };
    if (key[0] === "c") this.openCommunity(Number(key.slice(1)));
    else this.select(Number(key));
  }

  clickedEdge(key) {
    this.lastClicked = null;
    if (key[0] !== "p") return;
    const part = this.model.parts[Number(key.slice(1))];
    this.select(part.event, part);
  }

  openCommunity(number) {
    const { label, nodes } = this.model.communities[number];
    this.filters.showOnly(nodes, label ? `the community of ${label}` : "one community");
  }

  // Called by the page when something else, or nothing, is selected.
  selectedIs(index) {
    this.selected = index;
    if (!this.sigma || this.mode !== "nodes" || this.stage.clientWidth === 0) return;
    this.sigma.refresh({ skipIndexation: true });
    if (index !== null) requestAnimationFrame(() => this.bringIntoView(index)); // the reader has its place then
    if (index !== null) announce(`Selected: ${this.model.nodes[index].label}`);
  }

  // An index that is not drawn is drawn with its neighbours, unless the filters hide it.
  reveal(index) {
    if (this.filters.shown[index] === 0) return;
    if (!this.filters.isDrawn(index) || this.mode === "overview") this.neighbours(index);
  }

  bringIntoView(index) {
    const key = String(index);
    if (!this.sigma || !this.graph.hasNode(key) || this.stage.clientWidth === 0) return;
    this.sigma.resize();
    const place = this.sigma.getNodeDisplayData(key);
    const seen = this.sigma.framedGraphToViewport(place);
    const { width, height } = this.sigma.getDimensions();
    const free = height - this.covered();
    const inside = seen.x > 60 && seen.y > 40 && seen.x < width - 60 && seen.y < free - 40;
    if (inside) return;
    const centre = this.sigma.viewportToFramedGraph({ x: seen.x, y: seen.y + (height - free) / 2 });
    this.sigma.getCamera().animate({ x: centre.x, y: centre.y }, { duration: this.pace(300) });
  }

  // How much of the stage's lower end lies under the reader, which is a sheet on narrow screens.
  covered() {
    const reader = document.getElementById("reader").getBoundingClientRect(), stage = this.stage.getBoundingClientRect();
    return reader.height > 0 && reader.left < stage.right - 1 ? Math.max(0, stage.bottom - reader.top) : 0;
  }

  neighbours(index) {
    this.steps = new Set();
    const node = this.model.nodes[index];
    const nodes = [index];
    for (const part of node.links) {
      nodes.push(part.event, part.node);
      if (!node.isEvent) for (const other of this.model.nodes[part.event].links) nodes.push(other.event, other.node);
    }
    this.filters.showOnly(nodes, `what is around ${node.label}`);
  }

  expand(index) {
    const only = this.filters.only;
    if (!only) return;
    const nodes = new Set(only.nodes);
    const node = this.model.nodes[index];
    for (const part of node.links) {
      nodes.add(part.event).add(part.node);
      if (!node.isEvent) for (const other of this.model.nodes[part.event].links) nodes.add(other.event).add(other.node);
    }
    this.filters.showOnly(nodes, only.title);
  }

  showPath(path, title) {
    this.steps = new Set(path.parts.map((part) => part.index));
    this.filters.showOnly(path.nodes, title);
  }

  tell(drawn, overview) {
    const { only } = this.filters;
    if (!only) this.steps = new Set();
    const events = drawn.filter((node) => node.isEvent).length;
    this.note.textContent = overview
      ? `${counted(drawn.length, "node")} in ${counted(this.graph.order, "community", "communities")}. Choose one to open it, or filter.`
      : `${counted(events, "event")}, ${counted(drawn.length - events, "party or thing", "parties and things")}`;
    replace(this.bar, only ? [
      h("span", { class: "bar-title" }, "Only ", h("bdi", {}, only.title)),
      h("button", { type: "button", onclick: () => this.filters.showOnly(null) }, this.model.nodes.length > mostNodes ? "Back to the overview" : "Show everything"),
    ] : []);
    this.bar.hidden = !only;
  }

  pace(milliseconds) {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : milliseconds;
  }

  zoom(factor) {
    const camera = this.sigma?.getCamera();
    camera?.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: this.pace(150) });
  }

  // All of it, or these nodes.
  fit(nodes) {
    if (!this.sigma) return;
    const camera = this.sigma.getCamera();
    const places = nodes?.map((node) => this.sigma.getNodeDisplayData(String(node.index))).filter(Boolean) ?? [];
    if (places.length === 0) {
      camera.animate({ x: 0.5, y: 0.5, ratio: 1.05, angle: 0 }, { duration: this.pace(250) });
      return;
    }
    const xs = places.map((place) => place.x), ys = places.map((place) => place.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const whole = { cameraState: { x: 0.5, y: 0.5, ratio: 1, angle: 0 } };
    const { width, height } = this.sigma.getDimensions();
    const one = this.sigma.viewportToFramedGraph({ x: 0, y: 0 }, whole);
    const two = this.sigma.viewportToFramedGraph({ x: width, y: height }, whole);
    const ratio = Math.max((right - left) / Math.abs(two.x - one.x), (bottom - top) / Math.abs(two.y - one.y));
    camera.animate({ x: (left + right) / 2, y: (top + bottom) / 2, ratio: Math.max(ratio * 1.45, 0.06), angle: 0 }, { duration: this.pace(250) });
  }

  makeDraggable() {
    let dragged = null, from = null;
    const mouse = this.sigma.getMouseCaptor();
    this.sigma.on("downNode", ({ node, event }) => {
      this.moved = false;
      from = event;
      if (node[0] !== "c") dragged = node;
    });
    this.sigma.on("moveBody", ({ event }) => {
      if (dragged === null) return;
      event.preventSigmaDefault();
      if (!this.moved && Math.hypot(event.x - from.x, event.y - from.y) < tremble) return;
      this.moved = true;
      this.sigma.getCustomBBox() ?? this.sigma.setCustomBBox(this.sigma.getBBox());
      const { x, y } = this.sigma.viewportToGraph(event);
      this.graph.mergeNodeAttributes(dragged, { x, y });
      const node = this.model.nodes[Number(dragged)];
      node.x = x;
      node.y = -y;
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    const drop = () => (dragged = null);
    mouse.on("mouseup", drop);
    this.sigma.on("upNode", drop);
    this.sigma.on("upStage", drop);
  }

  pressed(event) {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const actions = {
      "+": () => this.zoom(1 / 1.5), "=": () => this.zoom(1 / 1.5), "-": () => this.zoom(1.5), "0": () => this.fit(),
      Escape: () => this.select(null),
      Enter: () => this.entered(),
    };
    if (steps[event.key]) this.step(steps[event.key], event.shiftKey);
    else if (actions[event.key]) actions[event.key]();
    else return;
    event.preventDefault();
  }

  entered() {
    if (this.mode === "overview" && this.hovered) this.openCommunity(Number(this.hovered.slice(1)));
    else if (this.selected !== null) this.select(this.selected, null, { focus: true });
  }

  step([x, y], pan) {
    const camera = this.sigma.getCamera();
    if (pan) {
      camera.animate({ x: camera.x + 0.12 * x * camera.ratio, y: camera.y - 0.12 * y * camera.ratio }, { duration: this.pace(100) });
      return;
    }
    const from = this.mode === "overview" ? this.hovered : this.selected === null ? null : String(this.selected);
    const next = nearest(this.sigma, this.graph, from, x, y);
    if (next === null) return;
    if (this.mode === "overview") {
      this.hover(next);
      announce(this.graph.getNodeAttribute(next, "label"));
    } else {
      this.select(Number(next));
    }
  }
}
