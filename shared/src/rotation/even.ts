/** The most even loads of tables with `caps` seats each, by table: the lowest table takes the next. */
export function evenLoads(caps: readonly number[], people: number): number[] {
  let level = 0;
  let seated = 0;
  for (;;) {
    const open = caps.filter((cap) => cap > level).length;
    if (open === 0 || seated + open > people) break;
    seated += open;
    level += 1;
  }
  let left = people - seated;
  return caps.map((cap) => {
    if (cap <= level || left === 0) return Math.min(cap, level);
    left -= 1;
    return level + 1;
  });
}

/** Loads after `free` people took, one by one, the seat at the lowest table with a chair. */
export function filledUp(base: Int32Array, cap: Int32Array, free: number): number[] {
  let level = 0;
  let left = free;
  for (;;) {
    let rising = 0;
    let isFull = true;
    for (let table = 0; table < base.length; table += 1) {
      if (cap[table]! <= level) continue;
      isFull = false;
      if (base[table]! <= level) rising += 1;
    }
    if (isFull || rising > left) break;
    left -= rising;
    level += 1;
  }
  return Array.from(base, (load, table) => {
    if (load > level) return load;
    const filled = Math.min(level, cap[table]!);
    if (left === 0 || cap[table]! <= level) return Math.max(load, filled);
    left -= 1;
    return filled + 1;
  });
}

/** How many pairs there are among `n`. */
export function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}
