import { describe, expect, it } from 'vitest';
import type { Cafe } from './cafe.ts';
import type { Command } from './command.ts';
import {
  MINUTE,
  Rehearsal,
  clock,
  codeOf,
  facilitator,
  inRoundOne,
  makeChange,
  newestDeed,
  repair,
  secondFacilitator,
  smallDefinition,
  undo,
} from './fixture.ts';
import { shownQuestion } from './picked-cards.ts';
import { slice } from './slice.ts';
import { undoOf } from './undo.ts';

const ADDED = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a20';

/** What must be as it was: all but counters, lists, and who stays welcome with words written on the way. */
function matter(cafe: Cafe): Partial<Cafe> {
  const { factNumber, lastAt, activity, deeds, phase, lastTransition, endMoved, sat, ...rest } =
    cafe;
  void [factNumber, lastAt, activity, deeds, phase, lastTransition, endMoved, sat];
  return rest;
}

const undoable = ({ cafe }: Rehearsal): number[] =>
  slice(cafe, 'facilitators').flatMap((one) =>
    one.kind === 'facilitator' ? one.view.undoable : [],
  );
const other = ({ cafe }: Rehearsal, person: string): string =>
  cafe.definition.tables.find(({ id }) => id !== cafe.itineraries?.[person]?.tables[0])?.id ?? '';

const eva = { person: ADDED, name: 'Eva', team: null, withoutPhone: true };
const told = { team: 'team1', topic: 'New', story: '', question: 'Why?' };

describe('undo gives back exactly what stood before', () => {
  const move = (room: Rehearsal): Command => ({
    kind: 'move',
    person: 'p1',
    table: other(room, 'p1'),
  });
  const cases: [string, (room: Rehearsal) => Command][] = [
    ['a move, with the later rounds around it', move],
    ['somebody who was added', () => ({ kind: 'addPerson', ...eva })],
    ['somebody who was said to have left', () => ({ kind: 'depart', person: 'p2' })],
    ['hosting that was given', (room) => ({ kind: 'host', ...visitor(room), table: 't1' })],
    [
      'hosting that was given in several rounds at once',
      (room) => ({ kind: 'host', ...visitor(room), table: 't1', alsoIn: [3] }),
    ],
    ['hosting that was taken', (room) => ({ kind: 'host', ...host(room), table: null })],
    [
      'a table and its team that were changed at once',
      () => ({
        ...{ kind: 'describeTable', table: 't1', number: 1, place: 'by the door', chairs: 7 },
        team: { kind: 'nameTeam', team: 'team1', name: 'Lantern', homeTable: 't1' },
      }),
    ],
    ['what a team tells', () => ({ kind: 'describeTeam', ...told })],
    ['minutes that were added', (room) => extension(room)],
  ];
  it.each(cases)('%s', (_name, command) => {
    const room = inRoundOne();
    const before = matter(room.cafe);
    const decision = room.do(command(room));
    expect('facts' in decision).toBe(true);
    expect(matter(room.cafe)).not.toEqual(before);
    room.wait(1_000);
    expect(undoable(room)).toContain(newestDeed(room));
    expect(undo(room)).toMatchObject({ facts: [{ kind: 'undone' }] });
    expect(matter(room.cafe)).toEqual(before);
  });

  const extension = ({ cafe: { stage } }: Rehearsal): Command => ({
    kind: 'extend',
    endsAt: stage.at === 'step' ? stage.endsAt : 0,
    minutes: 2,
  });
  const visitor = ({ cafe }: Rehearsal): { person: string; round: number } => {
    const found = Object.entries(cafe.itineraries ?? {}).find(([, { hosting }]) => !hosting[1]);
    return { person: found?.[0] ?? '', round: 2 };
  };
  const host = ({ cafe }: Rehearsal): { person: string; round: number } => {
    const found = Object.entries(cafe.itineraries ?? {}).find(([, { hosting }]) => hosting[1]);
    return { person: found?.[0] ?? '', round: 2 };
  };

  it('somebody who was checked in at the desk, and the choice of what comes first', () => {
    const listed = { ...{ id: 'z', name: 'Zoë', team: 'team1', withoutPhone: false } };
    const person = { ...listed, fixedAt: null, goesWith: null };
    const room = new Rehearsal(smallDefinition(), [person]);
    room.next();
    const before = matter(room.cafe);
    room.do({ kind: 'checkIn', person: 'z' });
    room.do({ kind: 'chooseSeating', first: 'people' });
    const [second, first] = room.cafe.deeds;
    undo(room, first?.fact);
    undo(room, second?.fact);
    expect(matter(room.cafe)).toEqual(before);
  });

  it('repairs and closed tables, each by its own number and in any order that fits', () => {
    const room = inRoundOne();
    const before = matter(room.cafe);
    makeChange(room, { table: 't3', closed: 'no host' });
    const closing = newestDeed(room);
    room.do({ kind: 'depart', person: 'p2' });
    const leaving = newestDeed(room);
    repair(room);
    expect(codeOf(undo(room, leaving))).toBe('changed since');
    undo(room);
    undo(room, leaving);
    undo(room, closing);
    expect(matter(room.cafe)).toEqual(before);
  });

  it('a pause goes on with the time there was, and a resumption gives back what has run since', () => {
    const room = inRoundOne();
    room.wait(2 * MINUTE).do({ kind: 'pause', phase: room.cafe.phase });
    const { stage } = room.cafe;
    room.wait(5 * MINUTE);
    undo(room);
    expect(room.cafe.stage).toMatchObject({ at: 'step', endsAt: room.now + 13 * MINUTE });
    expect(codeOf(undo(room))).toBe('undone already');
    room.do({ kind: 'pause', phase: room.cafe.phase });
    room.do({ kind: 'resume', phase: room.cafe.phase });
    room.wait(MINUTE);
    undo(room);
    expect(stage.at === 'paused' && stage.leftMs).toBe(13 * MINUTE);
    expect(room.cafe.stage).toMatchObject({ at: 'paused', leftMs: 13 * MINUTE });
  });

  it('a pause and a resumption, with the time that had passed and the time there was', () => {
    const room = inRoundOne().wait(2 * MINUTE);
    room.do({ kind: 'pause', phase: room.cafe.phase });
    undo(room.wait(MINUTE));
    const run = (passed: number, left: number) => ({
      ...{ at: 'step', index: 3 },
      ...{ startedAt: room.now - passed * MINUTE, endsAt: room.now + left * MINUTE },
    });
    expect(room.cafe.stage).toEqual(run(2, 13));
    room.do({ kind: 'pause', phase: room.cafe.phase });
    room.wait(MINUTE).do({ kind: 'resume', phase: room.cafe.phase });
    undo(room.wait(3 * MINUTE));
    expect(room.cafe.stage).toEqual({
      ...{ at: 'paused', index: 3, startedAt: room.now - 2 * MINUTE },
      ...{ leftMs: 13 * MINUTE, pausedAt: room.now },
    });
    room.do({ kind: 'resume', phase: room.cafe.phase });
    expect(room.cafe.stage).toEqual(run(2, 13));
  });

  it('minutes that were added to a pause, and to a round as long as more than these are left', () => {
    const room = inRoundOne();
    room.do({ kind: 'pause', phase: room.cafe.phase });
    const { stage } = room.cafe;
    room.do({ kind: 'extend', endsAt: 15 * MINUTE, minutes: 2 });
    expect(room.cafe.stage).toEqual({ ...stage, leftMs: 17 * MINUTE });
    expect(undo(room)).toHaveProperty('facts');
    expect(room.cafe.stage).toEqual(stage);
    for (const [passed, no] of [
      [15 * MINUTE, 'no minutes'],
      [15 * MINUTE - 1, null],
    ] as const) {
      const other = inRoundOne();
      const endsAt = other.now + 15 * MINUTE;
      other.do({ kind: 'extend', endsAt, minutes: 2 });
      expect(codeOf(undo(other.wait(passed)))).toBe(no);
    }
  });

  it('a bell is undone as Back does it, whoever rang it', () => {
    const room = inRoundOne();
    room.wait(15 * MINUTE).tick();
    expect(room.cafe.activity[0]).toMatchObject({ did: 'stepEntered', by: clock });
    expect(undo(room)).toMatchObject({ facts: [{ kind: 'wentBack' }] });
    expect(room.cafe.activity[1]).toMatchObject({ did: 'stepEntered', undone: true });
    expect(room.cafe.activity[0]).toMatchObject({ did: 'wentBack', undid: { index: 4 } });
  });

  it('a question for the panel: shown, answered, hidden', () => {
    const room = inRoundOne();
    const page = `${room.cafe.itineraries?.['p1']?.tables[0] ?? ''}.1`;
    for (const card of ['c1', 'c2']) room.do({ kind: 'askPanel', page, card, isAsked: true });
    room.goTo(10);
    room.do({ kind: 'showQuestion', question: { page, card: 'c1' } });
    const before = matter(room.cafe);
    room.do({ kind: 'showQuestion', question: { page, card: 'c2' } });
    room.do({ kind: 'answerQuestion', page, card: 'c1', isAnswered: true });
    room.do({ kind: 'hideQuestion', page, card: 'c2', isHidden: true });
    for (const { fact } of [...room.cafe.deeds].slice(0, 3).reverse()) {
      expect(codeOf(undo(room, fact))).toBeNull();
    }
    expect(matter(room.cafe)).toEqual(before);
  });

  it.each<Command>([
    { kind: 'hideQuestion', page: 't1.1', card: 'c1', isHidden: true },
    { kind: 'askPanel', page: 't1.1', card: 'c1', isAsked: false },
  ])('an empty screen, where the question on it was off by $kind', (off) => {
    const room = inRoundOne();
    const page = 't1.1';
    for (const card of ['c1', 'c2']) room.do({ kind: 'askPanel', page, card, isAsked: true });
    room.goTo(10);
    room.do({ kind: 'showQuestion', question: { page, card: 'c1' } });
    room.do(off);
    const { factNumber } = room.cafe;
    room.do({ kind: 'showQuestion', question: { page, card: 'c2' } });
    const fact = undoOf(room.cafe, factNumber);
    expect(fact).not.toBeNull();
    // Taken up again meanwhile, it had not stood there all the same.
    if (off.kind === 'hideQuestion') room.do({ ...off, isHidden: false });
    expect(codeOf(undo(room, fact ?? 0))).toBeNull();
    expect(shownQuestion(room.cafe)).toBeNull();
  });

  it('minutes of a speech that is over them all the same', () => {
    const room = new Rehearsal();
    room.goTo(1);
    room.wait(30 * MINUTE);
    const { stage } = room.cafe;
    const endsAt = stage.at === 'step' ? stage.endsAt : 0;
    room.do({ kind: 'extend', endsAt, minutes: 2 });
    expect(codeOf(undo(room))).toBeNull();
    expect(room.cafe.stage).toEqual(stage);
  });

  it('what is said of a question after the close', () => {
    const room = inRoundOne();
    const page = `${room.cafe.itineraries?.['p1']?.tables[0] ?? ''}.1`;
    room.do({ kind: 'askPanel', page, card: 'c1', isAsked: true });
    room.next();
    const early = room.cafe.deeds[0]?.fact ?? 0;
    room.do({ kind: 'close', phase: room.cafe.phase });
    const before = matter(room.cafe);
    room.do({ kind: 'answerQuestion', page, card: 'c1', isAnswered: true });
    expect(codeOf(undo(room, room.cafe.deeds[0]?.fact ?? 0))).toBeNull();
    expect(matter(room.cafe)).toEqual(before);
    expect(codeOf(undo(room, early))).toBe('cafe closed');
  });
});

describe('undo leaves alone what happened otherwise', () => {
  it('moves of others, people who came, minutes that were added', () => {
    const room = inRoundOne();
    const away = new Rehearsal();
    away.next();
    away.fill(9);
    away.goTo(3);
    const rest = (one: Rehearsal): void => {
      one.wait(1_000);
      one.do({ kind: 'depart', person: 'p7' });
      one.do({ kind: 'sit', table: other(one, 'p8') }, { role: 'person', person: 'p8' });
      const { stage } = one.cafe;
      one.do({ kind: 'extend', endsAt: stage.at === 'step' ? stage.endsAt : 0, minutes: 2 });
    };
    room.do({ kind: 'move', person: 'p1', table: other(room, 'p1') });
    const fact = newestDeed(room);
    rest(room);
    rest(away);
    expect(codeOf(undo(room, fact))).toBeNull();
    expect(matter(room.cafe)).toEqual(matter(away.cafe));
  });
});

describe('undo is refused in plain words', () => {
  it('when the same was changed again, until that is undone too', () => {
    const room = inRoundOne();
    const before = matter(room.cafe);
    room.do({ kind: 'move', person: 'p1', table: other(room, 'p1') });
    const first = newestDeed(room);
    room.do({ kind: 'move', person: 'p1', table: other(room, 'p1') }, secondFacilitator);
    const refusal = { code: 'changed since', by: secondFacilitator, at: room.now };
    expect(undo(room, first)).toEqual({ refusal });
    expect(undoable(room)).not.toContain(first);
    undo(room);
    undo(room, first);
    expect(matter(room.cafe)).toEqual(before);
  });

  it('to whoever presses second: they hear who was faster', () => {
    const room = inRoundOne();
    room.do({ kind: 'depart', person: 'p1' });
    const fact = newestDeed(room);
    undo(room);
    expect(room.do({ kind: 'undo', fact }, secondFacilitator)).toEqual({
      refusal: { code: 'undone already', by: facilitator, at: room.now },
    });
    expect(undoable(room)).not.toContain(fact);
  });

  it('of a table’s number that people have been told since', () => {
    const room = new Rehearsal();
    room.next();
    room.fill(9);
    const table = { kind: 'describeTable', table: 't1', place: '', chairs: 6 } as const;
    room.do({ ...table, number: 9 });
    const fact = newestDeed(room);
    expect(undoable(room)).toContain(fact);
    room.goTo(3);
    expect(codeOf(undo(room, fact))).toBe('number told');
    expect(undoable(room)).not.toContain(fact);
  });

  it('once another round is told, and once the chairs are taken', () => {
    const late = inRoundOne();
    late.do({ kind: 'move', person: 'p1', table: other(late, 'p1') });
    const fact = newestDeed(late);
    late.goTo(5);
    expect(codeOf(undo(late, fact))).toBe('undo late');
    const full = inRoundOne(18);
    const table = full.cafe.itineraries?.['p1']?.tables[0] ?? '';
    full.do({ kind: 'depart', person: 'p1' });
    const leaving = newestDeed(full);
    for (let n = 2; n <= 18; n += 1) full.do({ kind: 'move', person: `p${n}`, table });
    expect(codeOf(undo(full, leaving))).toBe('table full');
  });

  it('of somebody added who has joined with a phone since, or has been seated', () => {
    const room = new Rehearsal();
    room.next();
    room.fill(5);
    const add = { kind: 'addPerson', person: ADDED, name: 'Eva', team: null } as const;
    room.do({ ...add, withoutPhone: true });
    const fact = newestDeed(room);
    room.join('Eva', null, 'same');
    expect(room.cafe.people[ADDED]).toMatchObject({ here: true, withoutPhone: false });
    expect(codeOf(undo(room, fact))).toBe('changed since');
    room.do({ ...add, person: ADDED.replace('5', '6'), name: 'Bo', withoutPhone: true });
    const second = newestDeed(room);
    room.goTo(3);
    expect(codeOf(undo(room, second))).toBe('relied on');
  });

  it('forgets the name of whoever is not added after all', () => {
    const room = inRoundOne();
    room.do({ kind: 'addPerson', ...eva });
    undo(room);
    expect(room.cafe.names).not.toHaveProperty(ADDED);
    expect(room.cafe.activity[0]).toMatchObject({ did: 'undone', undid: { person: ADDED } });
  });

  it('where it would ring a bell at once, after the close, and of what nobody did', () => {
    const room = inRoundOne();
    const { stage } = room.cafe;
    room.do({ kind: 'extend', endsAt: stage.at === 'step' ? stage.endsAt : 0, minutes: 2 });
    const fact = newestDeed(room);
    room.wait(16 * MINUTE);
    expect(codeOf(undo(room))).toBe('no minutes');
    room.do({ kind: 'close', phase: room.cafe.phase });
    expect(codeOf(undo(room, fact))).toBe('cafe closed');
    expect(codeOf(undo(room))).toBeNull();
    expect(room.cafe.stage.at).toBe('step');
    expect(codeOf(undo(room, 1))).toBe('nothing to undo');
    expect(codeOf(room.do({ kind: 'undo', fact }, { role: 'person', person: 'p1' }))).toBe(
      'not allowed',
    );
  });
});
