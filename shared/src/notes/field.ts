import type { CardField } from './card.ts';

/** What single values may stand in a card's fields and in strokes. */

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const KIND_CHARS_MAX = 40;
const PHOTO_CHARS_MAX = 200;
const STROKE_DEPTH_MAX = 4;

export function isCardId(text: string): boolean {
  return UUID7.test(text);
}

/** No NUL (SQLite cuts text there) and no half of a surrogate pair. */
export function isPlainText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

const FIELD_RULES: Record<CardField, (value: unknown) => boolean> = {
  kind: (value) => isShort(value, KIND_CHARS_MAX),
  order: (value) => Number.isFinite(value),
  removed: (value) => typeof value === 'boolean',
  buildsOn: isLink,
  mergedInto: isLink,
  photo: (value) => isShort(value, PHOTO_CHARS_MAX),
};

export function isCardField(key: string): key is CardField {
  return Object.hasOwn(FIELD_RULES, key);
}

export function fitsField(field: CardField, value: unknown): boolean {
  return FIELD_RULES[field](value);
}

/** A stroke is plain JSON: finite numbers, plain strings, flags, and few levels of lists and objects. */
export function isStroke(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return isPlainText(value);
  if (typeof value !== 'object' || depth === STROKE_DEPTH_MAX) return false;
  if (Array.isArray(value)) return value.every((one) => isStroke(one, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(([key, one]) => isPlainText(key) && isStroke(one, depth + 1));
}

function isLink(value: unknown): boolean {
  return typeof value === 'string' && isCardId(value);
}

function isShort(value: unknown, charsMax: number): boolean {
  return typeof value === 'string' && value.length <= charsMax && isPlainText(value);
}
