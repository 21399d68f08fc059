import { describe, expect, it } from 'vitest';
import { deadline } from './decide.ts';
import { inRoundOne, MINUTE, Rehearsal, secondFacilitator, smallDefinition } from './fixture.ts';
import { position } from './position.ts';

describe('moving the programme', () => {
  it('opens, welcomes and seats everyone with the press that ends the welcome', () => {
    const room = new Rehearsal();
    expect(room.cafe.stage).toEqual({ at: 'before' });
    room.next();
    expect(room.cafe.stage).toMatchObject({ at: 'step', index: 0 });
    room.fill(9);
    room.next();
    expect(room.cafe.itineraries).toBeNull();
    room.next();
    expect(room.cafe.stage).toMatchObject({ at: 'step', index: 2, endsAt: room.now + 3 * MINUTE });
    expect(Object.keys(room.cafe.itineraries ?? {})).toHaveLength(9);
  });

  it('refuses a second press that saw the same phase, and says who was first', () => {
    const room = inRoundOne();
    const phase = room.cafe.phase;
    room.do({ kind: 'next', phase });
    const at = room.now;
    room.wait(40);
    expect(room.do({ kind: 'next', phase }, secondFacilitator)).toEqual({
      refusal: { code: 'already', by: { role: 'facilitator', label: 'Facilitator 1' }, at },
    });
    expect(room.cafe.stage).toMatchObject({ index: 4 });
  });

  it('says that nothing has begun to whoever presses for what is not there yet', () => {
    const room = new Rehearsal();
    const begun = { refusal: { code: 'not begun' } };
    expect(room.do({ kind: 'pause', phase: room.cafe.phase + 1 })).toEqual(begun);
    expect(room.do({ kind: 'extend', endsAt: room.now, minutes: 2 })).toEqual(begun);
  });

  it('refuses a press meant for before a Back', () => {
    const room = inRoundOne();
    const phase = room.cafe.phase;
    room.next();
    room.do({ kind: 'back', phase: room.cafe.phase });
    expect(room.do({ kind: 'next', phase }, secondFacilitator)).toMatchObject({
      refusal: { code: 'already' },
    });
    expect(room.cafe.stage).toMatchObject({ index: 3 });
  });

  it('enters exactly one step per tick, counted from the missed deadline', () => {
    const room = inRoundOne();
    const due = deadline(room.cafe) ?? 0;
    room.now = due + 400;
    room.tick();
    expect(room.cafe.stage).toEqual({
      at: 'step',
      index: 4,
      startedAt: due,
      endsAt: due + MINUTE,
    });
  });

  it('asks instead of ringing after more than a minute of outage, and rings unanswered a minute later', () => {
    const room = inRoundOne();
    const due = deadline(room.cafe) ?? 0;
    room.now = due + MINUTE + 1;
    room.tick();
    expect(room.cafe.stage).toMatchObject({
      at: 'held',
      missedAt: due,
      ringsAt: room.now + MINUTE,
    });
    room.tick();
    expect(room.cafe.stage.at).toBe('held');
    expect(room.do({ kind: 'pause', phase: room.cafe.phase })).toEqual({
      refusal: { code: 'bell held' },
    });
    room.wait(MINUTE).tick();
    expect(room.cafe.stage).toMatchObject({ at: 'step', index: 4, startedAt: room.now });
  });

  it('gives three more minutes to a bell that was held', () => {
    const room = inRoundOne();
    const due = deadline(room.cafe) ?? 0;
    room.now = due + 5 * MINUTE;
    room.tick();
    room.do({ kind: 'extend', endsAt: due, minutes: 3 });
    expect(room.cafe.stage).toMatchObject({ at: 'step', index: 3, endsAt: room.now + 3 * MINUTE });
  });

  it('never ticks a step that waits for a press', () => {
    const room = new Rehearsal();
    room.next();
    expect(deadline(room.cafe)).toBeNull();
    room.wait(600 * MINUTE).tick();
    expect(room.cafe.stage).toMatchObject({ index: 0 });
  });

  it('gives back the time that was left when a bell is undone', () => {
    const room = inRoundOne();
    room.wait(10 * MINUTE).do({ kind: 'ring', phase: room.cafe.phase });
    room.wait(20_000).do({ kind: 'back', phase: room.cafe.phase });
    expect(room.cafe.stage).toEqual({
      at: 'step',
      index: 3,
      startedAt: room.now - 10 * MINUTE,
      endsAt: room.now + 5 * MINUTE,
    });
    expect(room.cafe.openRound).toBe(1);
  });

  it('gives a minute to a round whose bell rang by itself and is undone', () => {
    const room = inRoundOne();
    room.now = deadline(room.cafe) ?? 0;
    room.tick();
    room.do({ kind: 'back', phase: room.cafe.phase });
    expect(room.cafe.stage).toMatchObject({ index: 3, endsAt: room.now + MINUTE });
  });

  it('keeps the remaining time and the beat through a pause', () => {
    const room = inRoundOne();
    room.wait(6 * MINUTE).do({ kind: 'pause', phase: room.cafe.phase });
    expect(deadline(room.cafe)).toBeNull();
    room.wait(30 * MINUTE).do({ kind: 'resume', phase: room.cafe.phase });
    expect(room.cafe.stage).toMatchObject({ at: 'step', index: 3, endsAt: room.now + 9 * MINUTE });
    const { definition, stage } = room.cafe;
    expect(position(definition, stage, room.now)?.beat).toMatchObject({
      index: 1,
      leftMs: 6 * MINUTE,
    });
  });

  it('stays paused where a bell is undone in a pause, with the time that was left', () => {
    const room = inRoundOne();
    room.wait(10 * MINUTE).do({ kind: 'ring', phase: room.cafe.phase });
    room.wait(20_000).do({ kind: 'pause', phase: room.cafe.phase });
    room.wait(7 * MINUTE).do({ kind: 'back', phase: room.cafe.phase });
    expect(room.cafe.stage).toEqual({
      at: 'paused',
      index: 3,
      startedAt: room.now - 10 * MINUTE,
      leftMs: 5 * MINUTE,
      pausedAt: room.now,
    });
    expect(room.cafe.activity[0]).toMatchObject({ did: 'wentBack', isPaused: true });
    room.wait(MINUTE).do({ kind: 'resume', phase: room.cafe.phase });
    expect(room.cafe.stage).toMatchObject({ at: 'step', index: 3, endsAt: room.now + 5 * MINUTE });
  });

  it('ends a pause by going back to what waits for a press, and says so', () => {
    const room = new Rehearsal();
    room.fill(9);
    room.goTo(2);
    room.do({ kind: 'pause', phase: room.cafe.phase });
    room.do({ kind: 'back', phase: room.cafe.phase });
    expect(room.cafe.stage).toMatchObject({ at: 'step', index: 1 });
    expect(room.cafe.activity[0]).toMatchObject({ did: 'wentBack', isPaused: false });
  });

  it('says that it is paused again where a pause was left by the bell', () => {
    const room = inRoundOne();
    room.do({ kind: 'pause', phase: room.cafe.phase });
    room.next();
    room.do({ kind: 'back', phase: room.cafe.phase });
    expect(room.cafe.stage).toMatchObject({ at: 'paused', index: 3 });
    expect(room.cafe.activity[0]).toMatchObject({ did: 'wentBack', isPaused: true });
    room.do({ kind: 'resume', phase: room.cafe.phase });
    room.next();
    room.do({ kind: 'back', phase: room.cafe.phase });
    expect(room.cafe.activity[0]).not.toHaveProperty('isPaused');
  });

  it('extends only from the end its sender saw', () => {
    const room = inRoundOne();
    const seen = deadline(room.cafe) ?? 0;
    room.do({ kind: 'extend', endsAt: seen, minutes: 2 });
    expect(deadline(room.cafe)).toBe(seen + 2 * MINUTE);
    expect(room.do({ kind: 'extend', endsAt: seen, minutes: 2 }, secondFacilitator)).toMatchObject({
      refusal: { code: 'already' },
    });
    expect(deadline(room.cafe)).toBe(seen + 2 * MINUTE);
  });

  it.each<[string, (room: Rehearsal, seen: number) => void]>([
    [
      'minutes that were added',
      (room, endsAt) => room.do({ kind: 'extend', endsAt, minutes: 2 }, secondFacilitator),
    ],
    ['a pause', (room) => room.do({ kind: 'pause', phase: room.cafe.phase }, secondFacilitator)],
    [
      'the next step',
      (room) => room.do({ kind: 'next', phase: room.cafe.phase }, secondFacilitator),
    ],
  ])('says to whoever saw another end who moved it, and when: by %s', (_by, move) => {
    const room = inRoundOne().wait(MINUTE);
    const seen = deadline(room.cafe) ?? 0;
    move(room, seen);
    const at = room.now;
    // What moves no end is not what was faster.
    room.wait(40).join('Zoë', null);
    expect(room.do({ kind: 'extend', endsAt: seen, minutes: 2 })).toEqual({
      refusal: { code: 'already', by: { role: 'facilitator', label: 'Facilitator 2' }, at },
    });
  });

  it('says of a bell that rang meanwhile that the clock was faster', () => {
    const room = inRoundOne();
    const seen = deadline(room.cafe) ?? 0;
    room.do({ kind: 'extend', endsAt: seen, minutes: 2 }, secondFacilitator);
    room.now = seen + 2 * MINUTE;
    room.tick();
    expect(room.do({ kind: 'extend', endsAt: seen + 2 * MINUTE, minutes: 2 })).toEqual({
      refusal: { code: 'already', by: { role: 'clock' }, at: room.now },
    });
  });

  it('says who went on, also where minutes were added since', () => {
    const room = inRoundOne();
    const { phase } = room.cafe;
    room.next();
    const at = room.now;
    room
      .wait(40)
      .do({ kind: 'extend', endsAt: deadline(room.cafe) ?? 0, minutes: 2 }, secondFacilitator);
    expect(room.do({ kind: 'next', phase }, secondFacilitator)).toEqual({
      refusal: { code: 'already', by: { role: 'facilitator', label: 'Facilitator 1' }, at },
    });
  });

  it('extends a pause by the time left its sender saw', () => {
    const room = inRoundOne();
    room.wait(5 * MINUTE).do({ kind: 'pause', phase: room.cafe.phase });
    room.do({ kind: 'extend', endsAt: 10 * MINUTE, minutes: 2 });
    expect(room.cafe.stage).toMatchObject({ at: 'paused', leftMs: 12 * MINUTE });
  });

  it('divides the programme by the pace and leaves the outage limit in real time', () => {
    const room = new Rehearsal(smallDefinition({ pace: 30 }));
    room.next();
    room.goTo(3);
    const due = deadline(room.cafe) ?? 0;
    expect(due - room.now).toBe(30_000);
    room.now = due + 59_000;
    room.tick();
    expect(room.cafe.stage).toMatchObject({ at: 'step', index: 4, startedAt: due });
  });

  it('closes after the last step and opens again by Back', () => {
    const room = inRoundOne();
    room.goTo(11);
    expect(room.cafe.openRound).toBe(3);
    room.next();
    expect(room.cafe.stage).toEqual({ at: 'closed', closedAt: room.now });
    expect(room.cafe.openRound).toBeNull();
    expect(room.next()).toEqual({ refusal: { code: 'cafe closed' } });
    room.do({ kind: 'back', phase: room.cafe.phase });
    expect(room.cafe.stage).toMatchObject({ at: 'step', index: 11 });
    expect(room.cafe.openRound).toBe(3);
  });

  it('runs to the end with nobody at all', () => {
    const room = new Rehearsal();
    room.next();
    room.goTo(11);
    room.next();
    expect(room.cafe.stage.at).toBe('closed');
  });
});
