/** An edge between one of the left and one of the right. */
export type Edge = readonly [left: number, right: number];

/**
 * Colours the edges of a bipartite graph with so many colours that no two edges that meet have the
 * same. Kőnig: as many colours suffice as edges meet anywhere. Edge by edge, a colour free at both
 * ends is taken; where there is none, the two colours that are free at one end each are swapped
 * along the path that alternates between them.
 *
 * @returns the colour by edge, from 0
 */
export function colouring(edges: readonly Edge[], colours: number): number[] {
  /** The edge at `node * colours + colour`, or −1. */
  const at = { left: edgeTable(edges, 0, colours), right: edgeTable(edges, 1, colours) };
  const result = edges.map(() => -1);
  for (const [edge, [left, right]] of edges.entries()) {
    const here = freeAt(at.left, left, colours);
    const there = freeAt(at.right, right, colours);
    if (here !== there) swapAlong(right, here, there);
    paint(edge, here);
  }
  return result;

  function paint(edge: number, colour: number): void {
    const [left, right] = edges[edge]!;
    result[edge] = colour;
    at.left[left * colours + colour] = edge;
    at.right[right * colours + colour] = edge;
  }

  /** Frees `colour` at the right node by swapping it with `other` along their path from there. */
  function swapAlong(right: number, colour: number, other: number): void {
    const path: number[] = [];
    let node = right;
    let isRight = true;
    for (let wanted = colour; ; wanted = wanted === colour ? other : colour) {
      const edge = (isRight ? at.right : at.left)[node * colours + wanted]!;
      if (edge < 0) break;
      path.push(edge);
      node = edges[edge]![isRight ? 0 : 1];
      isRight = !isRight;
    }
    for (const edge of path) {
      const [l, r] = edges[edge]!;
      at.left[l * colours + result[edge]!] = -1;
      at.right[r * colours + result[edge]!] = -1;
    }
    for (const edge of path) paint(edge, result[edge] === colour ? other : colour);
  }
}

function edgeTable(edges: readonly Edge[], end: 0 | 1, colours: number): Int32Array {
  let nodes = 0;
  for (const edge of edges) nodes = Math.max(nodes, edge[end] + 1);
  return new Int32Array(nodes * colours).fill(-1);
}

function freeAt(table: Int32Array, node: number, colours: number): number {
  for (let colour = 0; colour < colours; colour += 1) {
    if (table[node * colours + colour]! < 0) return colour;
  }
  throw new Error(`more than ${colours} edges meet at ${node}`);
}
