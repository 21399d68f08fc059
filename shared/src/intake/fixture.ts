import type { Room } from './room.ts';

const untold = { topic: '', question: '' };

/** Five tables, teams at the first three, two people. */
export const room: Room = {
  tables: [1, 2, 3, 4, 5].map((number) => ({
    ...{ id: `t${String(number)}`, number, place: '', chairs: 6 },
  })),
  teams: [
    { id: 'a', name: 'Riverside Early Psychosis', ...untold, homeTable: 't1' },
    { id: 'b', name: 'Łódź Outreach', ...untold, homeTable: 't2' },
    {
      ...{ id: 'c', name: 'Digital Front Door, for people with no phone' },
      ...{ ...untold, homeTable: 't3' },
    },
  ],
  people: [
    { id: 'p1', name: 'Sam Ali', team: 'a', withoutPhone: false, fixedAt: null, goesWith: null },
    { id: 'p2', name: 'Sam Ali', team: 'b', withoutPhone: false, fixedAt: 't4', goesWith: null },
  ],
};

export const emptyRoom: Room = { tables: room.tables.slice(0, 1), teams: [], people: [] };
