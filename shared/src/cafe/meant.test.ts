import { expect, it } from 'vitest';
import { changeByHand, Rehearsal, smallDefinition } from './fixture.ts';
import { meantBy } from './meant.ts';

/** Names on the list of team 1 and, with a plus, of people who are here; with a minus, of who was taken off. */
function meant(name: string, ...names: string[]) {
  const people = names.map((one) => ({
    id: one,
    name: one.replace(/^[+-]/u, ''),
    team: 'team1',
    withoutPhone: false,
    fixedAt: null,
    goesWith: null,
  }));
  const room = new Rehearsal(smallDefinition(), people);
  room.next();
  for (const { id } of people) {
    if (id.startsWith('+')) room.do({ kind: 'checkIn', person: id });
    if (id.startsWith('-')) room.do({ kind: 'depart', person: id });
  }
  const { listed, here, alike } = meantBy(room.cafe, name, 'team1');
  return {
    listed: listed?.id,
    here: here?.person.id,
    isNamesake: here?.isNamesake,
    alike: alike.map(({ id }) => id),
  };
}

const nobody = { listed: undefined, here: undefined, isNamesake: undefined, alike: [] };

it('who gives a whole name is who is listed under it, whatever its case and white space', () => {
  expect(meant('sam  ALI', 'Sam Ali', 'Sam Okafor')).toEqual({ ...nobody, listed: 'Sam Ali' });
});

it('who gives a first name may be any who are listed with more, and who is listed under it first', () => {
  expect(meant('Sam', 'Sam Ali', 'Dr Sam Okafor', 'Samira Lind')).toEqual({
    ...nobody,
    alike: ['Sam Ali', 'Dr Sam Okafor'],
  });
  expect(meant('Sam', 'Sam Ali', 'Sam')).toMatchObject({ listed: 'Sam' });
});

it('who gives more than the list has may be who is listed with the first name alone', () => {
  expect(meant('Sam Ali', 'Sam', 'Sam Okafor')).toEqual({ ...nobody, alike: ['Sam'] });
  expect(meant('Sam Ali', '+Sam')).toEqual(nobody);
});

it('who is here may be the same again, by a first name only where nobody else is expected by it', () => {
  expect(meant('Sam Ali', '+Sam Ali')).toEqual({ ...nobody, here: '+Sam Ali', isNamesake: true });
  expect(meant('Sam', '+Sam Ali')).toEqual({ ...nobody, here: '+Sam Ali', isNamesake: false });
  expect(meant('Sam', '+Sam Ali', 'Sam Okafor')).toEqual({ ...nobody, alike: ['Sam Okafor'] });
});

it('who was taken off the list is meant by the whole name alone, after those still expected', () => {
  expect(meant('Sam Ali', '-Sam Ali')).toEqual({ ...nobody, listed: '-Sam Ali' });
  expect(meant('Sam Ali', '-Sam Ali', 'SAM ALI')).toMatchObject({ listed: 'SAM ALI' });
  expect(meant('Sam', '-Sam Ali')).toEqual(nobody);
});

it('who gives a name without its accents may be who is listed with them, and is asked', () => {
  expect(meant('Linh Nguyen', 'Linh Nguyễn')).toEqual({ ...nobody, alike: ['Linh Nguyễn'] });
  expect(meant('Zoe', 'Zoë Lindqvist')).toEqual({ ...nobody, alike: ['Zoë Lindqvist'] });
  expect(meant('Lukasz', 'Łukasz')).toEqual({ ...nobody, alike: ['Łukasz'] });
  expect(meant('Pat O’Neill', "Pat O'Neill")).toEqual({ ...nobody, alike: ["Pat O'Neill"] });
  expect(meant('Zoe Ek', '-Zoë Ek')).toEqual({ ...nobody, alike: ['-Zoë Ek'] });
  expect(meant('Zoe Ek', '+Zoë Ek')).toEqual({ ...nobody, here: '+Zoë Ek', isNamesake: false });
});

it('of names that accents tell apart the one that was typed counts, then the whole one', () => {
  expect(meant('Zoe Ek', 'Zoë Ek', 'Zoe Ek')).toMatchObject({ listed: 'Zoe Ek' });
  expect(meant('Zoë Ek', 'Zoe Ek', 'Zoë Ek')).toMatchObject({ listed: 'Zoë Ek' });
  expect(meant('Zoe Ek', 'Zoë', 'Zoë Ek')).toEqual({ ...nobody, alike: ['Zoë Ek'] });
  expect(meant('Zoe Ek', '+Zoë Ek', 'Zoé Ek')).toEqual({ ...nobody, alike: ['Zoé Ek'] });
});

it('of several here of one name it is who has no phone that is connected, and a phone at all', () => {
  const room = new Rehearsal();
  room.next();
  for (const claim of [null, 'new', 'new'] as const) room.join('Anna', 'team1', claim);
  const again = (...connected: string[]) =>
    meantBy(room.cafe, 'Anna', 'team1', new Set(connected)).here?.person.id;
  expect([again('p1', 'p3'), again('p1'), again(), again('p1', 'p2', 'p3')]).toEqual([
    ...['p2', 'p2', 'p1', 'p1'],
  ]);
  room.do({ kind: 'depart', person: 'p1' });
  changeByHand(room, { person: 'p2', withoutPhone: true });
  expect([again(), again('p3')]).toEqual(['p3', 'p2']);
});

it('of another team nobody is meant', () => {
  const room = new Rehearsal();
  room.next();
  room.join('Sam Ali', 'team1');
  expect(meantBy(room.cafe, 'Sam Ali', 'team2')).toMatchObject({ here: undefined, alike: [] });
  expect(meantBy(room.cafe, 'Sam Ali', null)).toMatchObject({ here: undefined, alike: [] });
});
