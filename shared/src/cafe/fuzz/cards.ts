/** Notes are passed on, asked of the panel, signed and removed for good. */
import fc from 'fast-check';
import type { Actor } from '../actor.ts';
import { clock, facilitator, type Rehearsal } from '../fixture.ts';
import { atTable } from '../own-hosting.ts';
import { person, table, type How, type Weighted } from './act.ts';

export type CardsAct =
  | { do: 'pick'; who: number; table: string; card: number; isOn: boolean }
  | { do: 'erase'; person: string | null; table: string; card: number | null }
  | { do: 'question'; with: number; card: number; isOn: boolean }
  | { do: 'free places'; of: 'passOn' | 'askPanel' | 'signCard'; table: string; cards: number[] }
  | { do: 'lay phone'; table: number }
  | { do: 'take phone' | 'sign'; which: number; voice: number | null };

export const cardsActs: Weighted<CardsAct> = [
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pick' as const),
      who: fc.integer({ min: 0, max: 8 }),
      table,
      card: fc.integer({ min: 0, max: 9 }),
      isOn: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('erase' as const),
      person: fc.option(person, { nil: null }),
      table,
      card: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('question' as const),
      with: fc.integer({ min: 0, max: 2 }),
      card: fc.integer({ min: 0, max: 9 }),
      isOn: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('free places' as const),
      of: fc.constantFrom('passOn', 'askPanel', 'signCard'),
      table,
      cards: fc.subarray([0, 1, 2, 3, 4]),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('lay phone' as const),
      table: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('take phone', 'sign', 'sign'),
      which: fc.nat(4),
      voice: fc.option(fc.nat(4), { nil: null }),
    }),
  },
];

export const cards: How<CardsAct> = {
  pick: (room, step) => {
    const { cafe } = room;
    const by: Actor = step.who === 0 ? facilitator : { role: 'person', person: `p${step.who}` };
    const ref = { page: `${step.table}.${cafe.openRound ?? 1}`, card: `c${step.card}` };
    room.do({ kind: 'passOn', ...ref, isPicked: step.isOn }, by);
    room.do({ kind: 'askPanel', ...ref, isAsked: step.isOn }, by);
  },
  erase: (room, step) => {
    const { cafe } = room;
    const page = `${step.table}.${cafe.openRound ?? 1}`;
    const by: Actor = step.person === null ? facilitator : { role: 'person', person: step.person };
    const card = step.card === null ? null : `c${step.card}`;
    const generation = (cafe.generations[page] ?? 1) + 1;
    room.do({ kind: 'eraseNote', page, card, generation }, by);
  },
  question: (room, step) => {
    const { cafe } = room;
    const question = cafe.panel[step.card % Math.max(1, cafe.panel.length)];
    if (question === undefined) return;
    const { page, card } = question;
    const { isOn } = step;
    if (step.with === 0) {
      room.do({ kind: 'showQuestion', question: isOn ? { page, card } : null });
    } else if (step.with === 1) {
      room.do({ kind: 'answerQuestion', page, card, isAnswered: isOn });
    } else {
      room.do({ kind: 'hideQuestion', page, card, isHidden: isOn });
    }
  },
  'free places': (room, step) => {
    const page = `${step.table}.${room.cafe.openRound ?? 1}`;
    const cards = step.cards.map((n) => `c${n}`);
    room.do({ kind: 'freePlaces', of: step.of, page, cards }, clock);
  },
  'lay phone': (room, step) => {
    const { cafe } = room;
    const phone = `phone${cafe.factNumber}`;
    room.do({ kind: 'layPhone', phone, table: step.table }, clock);
  },
  'take phone': (room, step) => {
    const { phone } = phoneOf(room, step.which);
    room.do({ kind: 'takePhone', phone });
  },
  sign: (room, step) => {
    const { phone, table } = phoneOf(room, step.which);
    const round = room.cafe.openRound ?? 1;
    const index = step.voice ?? 0;
    const name = atTable(room.cafe, table, round)[index]?.name ?? '';
    const voice = step.voice === null ? null : { index, name };
    const page = `${step.which === 4 ? 't1' : table}.${round}`;
    room.do({ kind: 'signCard', page, card: `c${step.which}`, voice }, { role: 'table', phone });
  },
};

/** A device and where it lies; where there is none, one that nobody knows. */
function phoneOf({ cafe }: Rehearsal, which: number): { phone: string; table: string } {
  const phones = Object.entries(cafe.tablePhones);
  const [phone = 'none', table = 't1'] = phones[which % Math.max(1, phones.length)] ?? [];
  return { phone, table };
}
