import * as v from 'valibot';

// NUL cuts text in the store, lone surrogates cannot be encoded: neither may enter.
const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a text can be stored and sent exactly as it is. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

/** One line or paragraph a person typed: trimmed, not empty, at most `max` characters, storable. */
export function cleanText(max: number) {
  return v.pipe(
    v.string(),
    v.check(isStorable, 'unreadable'),
    v.trim(),
    v.minLength(1, 'empty'),
    v.maxLength(max, 'long'),
  );
}

/** As `cleanText`, but may be empty. */
export function optionalText(max: number) {
  return v.pipe(v.string(), v.check(isStorable, 'unreadable'), v.trim(), v.maxLength(max, 'long'));
}
