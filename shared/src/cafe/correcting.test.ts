import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { mayAnswer, mayCorrect } from './audience.ts';
import { facilitator, Rehearsal, smallDefinition } from './fixture.ts';
import { correctableUntil } from './keeping.ts';

const CARD = '0190f3c2-0000-7000-8000-000000000001';
const team = (id: string): Actor => ({ role: 'team', team: id });

/** Of three tables the third is no team's. One question of table 1 is for the panel, one is taken back. */
function lastStep(): Rehearsal {
  const { teams } = smallDefinition();
  const room = new Rehearsal(smallDefinition({ teams: teams.slice(0, 2) }));
  room.next();
  room.fill(6);
  room.goTo(3);
  room.do({ kind: 'askPanel', page: 't1.1', card: CARD, isAsked: true });
  room.do({ kind: 'askPanel', page: 't2.1', card: CARD, isAsked: true });
  room.do({ kind: 'askPanel', page: 't2.1', card: CARD, isAsked: false });
  room.goTo(11);
  return room;
}

describe('notes after the café', () => {
  it('are corrected by the team whose table it is, and by facilitators where it is nobody’s', () => {
    const room = lastStep();
    const may = (by: Actor, now = room.now): string[] =>
      ['t1.1', 't1.3', 't2.1', 't3.1', 't1.9', 't9.1'].filter(
        (page) => mayCorrect(room.cafe, by, page, now) === null,
      );
    expect([may(team('team1')), may(facilitator)]).toEqual([[], []]);
    room.next();
    const until = correctableUntil(room.cafe) ?? 0;
    for (const now of [room.now, until - 1]) {
      expect(may(team('team1'), now)).toEqual(['t1.1', 't1.3']);
      expect(may(team('team2'), now)).toEqual(['t2.1']);
      expect(may(team('nobody'), now)).toEqual([]);
      expect(may(facilitator, now)).toEqual(['t3.1']);
      expect(may({ role: 'person', person: 'p1' }, now)).toEqual([]);
      expect(may({ role: 'screen' }, now)).toEqual([]);
    }
    expect([may(team('team1'), until), may(facilitator, until)]).toEqual([[], []]);
  });

  it('tell facilitators that a team corrects its own, for as long as it does', () => {
    const room = lastStep();
    const no = (page: string, now = room.now) => mayCorrect(room.cafe, facilitator, page, now);
    expect(no('t1.1')).toEqual({ code: 'too late' });
    room.next();
    expect(no('t1.1')).toEqual({ code: 'team corrects' });
    expect(no('t1.9')).toEqual({ code: 'too late' });
    expect(no('t1.1', correctableUntil(room.cafe) ?? 0)).toEqual({ code: 'too late' });
  });

  it('are answered for as long where they asked the panel', () => {
    const room = lastStep();
    const answer = (page: string, card = CARD, now = room.now) =>
      mayAnswer(room.cafe, page, card, now)?.code ?? 'may';
    expect(answer('t1.1')).toBe('too late');
    room.next();
    const until = correctableUntil(room.cafe) ?? 0;
    expect(answer('t1.1')).toBe('may');
    expect(answer('t1.1', CARD, until - 1)).toBe('may');
    expect(answer('t1.1', CARD, until)).toBe('too late');
    expect(answer('t1.1', 'another')).toBe('no question');
    expect(answer('t2.1')).toBe('no question');
    expect(answer('t3.1')).toBe('no question');
  });

  it('stay as they are after that: no question is marked or hidden, and the café stays closed', () => {
    const room = lastStep();
    const question = { page: 't1.1', card: CARD };
    const answered = { kind: 'answerQuestion', ...question, isAnswered: true } as const;
    const hidden = { kind: 'hideQuestion', ...question, isHidden: true } as const;
    const shown = { kind: 'hideQuestion', ...question, isHidden: false } as const;
    room.next();
    const closed = room.cafe.deeds[0]?.fact ?? 0;
    const back = { kind: 'back', phase: room.cafe.phase } as const;
    room.wait((correctableUntil(room.cafe) ?? 0) - room.now - 1);
    const facts = [answered, hidden, shown].map((command) => {
      expect(room.do(command)).toHaveProperty('facts.length', 1);
      return room.cafe.deeds[0]?.fact ?? 0;
    });
    expect(room.do({ kind: 'undo', fact: facts.at(-1) ?? 0 })).toHaveProperty('facts.length', 1);
    room.wait(1);
    const before = room.cafe;
    const late = { refusal: { code: 'too late' } };
    for (const command of [{ ...answered, isAnswered: false }, hidden, shown, back] as const) {
      expect(room.do(command)).toEqual(late);
    }
    for (const fact of [closed, ...facts.slice(0, 1)]) {
      expect(room.do({ kind: 'undo', fact })).toEqual(late);
    }
    expect(room.cafe).toBe(before);
  });
});
