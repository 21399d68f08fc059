import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beneath } from './beneath.ts';
import { room } from './fixture.ts';
import { peopleColumns } from './read-people.ts';
import { isBlank } from './records.ts';
import { TeamFinder } from './team-finder.ts';

const people = (above: string, added: string) => beneath('people', above, added, room);
const teams = (above: string, added: string) => beneath('teams', above, added, room);

it.each([
  ['nothing above', '\n \n', '\uFEFFname;team\nAda;1', '\uFEFFname;team\nAda;1'],
  ['the same headings', 'name;team\nBen;Cobalt', 'Name;Team\r\nAda;Łódź Outreach\r\n'],
  ['names alone', 'Ben\n', 'Ada\nCy\n', 'Ben\nAda\nCy\n'],
  ['headings above alone', 'Name;Team\nBen;Cobalt\n', 'Ada;Łódź Outreach'],
  ['names typed above a table', 'Ben', 'name,team\nAda,Łódź Outreach', 'Ben\nAda,Łódź Outreach'],
  ['nothing in the file', 'Ben', '', 'Ben\n'],
])('puts a list beneath another with %s', (_, above, added, expected?: string) => {
  const heads = /^\uFEFF?name;team\r?\n/iu;
  expect(people(above, added)).toBe(expected ?? `${above.trimEnd()}\n${added.replace(heads, '')}`);
});

it.each([
  ['columns in another order', 'name;team\nBen;Cobalt', 'team;name\nŁódź Outreach;Ada'],
  ['another separator', 'name;team\nBen;Cobalt', 'name,team\nAda,Łódź Outreach'],
  ['a column that was none', 'name;team\nBen;Cobalt', 'name;team;table\nAda;;5'],
  ['headings that are not the usual order', 'Ben;Cobalt', 'team;name\nŁódź Outreach;Ada'],
  ['a quote that would swallow lines', 'name;team\n"Ben;Cobalt', 'name;team\nAda;x"\n'],
  ['a comma in a name', 'Ben, the tall one', 'name;team\nAda;Łódź Outreach'],
  ['a first column that was numbers', '1;Ben\n2;Cy', 'Ada;Łódź Outreach'],
])('does not put a list beneath one with %s', (_, above, added) => {
  expect(people(above, added)).toBeNull();
});

it('puts teams beneath teams, where their columns agree', () => {
  const above = 'team;topic\nOak;Falls\n';
  expect(teams(above, 'team;topic\nElm;Sleep\n')).toBe(`${above}Elm;Sleep\n`);
  expect(teams(above, 'topic;team\nSleep;Elm\n')).toBeNull();
});

it('never changes what a line means', () => {
  const field = fc.constantFrom('Ada', 'Łódź Outreach', 'name', 'team', '"', '"x"', '7', '', 'x');
  const text = fc
    .array(fc.array(field, { minLength: 1, maxLength: 2 }), { maxLength: 4 })
    .chain((rows) =>
      fc.constantFrom(';', ',', '\t').map((sign) => rows.map((row) => row.join(sign)).join('\n')),
    );
  // By its fields: whom a line goes with, and which team is called so, depends on the lines above it.
  const names = (list: string) => {
    const { records, head, columns } = peopleColumns(list, new TeamFinder(room));
    return records
      .filter((record) => record !== head && !isBlank(record))
      .map(({ fields }) => [columns.name, columns.team].map((at) => fields[at ?? -1] ?? ''));
  };
  fc.assert(
    fc.property(text, text, (above, added) => {
      const both = people(above, added);
      if (both !== null) expect(names(both)).toEqual([...names(above), ...names(added)]);
    }),
  );
});
