/**
 * What may be bound to a statement. libsql 0.5 ends the whole process, past any catch, on a bound
 * boolean; it binds NaN as NULL and cuts text at NUL without a word. So nothing reaches it that is
 * not on this list.
 */
export type Bindable = null | number | string | Uint8Array;

/** Any lone surrogate: UTF-8 cannot hold it, so it would come back as another character. */
const loneSurrogate = /\p{Surrogate}/u;

/**
 * The value as the driver may see it: booleans become 0 and 1.
 * @throws TypeError naming what was wrong, never quoting the value (it may be somebody's words).
 */
export function bindable(value: unknown): Bindable {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return boundNumber(value);
  if (typeof value === 'string') return boundText(value);
  if (value instanceof Uint8Array) return value;
  const kind = typeof value === 'object' ? value.constructor?.name : typeof value;
  throw new TypeError(`The store cannot hold a value of type ${kind ?? 'object'}`);
}

function boundNumber(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError('The store cannot hold a number without end');
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new TypeError('The store cannot hold an integer beyond 2^53 - 1');
  }
  return value;
}

function boundText(value: string): string {
  if (value.includes('\0')) throw new TypeError('The store cannot hold text with a NUL in it');
  if (loneSurrogate.test(value)) {
    throw new TypeError('The store cannot hold text with half a surrogate pair in it');
  }
  return value;
}
