import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.ts';
import { outlineOfCafe, outlineOfNextSteps, outlineOfTeam } from './outline.ts';
import { card, page, simulatedCafe, simulatedPages } from './simulated.ts';
import { teamPack } from './team-pack.ts';
import { wholeCafe } from './whole-cafe.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

const cafe = simulatedCafe();

function outline(pages = simulatedPages(), of = cafe) {
  const pack = teamPack(of, 'a', pages);
  if (pack === null) throw new Error('no team');
  return outlineOfTeam(pack);
}

describe('a pack as Markdown', () => {
  it('reads like a page', () => {
    expect(writeMarkdown(outline())).toBe(`# Anchor

Tea · Trust

- **Table:** 1 · by the windows
- **Topic:** Boats
- **Question:** Why?

## Our next step

**Question:** What now?

- Call them by Friday

## What we were told

### Round 1

- Ask the harbour
  - Added later: master

*Added later*

- And the pilots

### Round 2

*Nothing was written here.*

## What we brought back

### Table 2 · Bridge · Round 1

- Roads need signs

### Table 3 · Round 2

- Left behind

---

1 note was removed at the table and is left out.

The names of those who wrote the notes are left out.
`);
  });

  it('says when nothing was written', () => {
    expect(writeMarkdown(outline([]))).toContain('*No next step was written down.*');
  });

  it('keeps hostile text as text, in notes, names and headings', () => {
    const evil =
      '# <img src=x onerror=alert(1)>\n- *a* [b](javascript:c)\n=HYPERLINK("d")\u202Eabc';
    const { teams, ...rest } = cafe.definition;
    const named = teams.map((team) => ({ ...team, name: `Anchor\n# <b>${team.id}</b> ##` }));
    const pages = [{ ...page('t1', 1, [card(1, evil, null)]) }];
    const written = writeMarkdown(
      outline(pages, { ...cafe, definition: { ...rest, teams: named } }),
    );
    expect(written).toContain('# Anchor # \\<b\\>a\\</b\\> \\#\\#\n');
    expect(written).toContain(
      '- \\# \\<img src=x onerror=alert(1)\\>\\\n' +
        '  \\- \\*a\\* \\[b\\](javascript:c)\\\n' +
        '  \\=HYPERLINK("d")\u202Eabc\n',
    );
    expect(written).not.toMatch(/(?<!\\)</u);
  });
});

describe('a pack as plain text', () => {
  it('reads like a letter', () => {
    const text = writeText(outline());
    expect(text).toContain('Anchor\nTea · Trust\n\nTable: 1 · by the windows\nTopic: Boats\n');
    expect(text).toContain(
      'What we were told\n=================\n\nRound 1\n- Ask the harbour\n  - Added later: master\n\n' +
        'Added later:\n- And the pilots\n\nRound 2\nNothing was written here.\n',
    );
  });
});

describe('the whole café', () => {
  const whole = wholeCafe(cafe, simulatedPages(), 5);

  it('as JSON has everything, pages in the order of the tables', () => {
    expect(whole.pages.map(({ table, round }) => `${table}.${String(round)}`)).toEqual([
      't1.1',
      't1.3',
      't2.1',
      't3.2',
    ]);
    expect(whole.people).toMatchObject([
      { id: 'zoe', name: 'Zoë Adams', here: true, tables: ['t2', 't1', 't1'] },
      { id: 'ben', name: 'Ben Brook', hosting: [true, false, false] },
      { id: 'guest', name: '(name removed)' },
    ]);
    expect(whole).toMatchObject({ tablecloth: 1, definition: cafe.definition, sat: cafe.sat });
  });

  it('leaves out who was taken off the list before they ever came', () => {
    const zoe = cafe.people['zoe'];
    if (zoe === undefined) throw new Error('Zoë is there');
    const off = { ...zoe, id: 'off', here: false, left: true as const };
    const people = { ...cafe.people, zoe: { ...zoe, goesWith: 'off' }, off };
    const { people: told } = wholeCafe({ ...cafe, people }, simulatedPages(), 5);
    expect(told.map(({ id }) => id)).toEqual(Object.keys(cafe.people));
    expect(told[0]).toMatchObject({ id: 'zoe', goesWith: null });
  });

  it('says of who has left no more than of who is here', () => {
    const zoe = cafe.people['zoe'];
    if (zoe === undefined) throw new Error('Zoë is there');
    const gone = { ...zoe, here: false, left: true as const, wasHere: true as const };
    const [told] = wholeCafe({ ...cafe, people: { zoe: gone } }, [], 5).people;
    expect(Object.keys(told ?? {})).toEqual(Object.keys(whole.people[0] ?? {}));
  });

  it('as Markdown has every table, without names', () => {
    const written = writeMarkdown(outlineOfCafe(whole));
    for (const part of [
      '# What we heard\n\nTea · Trust\n',
      '## Table 1 · Anchor',
      '### Back to your own table',
      '## Table 3',
    ]) {
      expect(written).toContain(part);
    }
    expect(written).not.toMatch(/Zoë|Smith|guest/u);
  });

  it('is headed by what it is, in text as in Markdown, and then by which café', () => {
    expect(writeText(outlineOfCafe(whole))).toMatch(/^What we heard\nTea · Trust\n\n/u);
  });

  it('says its day beneath, in text as in Markdown', () => {
    const day = '12 May 2026';
    expect(writeText(outlineOfCafe(whole), day)).toContain(`\nTea · Trust\n${day}\n\n`);
    expect(writeMarkdown(outlineOfCafe(whole), day)).toContain(`\n\nTea · Trust\n\n${day}\n\n`);
  });
});

it('a file name is plain ASCII that still says whose it is', () => {
  expect(fileName('team-7', 'Łódź & Zoë’s Team', 'md')).toBe('team-7-lodz-zoes-team.md');
  expect(fileName('team-7', '東京 ../..', 'html')).toBe('team-7.html');
  expect(fileName('team-7', 'x'.repeat(500), 'json')).toHaveLength(7 + 60 + 5);
});

describe('what the teams agreed to', () => {
  it('is every team’s next step, who and by when, and nothing else', () => {
    const kinds = ['when', 'note', 'who', 'next'] as const;
    const said = ['On Tuesday', 'Bring cake', 'Zoë', 'Ring them'];
    const home = kinds.map((kind, i) => ({ ...card(10 + i, said[i] ?? '', 'zoe'), kind }));
    const whole = wholeCafe(cafe, [page('t1', 3, home), page('t1', 1, [card(1, 'Told', null)])], 1);
    expect(writeMarkdown(outlineOfNextSteps(whole))).toBe(`# What the teams agreed to

Tea · Trust

- **Question:** What now?

## Table 1 · Anchor

**Topic:** Boats

- Ring them
- Who: Zoë
- By when: On Tuesday

## Table 2 · Bridge

**Topic:** Roads

*No next step was written down.*

---

The names of those who wrote the notes are left out.
`);
  });
});
