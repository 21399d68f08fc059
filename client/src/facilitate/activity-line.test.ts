import type { Activity, ActorLabel } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { activityLine, activityLines } from './activity-line.ts';
import { at, cafe, figures, person, programme, words as t } from './fixture.ts';

const second: ActorLabel = { role: 'facilitator', label: 'Facilitator 2' };
const clock: ActorLabel = { role: 'clock' };
const zoe: ActorLabel = { role: 'person', person: 'z' };
const people = [person('z', 'Zoë', 'a'), person('d', 'Dev', 'b')];

function line(did: Activity['did'], by: ActorLabel, more: Partial<Activity> = {}): Activity {
  return { number: 1, at: at(10, 8), by, did, ...more };
}
/** A step is said as it was entered, whatever the plan of the day is now. */
function entered(index: number, by: ActorLabel): Activity {
  const step = programme[index];
  const left = programme[index - 1]?.kind;
  return line('stepEntered', by, {
    ...{ index, ...(step && { step }), ...(left && { left }) },
  });
}
const said = (activity: Activity) => activityLine(activity, cafe, people, figures, t);

it('every kind of fact has its sentence, with who and when', () => {
  expect(
    [
      entered(0, second),
      entered(1, second),
      entered(3, clock),
      entered(4, second),
      entered(7, clock),
      line('wentBack', second),
      line('paused', second),
      line('resumed', second),
      line('extended', second, { minutes: 2 }),
      line('bellHeld', clock),
      line('closed', second),
      line('rotationMade', second),
      line('personArrived', zoe, { person: 'z' }),
      line('personArrived', zoe, { person: 'z', again: true }),
      line('personArrived', second, { person: 'd' }),
      line('personArrived', second, { person: 'd', added: true }),
      line('personSeated', zoe, { person: 'z', table: 't2' }),
      line('personSeated', zoe, { person: 'd', table: 't2' }),
      line('personSeated', second, { person: 'd', table: 't1' }),
      line('personSeated', second, { person: 'd', table: null }),
    ].map(said),
  ).toEqual([
    'Facilitator 2 opened the doors at 10:08',
    'Facilitator 2 began: Welcome at 10:08',
    'Round 1 began by itself at 10:08',
    'Facilitator 2 rang the bell at 10:08',
    'The bell rang at 10:08',
    'Facilitator 2 went back a step at 10:08',
    'Facilitator 2 paused at 10:08',
    'Facilitator 2 resumed at 10:08',
    'Facilitator 2 added 2 minutes at 10:08',
    'The clock was late, so you were asked at 10:08',
    'Facilitator 2 closed the café at 10:08',
    'Facilitator 2 seated everyone at 10:08',
    'Zoë arrived at 10:08',
    'Zoë came back at 10:08',
    'Facilitator 2 checked in Dev at 10:08',
    'Facilitator 2 added Dev at 10:08',
    'Zoë changed to table 2 at 10:08',
    'Dev has a seat at table 2 at 10:08',
    'Facilitator 2 gave Dev a seat at table 1 at 10:08',
    'Dev has no seat in a round at 10:08',
  ]);
});

it('people who arrive or change tables one after the other are counted', () => {
  const lines = [
    line('personArrived', zoe, { person: 'z', people: 3 }),
    line('personSeated', zoe, { person: 'z', table: 't2', people: 4 }),
  ];
  expect(lines.map(said)).toEqual([
    '3 people arrived, the last at 10:08',
    '4 changes to another table, the last at 10:08',
  ]);
});

it('changes of the plan and of what is said about the café have theirs', () => {
  const [, welcome] = programme;
  const lines = [
    line('planChanged', second, { rounds: 1, minutes: -3 }),
    line('planChanged', second, { rounds: 0, minutes: 0 }),
    line('planUndone', second),
    line('stepsTimed', second, { steps: welcome ? [{ step: welcome, minutes: 9 }] : [] }),
    line('cafeDescribed', second, { about: ['title', 'notice'] }),
    line('tableAsked', second, { table: 't2' }),
  ];
  expect(lines.map(said)).toEqual([
    'Facilitator 2 changed the plan of the day (1 round more, 3 minutes less) at 10:08',
    'Facilitator 2 changed the plan of the day at 10:08',
    'Facilitator 2 undid a change of the plan of the day at 10:08',
    'Facilitator 2 changed minutes: Welcome: 9 minutes at 10:08',
    'Facilitator 2 changed the title, the notice at 10:08',
    'Facilitator 2 changed the question of table 2 at 10:08',
  ]);
});

it('a rush at the door is one line, and hides nothing else', () => {
  const list = [
    line('paused', second, { number: 6 }),
    line('personArrived', zoe, { number: 5, person: 'z', people: 3 }),
    line('closed', second),
  ];
  expect(activityLines(list, cafe, people, figures, t)).toEqual([
    { number: 6, text: 'Facilitator 2 paused at 10:08', isOurs: true },
    { number: 5, text: '3 people arrived, the last at 10:08', isOurs: false },
    { number: 1, text: 'Facilitator 2 closed the café at 10:08', isOurs: true },
  ]);
});

it('the seat of somebody who came late names its round', () => {
  const late = { person: 'd', table: 't2', round: 1 };
  expect(
    [
      line('personSeated', clock, { ...late, onwards: true }),
      line('personSeated', { role: 'person', person: 'd' }, { ...late, onwards: true }),
      line('personSeated', second, { ...late, onwards: true }),
      line('personSeated', clock, { ...late, round: 2 }),
      line('personSeated', clock, { ...late, table: null }),
    ].map(said),
  ).toEqual([
    'Dev has a seat from round\u00a01, first at table 2 at 10:08',
    'Dev has a seat from round\u00a01, first at table 2 at 10:08',
    'Facilitator 2 gave Dev a seat from round\u00a01, first at table 2 at 10:08',
    'Dev has a seat in the home round, at table 2 at 10:08',
    'Dev has no seat in round\u00a01 at 10:08',
  ]);
});

it('hosting, the seating’s choice and the panel’s questions have theirs', () => {
  const hosting = { person: 'd', table: 't2', hosting: true };
  expect(
    [
      line('personSeated', zoe, hosting),
      line('personSeated', second, { ...hosting, hosting: false }),
      line('personSeated', second, { ...hosting, round: 1 }),
      line('personSeated', second, { ...hosting, round: 1, alsoIn: [2] }),
      line('seatingChosen', second, { first: 'people' }),
      line('packNamesChosen', second, { isOn: true }),
      line('packNamesChosen', second, { isOn: false }),
      line('questionShown', second, { table: 't2', isOn: true }),
      line('questionShown', second, { table: null, isOn: false }),
      line('questionAnswered', second, { table: 't2', isOn: true }),
      line('questionAnswered', second, { table: 't2', isOn: false }),
      line('questionHidden', second, { table: 't2', isOn: true }),
      line('questionHidden', second, { table: 't2', isOn: false }),
    ].map(said),
  ).toEqual([
    'Dev hosts table 2 at 10:08',
    'Facilitator 2: Dev no longer hosts table 2 at 10:08',
    'Facilitator 2: Dev hosts table 2 in round\u00a01 at 10:08',
    'Facilitator 2: Dev hosts table 2 in round\u00a01 and the home round at 10:08',
    'Facilitator 2 chose for the tables: New people every round at 10:08',
    'Facilitator 2 chose that notes show names at 10:08',
    'Facilitator 2 chose that notes go without names at 10:08',
    'Facilitator 2 put a question of table 2 on the big screen at 10:08',
    'Facilitator 2 took the question off the big screen at 10:08',
    'Facilitator 2 marked a question of table 2 as answered at 10:08',
    'Facilitator 2 marked a question of table 2 as not answered at 10:08',
    'Facilitator 2 hid a question of table 2 at 10:08',
    'Facilitator 2 showed a question of table 2 again at 10:08',
  ]);
});

it('what was taken back has its sentence too, by what it was', () => {
  const undid = line('personSeated', second, { person: 'd', table: 't1' });
  expect(said(line('undone', second, { undid }))).toBe(
    'Facilitator 2 undid: moved Dev to table 1 at 10:08',
  );
  expect(said(line('undone', second))).toBe('Facilitator 2 undid: what was done before at 10:08');
});

it('opening the tables and seating the rest have theirs', () => {
  expect(
    [
      line('pickingBegun', second),
      line('pickingBegun', clock),
      line('restSeated', second, { people: 12 }),
    ].map(said),
  ).toEqual([
    'Facilitator 2 opened the tables at 10:08',
    'The tables were opened at 10:08',
    'Facilitator 2 seated 12 people who had not picked at 10:08',
  ]);
});

it('a step that was undone says what became of a pause', () => {
  const undid = entered(4, clock);
  expect([
    said(line('wentBack', second, { undid })),
    said(line('wentBack', second, { undid, isPaused: true })),
    said(line('wentBack', second, { undid: entered(2, second), isPaused: false })),
  ]).toEqual([
    'Facilitator 2 undid: rang the bell at 10:08',
    'Facilitator 2 undid: rang the bell (paused now) at 10:08',
    'Facilitator 2 undid: began: Move to round\u00a01 (the pause is over) at 10:08',
  ]);
});

it('calls changed details what the line above the presses calls them', () => {
  const changed = line('personChanged', second, { person: 'z' });
  expect(said(changed)).toBe(`Facilitator 2 ${t.undo.what.personChanged('Zoë')} at 10:08`);
});

it('says of numbers of tables without a next step that they are tables', () => {
  expect(t.nextSteps.missing('2', 1)).toBe('Not yet: table 2');
  expect(t.nextSteps.missing('2 and 7', 2)).toBe('Not yet: tables 2 and 7');
});

it('says of how many tables how many have a next step', () => {
  const { written } = t.nextSteps;
  expect([written(0, 1), written(1, 2), written(18, 20)]).toEqual([
    '0 of 1 table has a next step',
    '1 of 2 tables has a next step',
    '18 of 20 tables have a next step',
  ]);
});
