// From node to node by keys, and from one to another along the links.

// The nearest drawn node in a direction (screen's: y grows downwards); without a start the one in the middle.
export function nearest(sigma, graph, from, x, y) {
  const { width, height } = sigma.getDimensions();
  const at = (key) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(key));
  const start = from !== null && graph.hasNode(from) ? at(from) : { x: width / 2, y: height / 2 };
  let best = null, least = Infinity;
  graph.forEachNode((key) => {
    const data = sigma.getNodeDisplayData(key);
    if (key === from || !data || data.hidden) return;
    const place = at(key);
    const dx = place.x - start.x, dy = place.y - start.y;
    const along = dx * x + dy * y, across = Math.abs(dx * y) + Math.abs(dy * x);
    if (from !== null && along <= 0) return;
    const cost = from === null ? Math.hypot(dx, dy) : along + 2 * across;
    if (cost < least) {
      least = cost;
      best = key;
    }
  });
  return best;
}

// The way with the fewest steps over what the filters show: { nodes, parts }, or null.
export function findPath(model, filters, from, to) {
  const before = new Map([[from, null]]);
  let front = [from];
  while (front.length > 0 && !before.has(to)) {
    const next = [];
    for (const index of front)
      for (const part of model.nodes[index].links) {
        const other = part.event === index ? part.node : part.event;
        if (before.has(other) || filters.shown[part.event] === 0 || filters.shown[other] === 0) continue;
        before.set(other, { index, part });
        next.push(other);
      }
    front = next;
  }
  if (!before.has(to)) return null;
  const path = { nodes: [to], parts: [] };
  for (let step = before.get(to); step; step = before.get(step.index)) {
    path.nodes.unshift(step.index);
    path.parts.unshift(step.part);
  }
  return path;
}
