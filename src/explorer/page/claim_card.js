// One claim: who says it, on whose word, in which characters of which document.

import { h, name } from "./dom.js";
import { written } from "./model.js";

// A text of which stretches stand out: spans are [first, end, class], counted in characters from `start` of the text.
export function marked(text, start, spans) {
  const characters = Array.from(text);
  const edges = [...new Set([0, characters.length, ...spans.flatMap(([from, to]) => [from - start, to - start])])]
    .filter((edge) => edge >= 0 && edge <= characters.length).sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < edges.length; ++i) {
    const piece = characters.slice(edges[i], edges[i + 1]).join("");
    const classes = spans.filter(([from, to]) => from - start <= edges[i] && to - start >= edges[i + 1]).map(([, , kind]) => kind);
    if (classes.length === 0) pieces.push(piece);
    else pieces.push(h(classes.includes("evidence") ? "mark" : "span", { class: [...new Set(classes)].join(" ") }, piece));
  }
  return pieces;
}

// The words of a quote, in the text around them where the page has it.
function quoteBlock(quotes, more, passages) {
  const spans = [
    ...quotes.map((quote) => [quote.start, quote.end, "evidence"]),
    ...quotes.flatMap((quote) => (quote.marked ?? []).map(([from, to]) => [from, to, "player"])),
    ...more,
  ];
  const around = passages.filter(([start, text]) => quotes.some((quote) => quote.start >= start && quote.end <= start + Array.from(text).length));
  if (around.length === 0)
    return quotes.map((quote) => h("blockquote", { dir: "auto" }, marked(quote.text, quote.start, spans), place(quote)));
  return around.map(([start, text]) => h("blockquote", { dir: "auto", class: "passage" },
    start > 0 ? h("span", { class: "cut" }, "… ") : null, marked(text, start, spans),
    place(...quotes.filter((quote) => quote.start >= start && quote.end <= start + Array.from(text).length))));
}

const place = (...quotes) => h("span", { class: "place" }, ` ${quotes.map((quote) => `${quote.start}–${quote.end}`).join(", ")}`);

function chain(claim, link) {
  if (claim.chain.length === 0) return h("p", { class: "hop" }, h("span", { class: "hop-word" }, "The document itself says so"));
  return h("ol", { class: "chain" }, claim.chain.map((hop, index) => h("li", { class: "hop" },
    h("span", { class: "hop-word" }, index === 0 ? "says" : "citing"),
    hop.node === undefined ? h("strong", {}, name(hop.label)) : link(hop.node),
    hop.quotes.map((quote) => h("q", { dir: "auto" }, quote.text)))));
}

function documentLine(document) {
  const carried = document.wire && document.wire !== document.publisher ? [", carrying ", name(document.wire)] : null;
  return h("p", { class: "document" },
    h("strong", {}, name(document.title || document.path || document.id)),
    h("span", { class: "document-of" }, document.publisher ? name(document.publisher) : "publisher not known", carried,
      document.published ? `, ${written(document.published)}` : "", document.path ? [" · ", h("code", {}, name(document.path))] : null));
}

export function claimCard({ claim, number, model, link }) {
  const document = model.documents[claim.document];
  const hops = claim.chain.flatMap((hop) => hop.quotes.map((quote) => [quote.start, quote.end, "speaker"]));
  const apart = claim.players.filter((player) => player.words && player.apart);
  return h("article", { class: "claim", tabindex: "-1", "data-claim": claim.id, "aria-label": `Claim ${number}` },
    h("p", { class: "claim-number" }, `Claim ${number}`),
    documentLine(document),
    chain(claim, link),
    quoteBlock(claim.quotes, hops, model.passages(document)),
    apart.length ? h("p", { class: "apart" }, "Named elsewhere in the text: ", apart.map((player, index) =>
      [index ? "; " : "", `${player.role} `, h("q", { dir: "auto" }, player.words.text), player.how ? ` (${player.how})` : ""])) : null,
    h("p", { class: "reading" }, `Read as ${claim.status}`, claim.time ? [", time “", name(claim.time), "”"] : null,
      claim.quantity ? [", quantity “", name(claim.quantity), "”"] : null, claim.frame ? [", by the frame “", name(claim.frame), "”"] : null, "."));
}
