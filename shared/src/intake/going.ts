import type { Draft } from './people-list.ts';

/** What a line of a list is called among people who have an id. */
export function lineKey(line: number): string {
  return `line ${String(line)}`;
}

/** Somebody of a list beside those who are there already. */
export function goingAs({ span, person: { fixedAt, goesWith } }: Draft) {
  const partner =
    goesWith === null ? null : 'id' in goesWith ? goesWith.id : lineKey(goesWith.line);
  return { id: lineKey(span.from), fixedAt, goesWith: partner };
}
