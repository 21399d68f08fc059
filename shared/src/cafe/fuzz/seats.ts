/** People get seats, change them and host; tables are closed and the coming rounds planned again. */
import fc from 'fast-check';
import type { Actor } from '../actor.ts';
import { seatIn } from '../audience.ts';
import { makeChange, repair } from '../fixture.ts';
import { atTable } from '../own-hosting.ts';
import { toldRound } from '../position.ts';
import { person, table, type How, type Weighted } from './act.ts';

export type SeatsAct =
  | { do: 'sit'; person: string; table: string }
  | { do: 'repair' | 'undo repair' }
  | { do: 'close table'; table: string; closed: string | null }
  | { do: 'host'; person: string; round: number; table: string | null; alsoIn: number[] }
  | { do: 'choose'; first: 'tables' | 'people' }
  | { do: 'plan ahead'; how: 'keep' | 'anew' | 'drop' }
  | { do: 'move ahead'; person: string; round: number; table: string }
  | { do: 'host now'; person: string; isHosting: boolean; to: number }
  | { do: 'sit anywhere'; person: string }
  | { do: 'seat the rest' };

export const seatsActs: Weighted<SeatsAct> = [
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sit' as const), person, table }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('repair', 'undo repair') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('close table' as const),
      table,
      closed: fc.option(fc.string({ maxLength: 8 }), { nil: null }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('host' as const),
      person,
      round: fc.integer({ min: 0, max: 5 }),
      table: fc.option(table, { nil: null }),
      alsoIn: fc.subarray([1, 2, 3]),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      first: fc.constantFrom('tables' as const, 'people' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('plan ahead' as const),
      how: fc.constantFrom('keep' as const, 'keep' as const, 'anew' as const, 'drop' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: fc.constant('move ahead' as const), person, table },
      round: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('host now' as const),
      person,
      isHosting: fc.boolean(),
      to: fc.integer({ min: 0, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sit anywhere' as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('seat the rest' as const) }) },
];

export const seats: How<SeatsAct> = {
  repair: (room) => {
    repair(room);
  },
  'close table': (room, step) => {
    makeChange(room, step);
  },
  'undo repair': (room) => {
    room.do({ kind: 'undoRepair' });
  },
  sit: (room, step) => {
    room.do({ kind: 'sit', table: step.table }, { role: 'person', person: step.person });
  },
  host: (room, { do: kind, ...step }) => {
    room.do({ kind, ...step });
  },
  choose: (room, step) => {
    room.do({ kind: 'chooseSeating', first: step.first });
  },
  'plan ahead': (room, step) => {
    room.do({ kind: 'planAhead', how: step.how });
  },
  'move ahead': (room, { person, round, table }) => {
    room.do({ kind: 'moveAhead', person, round, table });
  },
  'host now': (room, step) => {
    const { cafe } = room;
    const by: Actor = { role: 'person', person: step.person };
    const seat = seatIn(cafe, step.person, toldRound(cafe.definition.programme, cafe.stage));
    const round = toldRound(cafe.definition.programme, cafe.stage) ?? 0;
    const name = seat === null ? '' : (atTable(cafe, seat, round)[step.to]?.name ?? '');
    room.do({ kind: 'handOver', index: step.to, name }, by);
    room.do({ kind: 'hostNow', isHosting: step.isHosting }, by);
  },
  'sit anywhere': (room, step) => {
    room.do({ kind: 'sitAnywhere' }, { role: 'person', person: step.person });
  },
  'seat the rest': (room) => {
    const { cafe } = room;
    room.do({
      kind: 'seatRest',
      round: toldRound(cafe.definition.programme, cafe.stage) ?? 0,
    });
  },
};
