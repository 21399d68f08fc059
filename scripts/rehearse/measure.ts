/** Milliseconds of many observations. */
export interface Spread {
  p50: number | null;
  p99: number | null;
  count: number;
}

export class Samples {
  readonly #values: number[] = [];

  add(ms: number): void {
    this.#values.push(ms);
  }

  get spread(): Spread {
    const sorted = this.#values.toSorted((a, b) => a - b);
    const at = (share: number) => {
      const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
      return value === undefined ? null : Math.round(value);
    };
    return { p50: at(0.5), p99: at(0.99), count: sorted.length };
  }
}

/** How long an edit takes to another phone at the table, by how far its writer's replica had come. */
export class EditLatency {
  readonly samples = new Samples();
  readonly #sentAt = new Map<number, { to: number; at: number }[]>();

  sent(client: number, to: number, at: number): void {
    const edits = this.#sentAt.get(client) ?? [];
    this.#sentAt.set(client, edits);
    if (edits.at(-1)?.to !== to) edits.push({ to, at });
  }

  heard(news: Map<number, [number, number]>, at: number): void {
    for (const [client, [from, to]] of news) {
      for (const edit of this.#sentAt.get(client) ?? []) {
        if (edit.to > from && edit.to <= to) this.samples.add(at - edit.at);
      }
    }
  }
}
