/** People get seats, change them, and host. */
import { toldRound } from '@tablecloth/shared/cafe';
import fc from 'fast-check';
import { seat } from '../table.ts';
import {
  facilitatorOf,
  peopleOf,
  pick,
  round,
  table,
  tableOf,
  who,
  type How,
  type Weighted,
} from './act.ts';

export type SeatsAct =
  | { do: 'sit' | 'move' | 'host'; who: number; table: number; round: number }
  | { do: 'take away'; who: number; round: number }
  | { do: 'host now' | 'hand over'; who: number; to: number }
  | { do: 'seat the rest' }
  | { do: 'sit anywhere'; who: number }
  | { do: 'move ahead'; who: number; table: number; round: number }
  | { do: 'plan ahead'; how: 'keep' | 'anew' | 'drop' };

export const seatsActs: Weighted<SeatsAct> = [
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('sit', 'sit', 'move', 'host'), who, table, round }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take away' as const), who, round }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('host now', 'hand over'), who, to: fc.nat(5) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('seat the rest' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sit anywhere' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move ahead' as const), who, table, round }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('plan ahead' as const),
      how: fc.constantFrom('keep' as const, 'keep' as const, 'anew' as const, 'drop' as const),
    }),
  },
];

export const seats: How<SeatsAct> = {
  sit: async (marked, { who, table }) => {
    const { phone } = pick(marked.ears, who);
    await phone.command({ kind: 'sit', table: tableOf(marked, table) });
  },
  move: async (marked, { who, table }) => {
    const person = pick(peopleOf(marked), who);
    const { phone } = facilitatorOf(marked);
    await phone.command({ kind: 'move', person, table: tableOf(marked, table) });
  },
  host: async (marked, { who, round, table }) => {
    const person = pick(peopleOf(marked), who);
    const { phone } = facilitatorOf(marked);
    await phone.command({ kind: 'host', person, round, table: tableOf(marked, table) });
  },
  'take away': async (marked, { who, round }) => {
    const person = pick(peopleOf(marked), who);
    await facilitatorOf(marked).phone.command({ kind: 'host', person, round, table: null });
  },
  'host now': async (marked, { who, to }) => {
    await pick(marked.ears, who).phone.command({ kind: 'hostNow', isHosting: to % 2 === 0 });
  },
  'hand over': async (marked, { who, to }) => {
    const { cafe } = marked;
    const { me, phone } = pick(marked.ears, who);
    const round = toldRound(cafe.definition.programme, cafe.stage);
    const at = me.role === 'person' ? seat(cafe, me.person, round) : null;
    const there = peopleOf(marked).filter((id) => seat(cafe, id, round) === at);
    const name = cafe.names[there[to] ?? ''] ?? '';
    await phone.command({ kind: 'handOver', index: to, name });
  },
  'seat the rest': async (marked) => {
    const { definition, stage } = marked.cafe;
    const round = toldRound(definition.programme, stage) ?? 0;
    await facilitatorOf(marked).phone.command({ kind: 'seatRest', round });
  },
  'sit anywhere': async (marked, { who }) => {
    await pick(marked.ears, who).phone.command({ kind: 'sitAnywhere' });
  },
  'move ahead': async (marked, { who, round, table }) => {
    const person = pick(peopleOf(marked), who);
    const command = { kind: 'moveAhead', person, round, table: tableOf(marked, table) } as const;
    await facilitatorOf(marked).phone.command(command);
  },
  'plan ahead': async (marked, { how }) => {
    await facilitatorOf(marked).phone.command({ kind: 'planAhead', how });
  },
};
