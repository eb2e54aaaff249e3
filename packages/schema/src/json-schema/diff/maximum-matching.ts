/**
 * A matching of as many pairs as can be in a bipartite graph (Hopcroft and Karp). `edges[left]` are the right ends that
 * `left` may take; the result has, per left, the right end it got, or −1.
 */
export function maximumMatching(edges: readonly (readonly number[])[], rightCount: number): number[] {
  const ofLeft = Array.from(edges, () => -1);
  const ofRight = Array.from({ length: rightCount }, () => -1);
  for (let layers = layered(edges, ofLeft, ofRight); layers !== undefined; layers = layered(edges, ofLeft, ofRight)) {
    for (let left = 0; left < edges.length; left++) {
      if (ofLeft[left] === -1) augment(left, edges, layers, ofLeft, ofRight);
    }
  }
  return ofLeft;
}

/** How far each left end is from a free one along alternating paths; undefined when no path ends at a free right end. */
function layered(edges: readonly (readonly number[])[], ofLeft: readonly number[], ofRight: readonly number[]): number[] | undefined {
  const layers = ofLeft.map((right) => (right === -1 ? 0 : Infinity));
  const queue = layers.flatMap((layer, left) => (layer === 0 ? [left] : []));
  let reachesFree = false;
  for (let next = 0; next < queue.length; next++) {
    const left = queue[next] as number;
    for (const right of edges[left] ?? []) {
      const partner = ofRight[right] as number;
      if (partner === -1) reachesFree = true;
      else if (layers[partner] === Infinity) {
        layers[partner] = (layers[left] as number) + 1;
        queue.push(partner);
      }
    }
  }
  return reachesFree ? layers : undefined;
}

/** Walks one path down the layers and flips it; a loop with its own stack, since a path may pass every vertex. */
function augment(start: number, edges: readonly (readonly number[])[], layers: number[], ofLeft: number[], ofRight: number[]): void {
  const path: { left: number; tried: number }[] = [{ left: start, tried: -1 }];
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const ends = edges[step.left] ?? [];
    const right = ends[++step.tried];
    if (right === undefined) {
      layers[step.left] = Infinity;
      path.pop();
      continue;
    }
    const partner = ofRight[right] as number;
    if (partner === -1) {
      for (const { left, tried } of path) {
        const end = edges[left]?.[tried] as number;
        ofLeft[left] = end;
        ofRight[end] = left;
      }
      return;
    }
    if (layers[partner] === (layers[step.left] as number) + 1) path.push({ left: partner, tried: -1 });
  }
}
