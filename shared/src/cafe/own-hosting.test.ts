import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { facilitator, inRoundOne, Rehearsal } from './fixture.ts';
import { atTable } from './own-hosting.ts';
import { slice } from './slice.ts';

const actor = (person: string): Actor => ({ role: 'person', person });
const hostAt = (room: Rehearsal, table: string): string =>
  atTable(room.cafe, table, 1).find(({ hosting }) => hosting)?.id ?? '';
const visitorAt = (room: Rehearsal, table: string): string =>
  atTable(room.cafe, table, 1).find(({ hosting }) => !hosting)?.id ?? '';

describe('hosting by those who sit there', () => {
  it('is handed over by name to somebody at the same table, and back', () => {
    const room = inRoundOne();
    const [from, to] = [hostAt(room, 't1'), visitorAt(room, 't1')];
    const [view] = slice(room.cafe, 'table:t1');
    const people = view?.kind === 'table' ? view.view.people : [];
    const order = atTable(room.cafe, 't1', 1);
    expect(people).toEqual(order.map(({ name, hosting }) => ({ name, hosting })));
    const index = order.findIndex(({ id }) => id === to);
    const name = order[index]?.name ?? '';
    const before = room.cafe.itineraries;
    expect(room.do({ kind: 'handOver', index, name }, actor(to))).toEqual({
      refusal: { code: 'not hosting' },
    });
    expect(room.do({ kind: 'handOver', index, name: 'Nobody' }, actor(from))).toEqual({
      refusal: { code: 'no person' },
    });
    expect(room.do({ kind: 'handOver', index, name }, actor(from))).toHaveProperty(
      'facts.length',
      2,
    );
    expect(hostAt(room, 't1')).toBe(to);
    expect(room.cafe.activity.slice(0, 2)).toMatchObject([
      { did: 'personSeated', person: to, table: 't1', by: actor(from) },
      { did: 'personSeated', person: from, table: 't1' },
    ]);
    const back = atTable(room.cafe, 't1', 1).findIndex(({ id }) => id === from);
    const own = atTable(room.cafe, 't1', 1)[back]?.name ?? '';
    room.do({ kind: 'handOver', index: back, name: own }, actor(to));
    expect(room.cafe.itineraries).toEqual(before);
  });

  it('stays with its host who is named again, or whose list of the table is an old one', () => {
    const room = inRoundOne();
    const from = hostAt(room, 't1');
    const order = atTable(room.cafe, 't1', 1);
    const own = order.findIndex(({ id }) => id === from);
    const no = { refusal: { code: 'no person' } };
    const give = (index: number, name = order[index]?.name ?? '') =>
      room.do({ kind: 'handOver', index, name }, actor(from));
    expect(give(own)).toEqual(no);
    expect(give(order.length, 'Nobody')).toEqual(no);
    expect(give((own + 1) % order.length, order[own]?.name)).toEqual(no);
    expect(room.do({ kind: 'handOver', index: 0, name: '' }, facilitator)).toEqual({
      refusal: { code: 'not allowed' },
    });
    expect(hostAt(room, 't1')).toBe(from);
  });

  it('is given to a second host of the table by one alone', () => {
    const room = inRoundOne();
    const [from, to] = [hostAt(room, 't1'), visitorAt(room, 't1')];
    room.do({ kind: 'host', person: to, table: 't1', round: 1 });
    const order = atTable(room.cafe, 't1', 1);
    const index = order.findIndex(({ id }) => id === to);
    const name = order[index]?.name ?? '';
    expect(room.do({ kind: 'handOver', index, name }, actor(from))).toEqual({
      facts: [
        {
          ...{ kind: 'personSeated', person: from, round: 1, table: 't1' },
          ...{ hosting: false, because: 'host' },
        },
      ],
    });
    expect(atTable(room.cafe, 't1', 1).filter(({ hosting }) => hosting)).toMatchObject([
      { id: to },
    ]);
  });

  it('may be given up by a visitor of another team beside whom somebody hosts', () => {
    const room = inRoundOne();
    const [host, visitor] = [hostAt(room, 't1'), visitorAt(room, 't1')];
    const take = (isHosting: boolean, by: string) =>
      room.do({ kind: 'hostNow', isHosting }, actor(by));
    take(false, host);
    take(true, visitor);
    take(true, host);
    expect(take(false, visitor)).toHaveProperty('facts.length', 1);
    expect(atTable(room.cafe, 't1', 1).filter(({ hosting }) => hosting)).toMatchObject([
      { id: host },
    ]);
  });

  it('is taken where nobody hosts, or at one’s own team’s table, and not over somebody’s head', () => {
    const room = inRoundOne();
    const [host, visitor] = [hostAt(room, 't1'), visitorAt(room, 't1')];
    const take = { kind: 'hostNow' as const, isHosting: true };
    expect(room.do(take, actor(visitor))).toEqual({ refusal: { code: 'hosted already' } });
    expect(room.do({ kind: 'hostNow', isHosting: false }, actor(host))).toHaveProperty('facts');
    expect(room.do(take, actor(visitor))).toHaveProperty('facts.length', 1);
    expect(room.do(take, actor(visitor))).toEqual({ facts: [] });
    // Of the table's own team: a second host beside the first.
    expect(room.do(take, actor(host))).toHaveProperty('facts.length', 1);
    expect(atTable(room.cafe, 't1', 1).filter(({ hosting }) => hosting)).toHaveLength(2);
  });

  it('is nobody’s before there are seats, at home, after the close, or of another role', () => {
    const early = new Rehearsal();
    early.next();
    early.fill(3);
    const take = { kind: 'hostNow' as const, isHosting: true };
    expect(early.do(take, actor('p1'))).toEqual({ refusal: { code: 'not seated' } });
    const room = inRoundOne();
    expect(room.do(take)).toEqual({ refusal: { code: 'not allowed' } });
    expect(room.do(take, actor('nobody'))).toEqual({ refusal: { code: 'not allowed' } });
    room.goTo(9);
    expect(room.do(take, actor('p1'))).toEqual({ refusal: { code: 'no round' } });
    expect(room.do({ kind: 'handOver', index: 0, name: 'Person 1' }, actor('p1'))).toEqual({
      refusal: { code: 'no round' },
    });
    room.goTo(11);
    room.next();
    expect(room.do(take, actor('p1'))).toEqual({ refusal: { code: 'cafe closed' } });
  });
});
