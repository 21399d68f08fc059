import { expect, it } from 'vitest';
import { spacedCode, tableLink, teamLinks } from './links-text.ts';

it('gives each table’s card an address of its own with the same secret', () => {
  expect(tableLink('https://cafe.example.org/#SqlLzRlEYIkl5YSQ9eNmYA', 7)).toBe(
    'https://cafe.example.org/t/7#SqlLzRlEYIkl5YSQ9eNmYA',
  );
});

it('parts a code of eight in the middle', () => {
  expect([spacedCode('AB39XKQ2'), spacedCode('AB39XK')]).toEqual(['AB39-XKQ2', 'AB39XK']);
});

it('puts every team and its link into a table and into plain lines', () => {
  const teams = [
    { id: 'a', name: 'Willow & Ward', homeTable: 't1' },
    { id: 'b', name: 'Fair Ladder', homeTable: 't2' },
  ];
  const links = [
    { team: 'a', link: 'http://x/team#1' },
    { team: 'b', link: 'http://x/team#2' },
  ];
  expect(teamLinks(teams, links, ['Team', 'Link'])).toEqual({
    text: 'Willow & Ward\nhttp://x/team#1\n\nFair Ladder\nhttp://x/team#2',
    html:
      '<table><tr><th>Team</th><th>Link</th></tr>' +
      '<tr><td>Willow &#38; Ward</td><td><a href="http://x/team#1">http://x/team#1</a></td></tr>' +
      '<tr><td>Fair Ladder</td><td><a href="http://x/team#2">http://x/team#2</a></td></tr></table>',
  });
});
