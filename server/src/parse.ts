import type { Refusal } from '@tablecloth/shared/cafe';
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

/** A name is what people mistype, so it gets a sentence of its own. */
function refusalOf(issue: v.BaseIssue<unknown>): Refusal {
  const field = issue.path?.at(-1)?.key;
  if (field !== 'name') return { code: 'not understood' };
  switch (issue.message) {
    case 'empty':
      return { code: 'name empty' };
    case 'long':
      return { code: 'name long' };
    case 'unreadable':
      return { code: 'name unreadable' };
    default:
      return { code: 'not understood' };
  }
}

/** All that is wrong with a long document, each with its place, as a person can look it up. */
export function mistakesOf(issues: readonly v.BaseIssue<unknown>[]): string[] {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'The café'}: ${sentenceOf(issue)}`);
}

function sentenceOf({ message, received }: v.BaseIssue<unknown>): string {
  switch (message) {
    case 'empty':
      return 'this must not be empty.';
    case 'long':
      return 'this is too long.';
    case 'unreadable':
      return 'this has signs that cannot be stored.';
    default:
      return received === 'undefined' ? 'this is missing.' : `${message.toLowerCase()}.`;
  }
}
