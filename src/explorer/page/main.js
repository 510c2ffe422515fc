// Starts the page: one selection, one set of filters, several views of them.

import { Console, hasConsole } from "./console.js";
import { counted, h, name, replace } from "./dom.js";
import { EventTable } from "./event_table.js";
import { FilterPanel } from "./filter_panel.js";
import { Filters } from "./filters.js";
import { GraphView } from "./graph_view.js";
import { Matrix } from "./matrix.js";
import { Model } from "./model.js";
import { Reader } from "./reader.js";
import { searchBox } from "./search.js";
import { Timeline } from "./timeline.js";

const byId = (id) => document.getElementById(id);

class Page {
  constructor(model) {
    this.model = model;
    this.filters = new Filters(model);
    const { filters } = this;
    const open = (index, part, options) => this.select(index, part, options);
    const showEvents = (title, events) => this.showEvents(title, events);
    this.graph = new GraphView({ container: byId("view-graph"), model, filters, select: open });
    const panel = new FilterPanel(byId("filters"), model, filters);
    this.reader = new Reader({ container: byId("reader"), model, filters, open, close: () => this.close(), graph: this.graph, clearFilters: () => panel.clearAll() });
    this.reader.toGraph = () => this.enter("graph");
    const table = new EventTable({ container: byId("view-table"), model, filters, open });
    this.views = {
      graph: this.graph,
      table,
      timeline: new Timeline({ container: byId("view-timeline"), model, filters, open, showEvents }),
      matrix: new Matrix({ container: byId("view-matrix"), model, filters, showEvents, open }),
    };
    if (hasConsole()) this.views.console = new Console({ container: byId("view-console"), model, open });
    else document.querySelector('[data-view="console"]').remove();
    const entered = model.types.find((type) => type.entered && type.count);
    if (entered) document.querySelector('[data-view="table"]').textContent = `${entered.label[0].toLocaleUpperCase("en")}${entered.label.slice(1)}s`;
    replace(byId("search"), searchBox(model, { label: "Search", placeholder: "Search parties, things, events", filters, choose: (node) => this.select(node.index, null, { focus: true }) }));
    this.tabs();
    this.drawers();
    this.about();
    byId("skip").addEventListener("click", () => this.intoView());
    window.addEventListener("hashchange", () => this.follow());
  }

  tabs() {
    const tabs = [...document.querySelectorAll("[data-view]")];
    for (const tab of tabs) {
      tab.addEventListener("click", () => this.enter(tab.dataset.view));
      tab.addEventListener("keydown", (event) => {
        if (event.key === "ArrowDown") {
          event.preventDefault();
          this.intoView();
        }
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
        this.enter(next.dataset.view);
        next.focus();
      });
    }
  }

  intoView() {
    [...byId(`view-${this.view}`).querySelectorAll("button, input, select, [tabindex='0']")].find((part) => part.checkVisibility())?.focus();
  }

  enter(view) {
    const known = this.views[view] ? view : "graph";
    for (const [other, object] of Object.entries(this.views)) {
      const shown = other === known;
      byId(`view-${other}`).hidden = !shown;
      const tab = document.querySelector(`[data-view="${other}"]`);
      tab.setAttribute("aria-selected", String(shown));
      tab.tabIndex = shown ? 0 : -1;
      object.visible = shown;
    }
    this.view = known;
    this.views[known].enter();
    this.remember();
  }

  // What is to have the focus again when the reader is closed.
  keepOpener() {
    if (!document.activeElement.closest("#reader")) this.opener = document.activeElement;
  }

  close() {
    const { opener } = this;
    this.select(null);
    const again = opener?.isConnected ? opener : byId(`view-${this.view}`).querySelector(`[tabindex][data-event="${opener?.dataset.event}"]`);
    const back = again && again !== document.body && again.checkVisibility();
    (back ? again : document.querySelector("[data-view][aria-selected=true]")).focus();
  }

  select(index, part = null, { focus = false } = {}) {
    if (focus) this.keepOpener();
    this.selected = index;
    document.body.classList.toggle("with-reader", index !== null);
    byId("reader").hidden = index === null;
    if (index !== null) this.reader.show(index, part);
    if (index !== null && this.view === "graph") this.graph.reveal(index);
    this.graph.selectedIs(index);
    this.views.table.selectedIs(index);
    this.views.timeline.selectedIs(index);
    this.remember();
    if (index !== null && focus) this.reader.focus();
  }

  showEvents(title, events) {
    this.keepOpener();
    if (events.length === 1) {
      this.select(events[0].index, null, { focus: true });
      return;
    }
    document.body.classList.add("with-reader");
    byId("reader").hidden = false;
    this.reader.showEvents(title, events);
  }

  // The address says what is shown, so that it can be sent to somebody.
  remember() {
    const show = this.selected === null || this.selected === undefined ? "" : `&show=${encodeURIComponent(this.model.nodes[this.selected].id)}`;
    const hash = `#view=${this.view}${show}`;
    if (hash !== location.hash) history.replaceState(null, "", hash);
  }

  follow() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const index = this.model.byId.get(wanted.get("show") ?? "");
    this.enter(wanted.get("view") ?? "graph");
    this.select(index ?? null);
  }

  drawers() {
    const toggle = byId("toggle-filters");
    const narrow = window.matchMedia("(max-width: 60rem)");
    const set = (shown) => {
      document.body.classList.toggle("without-filters", !shown);
      toggle.setAttribute("aria-expanded", String(shown));
    };
    toggle.addEventListener("click", () => set(document.body.classList.contains("without-filters")));
    set(!narrow.matches);
    this.filters.listen(() => toggle.classList.toggle("active", this.filters.active > 0));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !byId("reader").hidden && !event.defaultPrevented && !event.target.closest("dialog")) {
        this.close();
      } else if (event.key === "/" && !event.target.closest("input, textarea, select")) {
        event.preventDefault();
        byId("search").querySelector("input").focus();
      }
    });
  }

  about() {
    const { made, events, players } = this.model;
    const dialog = byId("about");
    replace(byId("about-text"),
      h("p", {}, counted(made.documents, "document"), ", ", counted(events.length, "event"), ", ", counted(players.length, "party or thing", "parties and things"), "."),
      h("dl", {}, [["Made with", made.program], ["Language model", made.model || "none"], ["Domain pack", made.pack], ["Base of its names", made.base]]
        .map(([term, value]) => [h("dt", {}, term), h("dd", {}, name(value))])),
      h("p", {}, "Every event leads back to its words: choose it, and the reader shows who says so, on whose word, in which characters of which document. What is in this page was extracted by a program and may be wrong; the quotes are there to be checked."),
      h("p", {}, "This page loads nothing from anywhere and sends nothing anywhere."),
      h("details", {}, h("summary", {}, "Licences of what is built in"), h("pre", {}, byId("licences").textContent.trim())));
    byId("open-about").addEventListener("click", () => dialog.showModal());
    byId("close-about").addEventListener("click", () => dialog.close());
  }
}

try {
  const model = new Model();
  const page = new Page(model);
  page.follow();
  byId("loading").remove();
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
} catch (error) {
  const loading = byId("loading");
  loading.setAttribute("role", "alert");
  loading.textContent = `The page cannot be shown: ${error.message}`;
  throw error;
}
