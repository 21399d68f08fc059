import type { Activity, Step } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { at, cafe, figures, person, words as t } from './fixture.ts';
import { refusalLine } from './refusal-line.ts';
import { whatWasDone } from './undo-words.ts';

const by = { role: 'facilitator', label: 'Facilitator 2' } as const;
const people = [person('y', 'Yusuf Karim', 'a')];

const pause: Step = { kind: 'break', minutes: 20, title: '' };

const what = (did: Activity['did'], more: Partial<Activity> = {}): string =>
  t.undo.of(
    whatWasDone(
      { ...{ number: 1, at: at(10, 8), by, did }, person: 'y', ...more },
      cafe,
      people,
      t,
    ),
  );

it('names what an Undo takes back', () => {
  expect([
    what('personSeated', { table: 't2' }),
    what('personSeated', { table: 't2', round: 1 }),
    what('personSeated', { table: 't2', hosting: true }),
    what('personSeated', { table: 't2', hosting: true, round: 1, alsoIn: [2] }),
    what('personSeated', { table: 't2', hosting: false }),
    what('personSeated', { table: null }),
    what('personArrived'),
    what('personLeft'),
    what('stepEntered', { index: 0 }),
    what('stepEntered', { index: 1, step: { kind: 'welcome', minutes: 15, title: 'Welcome' } }),
    what('stepEntered', { index: 4, left: 'round' }),
    what('closed'),
    what('paused'),
    what('resumed'),
    what('extended', { minutes: 2 }),
    what('stepsTimed', { steps: [{ step: pause, minutes: 14 }] }),
    what('planChanged', { rounds: 1, minutes: 18 }),
    what('cafeDescribed', { about: ['notice'] }),
    what('tableAsked', { table: 't2' }),
    what('rotationRepaired'),
    what('tableClosed', { table: 't1' }),
    what('tableOpened', { table: 't1' }),
    what('takenIn', { people: 3, teams: 1 }),
    what('teamDescribed', { team: 'a' }),
    what('hostWished'),
    what('personChanged'),
    what('tableAdded', { table: 't2' }),
    what('tableDescribed', { table: 't2' }),
    what('tableDescribed', { table: 't2', team: 'a' }),
    what('teamNamed', { team: 'a' }),
    what('teamRemoved', { team: 'gone', was: { name: 'Dove' } }),
    what('tableAdded', { table: 'gone', was: { number: 7 } }),
    what('personArrived', { person: 'gone' }),
    what('seatingChosen', { first: 'people' }),
    what('tablesPlanned', { people: 97, isOn: true }),
    what('tablesPlanned', { people: 0, isOn: false }),
    what('questionShown', { table: 't1', isOn: true }),
    what('questionShown', { table: null, isOn: false }),
    what('questionAnswered', { table: 't1', isOn: false }),
    what('questionHidden', { table: 't1', isOn: true }),
  ]).toEqual([
    'Undo: moved Yusuf Karim to table 2',
    'Undo: moved Yusuf Karim to table 2 in round\u00a01',
    'Undo: made Yusuf Karim a host of table 2',
    'Undo: made Yusuf Karim a host of table 2 in round\u00a01, the home round',
    'Undo: took hosting from Yusuf Karim, now at table 2',
    'Undo: took Yusuf Karim’s seat away',
    'Undo: checked in Yusuf Karim',
    'Undo: said that Yusuf Karim has left',
    'Undo: opened the doors',
    'Undo: began: Welcome',
    'Undo: rang the bell',
    'Undo: closed the café',
    'Undo: paused',
    'Undo: resumed',
    'Undo: added 2 minutes',
    'Undo: changed minutes: Break: 14 minutes',
    'Undo: changed the plan of the day (1 round more, 18 minutes more)',
    'Undo: changed the notice',
    'Undo: changed the question of table 2',
    'Undo: planned the coming rounds again',
    'Undo: closed table 1',
    'Undo: opened table 1 again',
    'Undo: added a list: 3 people and 1 team',
    'Undo: wrote Amber’s story and question',
    'Undo: wrote when Yusuf Karim would rather host',
    'Undo: changed the details of Yusuf Karim',
    'Undo: added table 2',
    'Undo: changed table 2',
    'Undo: changed table 2 and its team',
    'Undo: changed Amber',
    'Undo: removed Dove',
    'Undo: added table 7',
    'Undo: checked in somebody no longer on the list',
    'Undo: chose for the tables: New people every round',
    'Undo: planned tables ahead for 97 people',
    'Undo: dropped the tables planned ahead',
    'Undo: put a question of table 1 on the big screen',
    'Undo: took the question off the big screen',
    'Undo: marked a question of table 1 as not answered',
    'Undo: hid a question of table 1',
  ]);
});

it('says who has changed the same again, where it can be undone no longer', () => {
  const refusal = { code: 'changed since', at: at(10, 8), sentence: 'x' } as const;
  const of = (who: Activity['by']): string =>
    refusalLine(
      { label: 'Undo', refusal: { ...refusal, by: who } },
      { own: 'Facilitator 1', people },
      figures,
      t,
    );
  expect(of(by)).toBe('Facilitator 2 has changed that again since, at 10:08. So it stays.');
  expect(of({ role: 'person', person: 'y' })).toBe(
    'Yusuf Karim has changed that again since, at 10:08. So it stays.',
  );
  expect(of({ role: 'clock' })).toBe('The clock has gone on since, at 10:08. So it stays.');
});
