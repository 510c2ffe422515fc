// A field that finds nodes by words: a combobox with a list below it.

import { h, name, replace } from "./dom.js";
import { nodeMark } from "./mark.js";

let boxes = 0;

export function searchBox(model, { label, placeholder, filters, choose }) {
  const id = `search-${(boxes += 1)}`;
  let found = [], active = -1;
  const list = h("ul", { class: "found", role: "listbox", id: `${id}-list`, "aria-label": label, hidden: true });
  const input = h("input", {
    type: "search", id, placeholder, autocomplete: "off", spellcheck: "false", role: "combobox", "aria-label": label,
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`,
    oninput: () => look(), onfocus: () => look(), onkeydown: (event) => pressed(event), onblur: () => setTimeout(close, 150),
  });

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function take(node) {
    input.value = "";
    close();
    choose(node);
  }
  function look() {
    found = model.search(input.value, 12);
    active = found.length ? 0 : -1;
    replace(list, input.value.trim() && found.length === 0 ? h("li", { class: "none", role: "option", "aria-disabled": "true" }, "Nothing has these words") : null,
      found.map((node, index) => h("li", { role: "option", id: `${id}-${index}`, onmousedown: (event) => { event.preventDefault(); take(node); } },
        nodeMark(model, node), h("span", { class: "found-label" }, name(node.label)),
        h("span", { class: "found-type" }, node.isEvent ? model.types[node.type].label : node.type || node.kind,
          filters.shown[node.index] ? null : ", filtered out"))));
    list.hidden = input.value.trim() === "";
    input.setAttribute("aria-expanded", String(!list.hidden));
    point();
  }
  function point() {
    [...list.children].forEach((child, index) => child.setAttribute("aria-selected", String(index === active)));
    if (active >= 0) input.setAttribute("aria-activedescendant", `${id}-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }
  function pressed(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      active = found.length ? (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length : -1;
      point();
    } else if (event.key === "Enter" && found[active]) {
      take(found[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      close();
      event.stopPropagation();
      return;
    } else {
      return;
    }
    event.preventDefault();
  }
  return h("div", { class: "search" }, input, list);
}
