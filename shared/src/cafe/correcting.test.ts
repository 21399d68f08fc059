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
      ['t1.1', 't1.3', 't2.1', 't3.1', 't1.9', 't9.1'].filter((page) =>
        mayCorrect(room.cafe, by, page, now),
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
});
