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

/** How many pairs there are among `n`. */
export function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}
