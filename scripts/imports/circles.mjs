/** Files that need one another in a circle: none of them can be read, tested or moved alone. */
import { posix } from 'node:path';

/**
 * Every group of files of which each is reached from each by what they need, types included; none
 * when all is well. What is named but is no file of the project is passed over.
 * @param {ReadonlyMap<string, readonly string[]>} needs What each file needs as it is written there, by
 *   the file's path from the project with slashes.
 * @returns {string[][]}
 */
export function circlesIn(needs) {
  /** @type {string[][]} */
  const circles = [];
  /** @type {Map<string, { index: number, lowest: number, isOpen: boolean }>} */
  const marks = new Map();
  /** @type {string[]} */
  const open = [];

  // Tarjan’s way to strongly connected components: whatever reaches back to an open file is one with it.
  /** @param {string} path */
  function visit(path) {
    const mark = { index: marks.size, lowest: marks.size, isOpen: true };
    marks.set(path, mark);
    open.push(path);
    for (const name of needs.get(path) ?? []) {
      const other = name.startsWith('.') ? posix.join(posix.dirname(path), name) : name;
      if (!needs.has(other)) continue;
      const seen = marks.get(other) ?? visit(other);
      if (seen.isOpen) mark.lowest = Math.min(mark.lowest, seen.lowest);
    }
    if (mark.lowest < mark.index) return mark;
    const group = open.splice(open.indexOf(path));
    for (const file of group) {
      const its = marks.get(file);
      if (its !== undefined) its.isOpen = false;
    }
    if (group.length > 1) circles.push(group.sort());
    return mark;
  }

  for (const path of needs.keys()) if (!marks.has(path)) visit(path);
  return circles;
}
