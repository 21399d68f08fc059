import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { audiencesOf, pageRight, seatIn } from './audience.ts';
import { clock, facilitator, Rehearsal } from './fixture.ts';
import { LIMITS } from './limits.ts';
import { slice } from './slice.ts';

const tablet: Actor = { role: 'table', phone: 'tablet' };

function lay(room: Rehearsal, phone = 'tablet', table = 2): ReturnType<Rehearsal['do']> {
  return room.do({ kind: 'layPhone', phone, table }, clock);
}

/** Nine people in round 1, and a tablet on table 2. */
function roundOne(): Rehearsal {
  const room = new Rehearsal();
  room.next();
  lay(room);
  room.fill(9);
  room.goTo(3);
  return room;
}

/** Who sits at table 2 in the first round, as a device there is told of them. */
function voices(room: Rehearsal): { id: string; index: number; name: string }[] {
  return Object.keys(room.cafe.people)
    .filter((id) => seatIn(room.cafe, id, 1) === 't2')
    .map((id, index) => ({ id, index, name: room.cafe.names[id] ?? '' }));
}

const card = '0190f3c4-0000-7000-8000-000000000001';
const sign = (room: Rehearsal, voice: { index: number; name: string } | null, page = 't2.1') =>
  room.do({ kind: 'signCard', page, card, voice }, tablet);

describe('a device on a table', () => {
  it('is laid there by the number of the table, once the doors are open', () => {
    const room = new Rehearsal();
    expect(lay(room)).toEqual({ refusal: { code: 'not open' } });
    room.next();
    expect(lay(room, 'tablet', 9)).toEqual({ refusal: { code: 'no table' } });
    expect(lay(room)).toEqual({ facts: [{ kind: 'phoneLaid', phone: 'tablet', table: 't2' }] });
    room.do({ kind: 'close', phase: room.cafe.phase });
    expect(lay(room, 'late')).toEqual({ refusal: { code: 'cafe closed' } });
  });

  it('lies there once, however often it asks, and on no other table meanwhile', () => {
    const room = roundOne();
    expect(lay(room)).toEqual({ facts: [] });
    expect(lay(room, 'tablet', 1)).toEqual({ refusal: { code: 'not allowed' } });
  });

  it('shares its table with one more device at most', () => {
    const room = roundOne();
    for (let i = 1; i < LIMITS.tablePhonesPerTableMax; i += 1) lay(room, `other${i}`);
    expect(lay(room, 'last')).toEqual({ refusal: { code: 'enough phones' } });
    expect(lay(room, 'last', 1)).toHaveProperty('facts');
  });

  it('is no person: it is not counted, has no seat and cannot host or change tables', () => {
    const room = roundOne();
    expect(Object.keys(room.cafe.people)).toHaveLength(9);
    expect(slice(room.cafe, 'screen')).toEqual([{ kind: 'room', view: { here: 9 } }]);
    for (const command of [
      { kind: 'sit', table: 't1' },
      { kind: 'hostNow', isHosting: true },
      { kind: 'rate', question: 'again', mark: 5 },
      { kind: 'next', phase: room.cafe.phase },
    ] as const) {
      expect(room.do(command as never, tablet)).toEqual({ refusal: { code: 'not allowed' } });
    }
  });

  it('hears its own table in every round and writes on its page alone', () => {
    const room = roundOne();
    expect(audiencesOf(room.cafe, tablet)).toEqual([
      'everyone',
      'stay:t2',
      'table:t2',
      'page:t2.1',
    ]);
    const rights = (): string[] =>
      ['t2.1', 't2.2', 't2.3', 't1.1', 't3.3'].map((page) => pageRight(room.cafe, tablet, page));
    expect(rights()).toEqual(['write', 'early', 'early', 'none', 'none']);
    room.goTo(6);
    expect(audiencesOf(room.cafe, tablet)).toContain('page:t2.2');
    expect(rights()).toEqual(['late', 'write', 'early', 'none', 'none']);
    room.goTo(9);
    expect(rights()).toEqual(['late', 'late', 'write', 'none', 'none']);
  });

  it('is told what a host of its table is told', () => {
    const room = roundOne();
    expect(slice(room.cafe, 'stay:t2')).toEqual([
      {
        kind: 'stay',
        view: {
          table: 't2',
          tables: ['t2', 't2', 't2'],
          hosting: [true, true, false],
          pages: ['t2.1', 't2.2', 't2.3'],
          subjects: [{ table: 't2', topic: 'Topic 2', question: '' }],
          signed: [],
        },
      },
    ]);
  });

  it('is seen by facilitators, who may end it, and then has no right any more', () => {
    const room = roundOne();
    const seen = (): unknown => {
      const [first] = slice(room.cafe, 'facilitators');
      return first?.kind === 'facilitator' ? first.view.tablePhones : null;
    };
    expect(seen()).toEqual([{ phone: 'tablet', table: 't2' }]);
    room.do({ kind: 'takePhone', phone: 'tablet' });
    expect(seen()).toEqual([]);
    expect(audiencesOf(room.cafe, tablet)).toEqual([]);
    expect(pageRight(room.cafe, tablet, 't2.1')).toBe('none');
    expect(room.cafe.activity[0]).toMatchObject({ did: 'phoneTaken', table: 't2' });
  });

  it('may be ended on itself, and by no other device', () => {
    const room = roundOne();
    const other: Actor = { role: 'table', phone: 'other' };
    expect(room.do({ kind: 'takePhone', phone: 'tablet' }, other)).toEqual({
      refusal: { code: 'not allowed' },
    });
    room.do({ kind: 'takePhone', phone: 'tablet' }, tablet);
    expect(room.cafe.tablePhones).toEqual({});
    // What every object has by itself is no device either.
    for (const phone of ['tablet', 'constructor']) {
      expect(room.do({ kind: 'takePhone', phone })).toEqual({ facts: [] });
    }
  });

  it('marks notes for the next group and asks the panel, of its own table', () => {
    const room = roundOne();
    room.do({ kind: 'passOn', page: 't2.1', card, isPicked: true }, tablet);
    room.do({ kind: 'askPanel', page: 't2.1', card, isAsked: true }, tablet);
    expect(room.cafe.passedOn).toEqual({ 't2.1': [card] });
    expect(room.cafe.panel).toHaveLength(1);
    expect(room.do({ kind: 'askPanel', page: 't1.1', card, isAsked: true }, tablet)).toEqual({
      refusal: { code: 'not your page' },
    });
  });
});

describe('a note on a table’s device', () => {
  it('may be signed for somebody who sits there, and for nobody again', () => {
    const room = roundOne();
    const [first, second] = voices(room);
    if (first === undefined || second === undefined) throw new Error('nobody sits there');
    sign(room, first);
    expect(room.cafe.signed).toEqual({ 't2.1': { [card]: first.id } });
    sign(room, second);
    expect(room.cafe.signed).toEqual({ 't2.1': { [card]: second.id } });
    const [stay] = slice(room.cafe, 'stay:t2');
    expect(stay).toMatchObject({ view: { signed: [{ card, name: second.name }] } });
    sign(room, null);
    expect(room.cafe.signed).toEqual({ 't2.1': {} });
  });

  it('is signed once, also later in the day, and until the close', () => {
    const room = roundOne();
    const [first] = voices(room);
    if (first === undefined) throw new Error('nobody sits there');
    const { index, name, id } = first;
    expect(sign(room, null)).toEqual({ facts: [] });
    room.goTo(6);
    expect(sign(room, { index, name })).toEqual({
      facts: [{ kind: 'cardSigned', page: 't2.1', card, person: id }],
    });
    expect(sign(room, { index, name })).toEqual({ facts: [] });
    room.goTo(11);
    room.next();
    expect(sign(room, null)).toEqual({ refusal: { code: 'cafe closed' } });
    expect(room.cafe.signed).toEqual({ 't2.1': { [card]: id } });
  });

  it('of a full page may still be signed anew, and one more may not', () => {
    const room = roundOne();
    const [first, second] = voices(room);
    if (first === undefined || second === undefined) throw new Error('nobody sits there');
    const one = (card: string, { index, name }: typeof first) =>
      room.do({ kind: 'signCard', page: 't2.1', card, voice: { index, name } }, tablet);
    for (let i = 1; i <= LIMITS.cardsPerPageMax; i += 1) one(`card${i}`, first);
    // What every object has by itself is no card that was signed.
    for (const more of ['more', 'constructor']) {
      expect(one(more, first)).toEqual({ refusal: { code: 'page full' } });
    }
    expect(one('card1', second)).toHaveProperty('facts.length', 1);
    expect(one('card1', second)).toEqual({ facts: [] });
  });

  it('is not signed by a name that is another’s, nor on another table’s page, nor on one to come', () => {
    const room = roundOne();
    const [first] = voices(room);
    if (first === undefined) throw new Error('nobody sits there');
    expect(sign(room, { ...first, name: 'Somebody' })).toEqual({ refusal: { code: 'no person' } });
    expect(sign(room, { index: 40, name: '' })).toEqual({ refusal: { code: 'no person' } });
    expect(sign(room, first, 't1.1')).toEqual({ refusal: { code: 'not your page' } });
    expect(sign(room, first, 't2.2')).toEqual({ refusal: { code: 'page early' } });
    expect(sign(room, first, 't2.9')).toEqual({ refusal: { code: 'not your page' } });
    const { index, name, id } = first;
    for (const by of [facilitator, { role: 'person' as const, person: id }]) {
      const voice = { index, name };
      expect(room.do({ kind: 'signCard', page: 't2.1', card, voice }, by)).toEqual({
        refusal: { code: 'not allowed' },
      });
    }
  });
});
