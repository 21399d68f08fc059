import { fieldOf, type Field } from './field.ts';

/** Fields side by side: an element has a component in each, and sums and products go by component. */
export interface Ring {
  readonly order: number;
  plus(a: number, b: number): number;
  times(a: number, b: number): number;
  /**
   * Elements that differ in every component, so that a product of such a difference with anything
   * but nought is not nought: as many as the smallest of the fields has elements.
   */
  readonly points: readonly number[];
}

/** The ring of this order whose fields are as large as can be: a field itself for prime powers. */
export function ringOf(order: number): Ring {
  const fields = primePowers(order).map((power) => fieldOf(power)!);
  const least = Math.min(...fields.map((field) => field.order));
  const [only] = fields;
  if (fields.length === 1 && only !== undefined) {
    return { ...only, points: Array.from({ length: least }, (_, i) => i) };
  }
  const each = (
    a: number,
    b: number,
    of: (field: Field, x: number, y: number) => number,
  ): number => {
    let result = 0;
    let place = 1;
    let x = a;
    let y = b;
    for (const field of fields) {
      result += of(field, x % field.order, y % field.order) * place;
      place *= field.order;
      x = Math.floor(x / field.order);
      y = Math.floor(y / field.order);
    }
    return result;
  };
  const diagonal = fields.reduce(
    (sum, field) => ({ one: sum.one + sum.place, place: sum.place * field.order }),
    {
      one: 0,
      place: 1,
    },
  ).one;
  return {
    order,
    plus: (a, b) => each(a, b, (field, x, y) => field.plus(x, y)),
    times: (a, b) => each(a, b, (field, x, y) => field.times(x, y)),
    points: Array.from({ length: least }, (_, i) => i * diagonal),
  };
}

/** The powers of different primes whose product is `n`, for n from 2. */
function primePowers(n: number): number[] {
  const powers: number[] = [];
  let rest = n;
  for (let prime = 2; rest > 1; prime += 1) {
    if (prime * prime > rest) prime = rest;
    let power = 1;
    for (; rest % prime === 0; rest /= prime) power *= prime;
    if (power > 1) powers.push(power);
  }
  return powers;
}
