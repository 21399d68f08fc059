import { describe, expect, it } from 'vitest';
import type { Listed } from './definition.ts';
import { Rehearsal, smallDefinition } from './fixture.ts';

const listed = (id: string, goesWith: string | null): Listed => ({
  ...{ id, name: id, team: null, withoutPhone: false, fixedAt: null, goesWith },
});

/** Eight tables, so that a seat beside somebody is no accident. */
const roomy = smallDefinition({
  tables: Array.from({ length: 8 }, (_, i) => ({
    ...{ id: `t${i + 1}`, number: i + 1, place: '', chairs: 6 },
  })),
});

describe('a late comer who goes with somebody', () => {
  it.each([
    ['names the other', null, 'early'],
    ['is named by the other', 'late', null],
  ])('sits beside them where one %s', (_, early, late) => {
    const room = new Rehearsal(roomy, [listed('early', early), listed('late', late)]);
    room.next();
    room.do({ kind: 'checkIn', person: 'early' });
    room.fill(30);
    room.goTo(3);
    room.do({ kind: 'checkIn', person: 'late' });
    const { itineraries } = room.cafe;
    expect(itineraries?.['late']?.tables.slice(0, 2)).toEqual(
      itineraries?.['early']?.tables.slice(0, 2),
    );
  });

  it('sits anywhere once the other has left', () => {
    const room = new Rehearsal(roomy, [listed('early', null), listed('late', 'early')]);
    room.next();
    room.do({ kind: 'checkIn', person: 'early' });
    room.fill(30);
    room.goTo(3);
    const { tables = [] } = room.cafe.itineraries?.['early'] ?? {};
    room.do({ kind: 'move', person: 'p1', table: tables[0] ?? '' });
    room.do({ kind: 'depart', person: 'early' });
    room.do({ kind: 'checkIn', person: 'late' });
    expect(room.cafe.itineraries?.['late']?.tables).not.toEqual(tables);
  });
});
