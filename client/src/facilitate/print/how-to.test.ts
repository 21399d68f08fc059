import { hostedCafe, smallCafe } from '@tablecloth/shared/sample';
import { expect, it } from 'vitest';
import words from '../../words/en/print.ts';
import { howTo } from './how-to.ts';

const sizes = { tables: 2, rounds: 1, minutes: 20, chairs: 6, title: 'Tea' };
const hosted = { ...sizes, teams: ['Falls', 'Sleep'], hosts: 2 };
const card = (founding: ReturnType<typeof smallCafe>, table = 't1') =>
  howTo(founding.definition, table, words.howTo).join(' ');

it('names hosts and a team on the card of a team’s table', () => {
  expect(card(hostedCafe(hosted))).toBe(
    'Scan, give your first name, and you are in. Listen to your hosts first, then talk. Write down one thing this team should hear. At the bell your phone or a host says where to go.',
  );
});

it('names neither where there are none, nor at a table of no team', () => {
  const { definition, people } = hostedCafe(hosted);
  const teams = definition.teams.slice(0, 1);
  for (const text of [
    card(smallCafe(sizes)),
    card({ definition: { ...definition, teams }, people }, 't2'),
  ]) {
    expect(text).not.toMatch(/host|team/u);
    expect(text).toContain('your phone or the desk says where to go');
  }
});

it('asks for no hosts where a team sits with visitors without any', () => {
  const { definition, people } = hostedCafe(hosted);
  const text = card({ definition: { ...definition, hostsPerTable: 0 }, people });
  expect(text).not.toContain('host');
  expect(text).toContain('one thing this team should hear');
});

it('says that the next table is chosen where people pick', () => {
  const text = card(hostedCafe({ ...hosted, seating: 'pick' }));
  expect(text).toContain('pick a table by phone');
  expect(text).not.toContain('your phone or');
});
