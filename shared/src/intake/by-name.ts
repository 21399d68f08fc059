import { fold, sameWords } from '../cafe/index.ts';

/** Whoever has a name: those written just so, else those who may be typed so. */
export class ByName<One> {
  readonly #written = new Map<string, One[]>();
  readonly #typed = new Map<string, One[]>();

  add(name: string, one: One): void {
    push(this.#written, sameWords(name), one);
    push(this.#typed, fold(name), one);
  }

  of(name: string): readonly One[] {
    return this.#written.get(sameWords(name)) ?? this.#typed.get(fold(name)) ?? [];
  }
}

function push<One>(map: Map<string, One[]>, key: string, one: One): void {
  const all = map.get(key);
  if (all === undefined) map.set(key, [one]);
  else all.push(one);
}
