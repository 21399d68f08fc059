import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { pageRight, seatIn } from './audience.ts';
import { mayErase } from './erase.ts';
import { Rehearsal, facilitator, smallDefinition } from './fixture.ts';
import { atTable } from './own-hosting.ts';
import { slice } from './slice.ts';

const CARD = '0190f3c2-0000-7000-8000-000000000001';
const OTHER = '0190f3c2-0000-7000-8000-000000000002';
const erase = (page: string, card: string | null = CARD, generation = 2) => ({
  ...{ kind: 'eraseNote' as const, page, card, generation },
});

/** Six people in round 1; who hosts table 1 there, and who visits it. */
function inRoundOne(): { room: Rehearsal; host: Actor; visitor: Actor } {
  const room = new Rehearsal(smallDefinition({ hostsPerTable: 1 }));
  room.next();
  room.fill(6);
  room.goTo(3);
  const at = (hosting: boolean): Actor => {
    const found = Object.entries(room.cafe.itineraries ?? {}).find(
      ([, own]) => own.tables[0] === 't1' && own.hosting[0] === hosting,
    );
    return { role: 'person', person: found?.[0] ?? 'nobody' };
  };
  return { room, host: at(true), visitor: at(false) };
}

describe('removing a note for good', () => {
  it('is for hosts while their page is open, and for facilitators also later', () => {
    const { room, host, visitor } = inRoundOne();
    expect(mayErase(room.cafe, host, 't1.1')).toBe(true);
    expect(mayErase(room.cafe, visitor, 't1.1')).toBe(false);
    expect(mayErase(room.cafe, host, 't2.1')).toBe(false);
    expect(mayErase(room.cafe, facilitator, 't1.1')).toBe(true);
    expect(mayErase(room.cafe, facilitator, 't1.2')).toBe(false);
    expect(mayErase(room.cafe, facilitator, 't9.1')).toBe(false);
    expect(mayErase(room.cafe, { role: 'screen' }, 't1.1')).toBe(false);
    expect(mayErase(room.cafe, { role: 'team', team: 'team1' }, 't1.1')).toBe(false);
    expect(room.do(erase('t1.1'), visitor)).toEqual({ refusal: { code: 'hosts remove' } });
    expect(room.do(erase('t1.2'))).toEqual({ refusal: { code: 'no note' } });
    expect(room.do(erase('t9.1'))).toEqual({ refusal: { code: 'no page' } });
    room.goTo(6);
    expect(room.do(erase('t1.1'), host)).toEqual({ refusal: { code: 'hosts remove' } });
    expect(mayErase(room.cafe, host, 't1.1')).toBe(false);
    expect(mayErase(room.cafe, facilitator, 't1.1')).toBe(true);
  });

  it('is for the whole team in its home round', () => {
    const { room } = inRoundOne();
    room.goTo(9);
    const [mate] = Object.values(room.cafe.people).filter(({ team }) => team === 'team1');
    const [other] = Object.values(room.cafe.people).filter(({ team }) => team === 'team2');
    expect(mayErase(room.cafe, { role: 'person', person: mate?.id ?? '' }, 't1.3')).toBe(true);
    expect(mayErase(room.cafe, { role: 'person', person: other?.id ?? '' }, 't1.3')).toBe(false);
  });

  it('is not for those who only wrote there, nor for a team at its table while it is visited', () => {
    const { room, host, visitor } = inRoundOne();
    const hostId = host.role === 'person' ? host.person : '';
    // The other one of the table's team visits elsewhere in this round.
    const mate = Object.values(room.cafe.people).find(
      ({ id, team }) => team === 'team1' && id !== hostId,
    );
    const away = { role: 'person' as const, person: mate?.id ?? '' };
    expect(pageRight(room.cafe, away, 't1.1')).toBe('write');
    expect(mayErase(room.cafe, away, 't1.1')).toBe(false);
    // Who hosts in a later round visits in this one.
    const hosting = room.cafe.itineraries?.[away.person]?.hosting;
    expect(hosting?.slice(0, 2)).toEqual([false, true]);
    // Whoever hosts another team's table does so there alone.
    room.do({ kind: 'host', person: away.person, table: 't2', round: 1 });
    expect(mayErase(room.cafe, away, 't2.1')).toBe(true);
    expect(mayErase(room.cafe, away, 't1.1')).toBe(false);
    // A host who changed tables may still write at the first, and host at neither.
    room.do({ kind: 'sit', table: 't2' }, host);
    expect(pageRight(room.cafe, host, 't1.1')).toBe('write');
    expect(mayErase(room.cafe, host, 't1.1')).toBe(false);
    // Somebody of another team who sits at the table in the home round is no host of it.
    room.goTo(9);
    const guest = visitor.role === 'person' ? visitor.person : '';
    room.do({ kind: 'sit', table: 't1' }, visitor);
    expect(seatIn(room.cafe, guest, 3)).toBe('t1');
    expect(pageRight(room.cafe, visitor, 't1.3')).toBe('write');
    expect(mayErase(room.cafe, visitor, 't1.3')).toBe(false);
    room.do({ kind: 'sit', table: 't2' }, away);
    expect(pageRight(room.cafe, away, 't2.3')).toBe('write');
    expect(mayErase(room.cafe, away, 't2.3')).toBe(false);
  });

  it('is for the device on a table while its page is open', () => {
    const { room } = inRoundOne();
    room.do({ kind: 'layPhone', phone: 'tablet', table: 1 }, { role: 'clock' });
    const tablet: Actor = { role: 'table', phone: 'tablet' };
    const may = () => ['t1.1', 't1.2', 't2.1'].map((page) => mayErase(room.cafe, tablet, page));
    expect(may()).toEqual([true, false, false]);
    room.goTo(6);
    expect(may()).toEqual([false, true, false]);
  });

  it('leaves what points to other notes as it is, also to one of the same id on another page', () => {
    const { room, host } = inRoundOne();
    room.do({ kind: 'layPhone', phone: 'tablet', table: 1 }, { role: 'clock' });
    const tablet: Actor = { role: 'table', phone: 'tablet' };
    const [voice] = atTable(room.cafe, 't1', 1);
    for (const card of [CARD, OTHER]) {
      room.do({ kind: 'askPanel', page: 't2.1', card, isAsked: true });
      room.do({ kind: 'askPanel', page: 't1.1', card, isAsked: true }, host);
      const signed = { index: 0, name: voice?.name ?? '' };
      room.do({ kind: 'signCard', page: 't1.1', card, voice: signed }, tablet);
    }
    room.goTo(8);
    room.do({ kind: 'showQuestion', question: { page: 't2.1', card: CARD } });
    const before = room.cafe;
    expect(before.signed).toEqual({ 't1.1': { [CARD]: voice?.id, [OTHER]: voice?.id } });
    room.do(erase('t1.1'), facilitator);
    expect(room.cafe.panel).toEqual(
      before.panel.filter(({ page, card }) => page !== 't1.1' || card !== CARD),
    );
    expect(room.cafe.spotlight).toEqual({ page: 't2.1', card: CARD });
    expect(room.cafe.signed).toEqual({ 't1.1': { [OTHER]: voice?.id } });
    expect(room.cafe.passedOn).toEqual(before.passedOn);
    expect(room.cafe.generations).toEqual({ 't1.1': 2 });
    room.do(erase('t3.1', CARD, 5), facilitator);
    expect(room.cafe.signed).toEqual({ 't1.1': { [OTHER]: voice?.id } });
    expect(room.cafe.generations).toEqual({ 't1.1': 2, 't3.1': 5 });
  });

  it('takes it from everything that pointed to it, and says in the list where, not what', () => {
    const { room, host } = inRoundOne();
    for (const card of [CARD, OTHER]) {
      room.do({ kind: 'passOn', page: 't1.1', card, isPicked: true }, host);
      room.do({ kind: 'askPanel', page: 't1.1', card, isAsked: true }, host);
    }
    room.do(erase('t1.1'), host);
    expect(room.cafe.passedOn['t1.1']).toEqual([OTHER]);
    expect(room.cafe.panel.map(({ card }) => card)).toEqual([OTHER]);
    const [line] = room.cafe.activity;
    expect(line).toMatchObject({ did: 'noteErased', table: 't1', by: host });
    expect(JSON.stringify(line)).not.toContain(CARD);
  });

  it('tells everybody which pages are others now, and by which generation', () => {
    const { room, host } = inRoundOne();
    const view = () => slice(room.cafe, 'everyone').find(({ kind }) => kind === 'cafe')?.view;
    expect(view()).not.toHaveProperty('generations');
    room.do(erase('t1.1'), host);
    room.do(erase('t1.1', null, 3), facilitator);
    expect(view()).toHaveProperty('generations', { 't1.1': 3 });
  });

  it('takes a question from the big screen with it', () => {
    const { room, host } = inRoundOne();
    room.do({ kind: 'askPanel', page: 't1.1', card: CARD, isAsked: true }, host);
    room.goTo(8);
    room.do({ kind: 'showQuestion', question: { page: 't1.1', card: CARD } });
    expect(room.cafe.spotlight).not.toBeNull();
    room.do(erase('t1.1'), facilitator);
    expect(room.cafe.spotlight).toBeNull();
  });
});
