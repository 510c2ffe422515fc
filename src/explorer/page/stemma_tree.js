// The family tree of the reports of one event: origins, those who speak for them, the documents that carry it.

import { h, name } from "./dom.js";
import { written } from "./model.js";

export function stemmaTree(evidence, model, jump) {
  let number = 0;
  const branch = (claim) => {
    const document = model.documents[claim.document];
    number += 1;
    const speakers = claim.chain.map((hop) => hop.label).reverse();
    return h("li", {},
      h("button", { type: "button", class: "leaf", onclick: () => jump(claim) },
        speakers.length ? [h("span", { class: "leaf-speakers" }, speakers.map((speaker, index) => [index ? " → " : "", name(speaker)])), " → "] : null,
        h("span", { class: "leaf-document" }, name(document.publisher || document.path)),
        h("span", { class: "leaf-note" }, [` ${number}`, document.published ? `, ${written(document.published)}` : ""])));
  };
  return h("ul", { class: "stemma" }, evidence.told.map((origin) => h("li", { class: origin.denies ? "denies" : "" },
    h("span", { class: "root" }, name(origin.label || "unnamed origin"), origin.denies ? " denies it" : ""),
    h("ul", {}, origin.claims.map(branch)))));
}
