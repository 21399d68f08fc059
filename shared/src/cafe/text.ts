import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { tidyName } from './tidy-name.ts';

// NUL cuts text in the store, lone surrogates cannot be encoded: neither may enter.
const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a text can be stored and sent exactly as it is. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

/** What a person, a team, a café or a step is called: as `tidyName` has it, not empty, storable. */
export function nameText(max: number) {
  return v.pipe(
    v.string(),
    v.check(isStorable, 'unreadable'),
    v.transform((typed) => (typed.length > LIMITS.typedNameCharsMax ? typed : tidyName(typed))),
    v.minLength(1, 'empty'),
    v.maxLength(max, 'long'),
  );
}

/** One line or paragraph a person typed: trimmed, at most `max` characters, storable; may be empty. */
export function optionalText(max: number) {
  return v.pipe(v.string(), v.check(isStorable, 'unreadable'), v.trim(), v.maxLength(max, 'long'));
}
