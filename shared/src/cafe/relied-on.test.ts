/** What an undo would leave behind: a café that holds together, or the undo is refused. */
import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import {
  addByHand,
  atTheDoors,
  changeByHand,
  clock,
  codeOf,
  makeChange,
  undo,
  type Rehearsal,
  type PersonWish,
} from './fixture.ts';

const NEW = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a11';
const OTHER = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a12';

function room(step: number | null = null, people = 9): Rehearsal {
  const made = atTheDoors(people);
  if (step !== null) made.goTo(step);
  return made;
}

/** Does something that a deed is made of, and tells its number. */
function deedOf(at: Rehearsal, act: (at: Rehearsal) => unknown): number {
  const before = at.cafe.factNumber;
  act(at);
  return at.cafe.deeds.find(({ fact }) => fact > before)?.fact ?? 0;
}

type Act = (at: Rehearsal) => unknown;
const press =
  (command: Command): Act =>
  (at) =>
    at.do(command);
const change =
  (wish: PersonWish): Act =>
  (at) =>
    changeByHand(at, wish);
const table = (id: string, number: number): Act => {
  return (at) => addByHand(at, { id, number, place: '', chairs: 6 });
};
const numbered = (id: string, number: number): Act =>
  press({ kind: 'describeTable', table: id, number, place: '', chairs: 6 });
const named = (team: string, homeTable: string): Act =>
  press({ kind: 'nameTeam', team, name: `Team ${team.slice(-1)}`, homeTable });
const team: Act = press({ kind: 'addTeam', team: OTHER, name: 'Lantern', homeTable: NEW });
const eva: Command = {
  ...{ kind: 'addPerson', person: NEW, name: 'Eva', team: null, withoutPhone: true },
};

describe('stays, because without it', () => {
  const cases: [string, Act, Act][] = [
    ['a team would have no table', table(NEW, 4), team],
    ['two tables would have one number', numbered('t1', 9), numbered('t2', 1)],
    [
      'somebody would always sit at no table',
      table(NEW, 4),
      change({ person: 'p1', fixedAt: NEW }),
    ],
    ['somebody would go with nobody', press(eva), change({ person: 'p1', goesWith: NEW })],
    [
      'a device would lie on no table',
      table(NEW, 4),
      (at) => at.do({ kind: 'layPhone', phone: 'tablet', table: 4 }, clock),
    ],
  ];
  it.each(cases)('%s', (_name, done, since) => {
    const at = room();
    const fact = deedOf(at, done);
    since(at);
    expect(codeOf(undo(at, fact))).toBe('relied on');
  });

  it('more people would always sit at a table than it has chairs', () => {
    const at = room();
    const chairs = (count: number): Act =>
      press({ kind: 'describeTable', table: 't1', number: 1, place: '', chairs: count });
    chairs(1)(at);
    const fact = deedOf(at, chairs(2));
    for (const person of ['p1', 'p2']) change({ person, fixedAt: 't1' })(at);
    expect(codeOf(undo(at, fact))).toBe('chairs kept');
    change({ person: 'p2', fixedAt: 't2' })(at);
    expect(codeOf(undo(at, fact))).toBeNull();
  });

  it('two teams would have one table', () => {
    const at = room();
    table(NEW, 4)(at);
    const fact = deedOf(at, named('team1', NEW));
    named('team2', 't1')(at);
    expect(codeOf(undo(at, fact))).toBe('relied on');
  });

  it('somebody’s team would be none', () => {
    const at = room();
    table(NEW, 4)(at);
    const fact = deedOf(at, team);
    change({ person: 'p1', team: OTHER })(at);
    expect(codeOf(undo(at, fact))).toBe('relied on');
  });

  it('no table would be open', () => {
    const at = room(null, 3);
    makeChange(at, { table: 't1', closed: 'no host' });
    const fact = deedOf(at, () => makeChange(at, { table: 't1', closed: null }));
    for (const id of ['t2', 't3']) makeChange(at, { table: id, closed: 'no host' });
    expect(codeOf(undo(at, fact))).toBe('relied on');
  });

  it('somebody who is here would always sit at a closed table; who has gone does not matter', () => {
    const at = room();
    makeChange(at, { table: 't1', closed: 'no host' });
    const fact = deedOf(at, () => makeChange(at, { table: 't1', closed: null }));
    change({ person: 'p5', fixedAt: 't1' })(at);
    expect(codeOf(undo(at, fact))).toBe('relied on');
    at.do({ kind: 'depart', person: 'p5' });
    expect(codeOf(undo(at, fact))).toBeNull();
  });

  it('people would be told to sit at a closed table, until nobody visits any more', () => {
    const at = room();
    makeChange(at, { table: 't1', closed: 'no host' });
    const fact = deedOf(at, () => makeChange(at, { table: 't1', closed: null }));
    at.goTo(6);
    expect(codeOf(undo(at, fact))).toBe('relied on');
    at.goTo(9);
    expect(codeOf(undo(at, fact))).toBeNull();
  });
});

it('what others rely on does not hold what they do not', () => {
  const at = room();
  table(NEW, 4)(at);
  change({ person: 'p1', fixedAt: 't2' })(at);
  change({ person: 'p2', goesWith: 'p1' })(at);
  change({ person: 'p3', fixedAt: 't2', goesWith: 'p1' })(at);
  change({ person: 'p4', goesWith: 'p5' })(at);
  at.do({ kind: 'layPhone', phone: 'tablet', table: 1 }, clock);
  change({ person: 'p7', fixedAt: 't1', team: null })(at);
  change({ person: 'p8', fixedAt: 't1', goesWith: 'p5' })(at);
  const fact = deedOf(at, change({ person: 'p6', team: null }));
  expect(codeOf(undo(at, fact))).toBeNull();
  expect(at.cafe.people['p6']?.team).toBe('team3');
  at.goTo(3);
  const place = {
    kind: 'describeTable',
    table: 't1',
    number: 1,
    place: 'stage',
    chairs: 6,
  } as const;
  expect(codeOf(undo(at, deedOf(at, press(place))))).toBeNull();
});

it('a number and a wish to host stay as they are printed on slips, as long as these are planned', () => {
  const acts = [
    [numbered('t1', 9), 'number told'],
    [press({ kind: 'wishToHost', person: 'p1', rounds: [2] }), 'seats made'],
  ] as const;
  for (const [act, code] of acts) {
    const at = room();
    const fact = deedOf(at, act);
    at.do({ kind: 'planAhead', how: 'keep' });
    expect(at.cafe.planned).not.toBeNull();
    expect(codeOf(undo(at, fact))).toBe(code);
    at.do({ kind: 'planAhead', how: 'drop' });
    expect(codeOf(undo(at, fact))).toBeNull();
  }
});

describe('the question before comes back on the screen', () => {
  const shown = (card: string): Command => ({ kind: 'showQuestion', question: { page, card } });
  const page = 't1.1';

  it('unless it was hidden or taken off meanwhile, whatever became of others', () => {
    const cases: [Act, string | null][] = [
      [() => undefined, null],
      [press({ kind: 'hideQuestion', page, card: 'c1', isHidden: true }), null],
      [press({ kind: 'hideQuestion', page: 't2.1', card: 'c2', isHidden: true }), null],
      [press({ kind: 'hideQuestion', page, card: 'c2', isHidden: true }), 'relied on'],
      [press({ kind: 'askPanel', page, card: 'c2', isAsked: false }), 'relied on'],
    ];
    for (const [since, code] of cases) {
      const at = room(3);
      at.do({ kind: 'askPanel', page: 't2.1', card: 'c2', isAsked: true });
      for (const card of ['c1', 'c2']) at.do({ kind: 'askPanel', page, card, isAsked: true });
      at.goTo(10);
      at.do(shown('c2'));
      const fact = deedOf(at, press(shown('c1')));
      since(at);
      expect(codeOf(undo(at, fact))).toBe(code);
      if (code === null) expect(at.cafe.spotlight).toEqual({ page, card: 'c2' });
    }
  });
});
