/** What does not fit in a café's JSON, as plain sentences that name the place. */
import type * as v from 'valibot';

// What the parts of lists are called; they are counted from 1, as people count.
const parts: Readonly<Record<string, string>> = {
  tables: 'Table',
  teams: 'Team',
  programme: 'Step',
  beats: 'part',
  people: 'Person',
  pages: 'Page',
  cards: 'note',
  late: 'late addition',
  additions: 'addition',
};

const fields: Readonly<Record<string, string>> = {
  tables: 'list of tables',
  teams: 'list of teams',
  people: 'list of people',
  pages: 'list of pages',
  beats: 'list of parts',
  cards: 'list of notes',
  late: 'list of late additions',
  additions: 'list of additions',
  chairs: 'number of chairs',
  homeQuestion: 'question for the home round',
  panelQuestion: 'question for the panel',
  homeTable: 'home table',
  seatFirst: 'what seats bring first',
  namesInPacks: 'whether names stand in the notes',
  hostsPerTable: 'number of hosts a table',
  opensAt: 'opening time',
  keepDays: 'number of days it is kept',
  withoutPhone: 'answer to “without a phone”',
  fixedAt: 'fixed table',
  goesWith: 'person they go with',
  tablecloth: 'format number',
  buildsOn: 'note it builds on',
  mergedInto: 'note it was merged into',
};

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object in braces',
};

/** "Table 3: the number must be a whole number." */
export function problemSentence(issue: v.BaseIssue<unknown>): string {
  const places: string[] = [];
  let field = '';
  for (const { key } of issue.path ?? []) {
    if (typeof key === 'number') {
      places.push(`${parts[field] ?? field} ${String(key + 1)}`);
      field = '';
    } else {
      field = String(key);
    }
  }
  const what = `the ${field === '' ? 'entry' : (fields[field] ?? field)} ${must(issue)}.`;
  if (places.length > 0) return `${places.join(', ')}: ${what}`;
  if (field === '') return `The café ${must(issue)}.`;
  return what.charAt(0).toUpperCase() + what.slice(1);
}

function must({ type, expected, received, requirement, input, message }: v.BaseIssue<unknown>) {
  if (input === undefined) return 'is missing';
  const limit = String(requirement);
  const isList = Array.isArray(input);
  switch (type) {
    case 'integer':
      return 'must be a whole number';
    case 'finite':
      return 'must be a number';
    case 'min_value':
      return `must be at least ${limit}, not ${received}`;
    case 'max_value':
      return `must be at most ${limit}, not ${received}`;
    case 'min_length':
      return 'must not be empty';
    case 'max_length':
      return isList ? `may have ${limit} entries at most` : `may have ${limit} characters at most`;
    case 'url':
      return 'must be a web address';
    case 'regex':
      return regex(requirement);
    case 'check':
      return message === 'unreadable' ? 'has signs that cannot be stored' : 'does not fit';
    default:
      return `must be ${kinds[expected ?? ''] ?? choice(expected ?? '')}`;
  }
}

function regex(requirement: unknown): string {
  const source = requirement instanceof RegExp ? requirement.source : '';
  if (source.startsWith('^https')) return 'must begin with http:// or https://';
  if (source.startsWith('^[\\w')) return 'may only have letters without accents, digits, - and _';
  return 'must be an id of the form that Tablecloth makes (a UUID of version 7)';
}

/** `("story" | "talk")` as people write it. */
function choice(expected: string): string {
  const names = expected.replace(/[()"]/gu, '').split(' | ');
  const last = names.pop() ?? '';
  if (names.length === 0) return kinds[last.toLowerCase()] ?? last;
  return `${names.join(', ')} or ${last}`;
}
