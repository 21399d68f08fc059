/** An abelian group of remainders; elements are the numbers from 0 to order − 1. */
export interface Group {
  readonly order: number;
  plus(a: number, b: number): number;
  minus(a: number, b: number): number;
}

/** The groups of an order that are worth trying: cyclic, and with a factor 2 or 3 split off. */
export function groupsOf(order: number): Group[] {
  const split = [2, 3].flatMap((p) => (order % (p * p) === 0 ? [pairs(p, order / p)] : []));
  // Cyclic groups of even order allow fewer rows.
  return order % 2 === 0 ? [...split, cyclic(order)] : [cyclic(order), ...split];
}

function cyclic(order: number): Group {
  return {
    order,
    plus: (a, b) => (a + b < order ? a + b : a + b - order),
    minus: (a, b) => (a >= b ? a - b : a - b + order),
  };
}

/** Pairs of remainders: the element a is a mod p and ⌊a / p⌋. */
function pairs(p: number, q: number): Group {
  const by = (a: number, b: number, sign: 1 | -1): number =>
    ((a + sign * (b % p) + p) % p) + p * ((Math.floor(a / p) + sign * Math.floor(b / p) + q) % q);
  return { order: p * q, plus: (a, b) => by(a, b, 1), minus: (a, b) => by(a, b, -1) };
}
