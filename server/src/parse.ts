import { LIMITS, type Refusal } from '@tablecloth/shared/cafe';
import * as v from 'valibot';

export type Parsed<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Reads what came from outside by its schema. Never throws. */
export function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Parsed<v.InferOutput<Schema>> {
  const { success, output, issues } = v.safeParse(schema, input, { abortEarly: true });
  if (success) return { ok: true, value: output };
  return { ok: false, refusal: refusalOf(issues[0]) };
}

/** Names and notes are what people type, so these get sentences of their own; of all else a program hears where. */
function refusalOf(issue: v.BaseIssue<unknown>): Refusal {
  const where = v.getDotPath(issue)?.slice(0, LIMITS.mistakePathCharsMax);
  const unread: Refusal = { code: 'not understood', ...(where === undefined ? {} : { where }) };
  const field = issue.path?.at(-1)?.key;
  if (field === 'text' && issue.message === 'long') return { code: 'too large' };
  if (field !== 'name') return unread;
  switch (issue.message) {
    case 'empty':
      return { code: 'name empty' };
    case 'long':
      return { code: 'name long' };
    case 'unreadable':
      return { code: 'name unreadable' };
    default:
      return unread;
  }
}
