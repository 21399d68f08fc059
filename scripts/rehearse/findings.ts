const EXAMPLES_MAX = 5;

const SENTENCES = {
  'not joined': 'could not join',
  'not seated': 'joined but were never given a seat',
  'wrong table': 'were shown another table than the facilitator sees for them',
  'repeated table': 'visited a table twice',
  'pick not kept': 'tables that were picked became others',
  'too many at a table': 'tables have more people than chairs',
  'word missing': 'words are missing from the notes',
  'word in a wrong place': 'words stand in a place where they were not written',
  'deleted word': 'deleted words are still in the notes',
  'bell rung twice': 'bells rang twice',
  'note refused': 'notes were refused',
  'command refused': 'commands were refused',
  'not saved': 'entries were never acknowledged',
  'cut off': 'phones were cut off',
  'not deleted': 'tables of the database still hold rows of the deleted café',
} as const;

export type FindingKind = keyof typeof SENTENCES;

export interface Finding {
  kind: FindingKind;
  count: number;
  sentence: string;
  examples: string[];
}

/** What went missing or wrong, counted by kind, with a few examples of each. */
export class Findings {
  readonly #found = new Map<FindingKind, { seen: Set<string>; examples: string[] }>();

  /** The same example again is not counted again. */
  add(kind: FindingKind, example: string): void {
    const found = this.#found.get(kind) ?? { seen: new Set(), examples: [] };
    this.#found.set(kind, found);
    if (found.seen.has(example)) return;
    found.seen.add(example);
    if (found.examples.length < EXAMPLES_MAX) found.examples.push(example);
  }

  count(kind: FindingKind): number {
    return this.#found.get(kind)?.seen.size ?? 0;
  }

  get list(): Finding[] {
    return [...this.#found].map(([kind, { seen, examples }]) => ({
      kind,
      count: seen.size,
      sentence: `${String(seen.size)} ${SENTENCES[kind]}: ${examples.join('; ')}${seen.size > examples.length ? ' …' : ''}`,
      examples,
    }));
  }
}
