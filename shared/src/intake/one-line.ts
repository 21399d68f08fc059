import { tidyName } from '../cafe/index.ts';

/** A field as names are kept, without a formula's apostrophe. */
export function oneLine(field: string): string {
  return tidyName(field.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u, ''));
}
