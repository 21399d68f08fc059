/** Addition and multiplication of a finite field; elements are the numbers from 0 to order − 1. */
export interface Field {
  readonly order: number;
  plus(a: number, b: number): number;
  times(a: number, b: number): number;
}

/**
 * The field of this order, or null where there is none: only prime powers have one. An element's
 * digits in base p are the coefficients of a polynomial, reduced by an irreducible one.
 */
export function fieldOf(order: number): Field | null {
  const power = primePower(order);
  if (power === null) return null;
  const { prime, exponent } = power;
  if (exponent === 1) {
    return { order, plus: (a, b) => (a + b) % order, times: (a, b) => (a * b) % order };
  }
  const modulus = irreducible(prime, exponent);
  const sums = prime === 2 ? null : sumsOf(order, prime);
  return {
    order,
    plus: sums === null ? (a, b) => a ^ b : (a, b) => sums[a * order + b]!,
    times: (a, b) => reduced(product(a, b, prime), modulus, prime),
  };
}

/** A number as a power of a prime, or null. */
export function primePower(n: number): { prime: number; exponent: number } | null {
  let prime = 2;
  while (prime * prime <= n && n % prime !== 0) prime += 1;
  if (prime * prime > n) prime = n;
  let exponent = 0;
  let rest = n;
  while (prime > 1 && rest % prime === 0) {
    rest /= prime;
    exponent += 1;
  }
  return n > 1 && rest === 1 ? { prime, exponent } : null;
}

/** All sums at `a * order + b`: digit by digit, those before the last as of smaller elements. */
function sumsOf(order: number, prime: number): Uint16Array {
  const sums = new Uint16Array(order * order);
  for (let a = 0; a < order; a += 1) {
    const before = Math.floor(a / prime) * order;
    for (let b = 0; b < order; b += 1) {
      sums[a * order + b] = ((a + b) % prime) + prime * sums[before + Math.floor(b / prime)]!;
    }
  }
  return sums;
}

function plus(a: number, b: number, prime: number): number {
  let sum = 0;
  let place = 1;
  for (let x = a, y = b; x > 0 || y > 0; x = Math.floor(x / prime), y = Math.floor(y / prime)) {
    sum += (((x % prime) + (y % prime)) % prime) * place;
    place *= prime;
  }
  return sum;
}

/** The product of two polynomials, not reduced. */
function product(a: number, b: number, prime: number): number {
  let sum = 0;
  let shifted = a;
  for (let y = b; y > 0; y = Math.floor(y / prime)) {
    for (let i = 0; i < y % prime; i += 1) sum = plus(sum, shifted, prime);
    shifted *= prime;
  }
  return sum;
}

/** The remainder of a division by a polynomial whose first coefficient is 1. */
function reduced(value: number, modulus: number, prime: number): number {
  const degree = degreeOf(modulus, prime);
  let rest = value;
  for (let d = degreeOf(rest, prime); d >= degree; d = degreeOf(rest, prime)) {
    const shift = prime ** (d - degree);
    const lead = Math.floor(rest / prime ** d);
    // Taking it away is adding it as often as brings the first coefficient to nothing.
    for (let i = lead; i < prime; i += 1) rest = plus(rest, modulus * shift, prime);
  }
  return rest;
}

function degreeOf(value: number, prime: number): number {
  let degree = -1;
  for (let rest = value; rest > 0; rest = Math.floor(rest / prime)) degree += 1;
  return degree;
}

/** The first polynomial of this degree, with 1 as its first coefficient, that has no divisor. */
function irreducible(prime: number, degree: number): number {
  for (let candidate = prime ** degree; ; candidate += 1) {
    let hasDivisor = false;
    // A divisor has a divisor of at most half the degree.
    const most = prime ** (Math.floor(degree / 2) + 1);
    for (let divisor = prime; divisor < most && !hasDivisor; divisor += 1) {
      const lead = divisor / prime ** degreeOf(divisor, prime);
      const isMonic = lead >= 1 && lead < 2;
      hasDivisor = isMonic && reduced(candidate, divisor, prime) === 0;
    }
    if (!hasDivisor) return candidate;
  }
}
