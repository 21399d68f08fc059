/** Somebody leaves, a table is closed or opened, and the coming rounds are planned again. */
import fc from 'fast-check';
import type { MarkedCafe } from '../listening.ts';
import {
  facilitatorOf,
  peopleOf,
  pick,
  table,
  tableOf,
  who,
  type How,
  type Weighted,
} from './act.ts';

export type RepairAct =
  | { do: 'depart' | 'expect' | 'repair' | 'look at repair' | 'undo repair'; who: number }
  | { do: 'close table' | 'open table'; table: number };

export const repairActs: Weighted<RepairAct> = [
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('depart', 'expect', 'repair', 'look at repair', 'undo repair'),
      who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('close table', 'open table'), table }),
  },
];

export const repair: How<RepairAct> = {
  depart,
  expect: async (marked, { who }) => {
    const person = pick(peopleOf(marked), who);
    await facilitatorOf(marked).phone.command({ kind: 'expect', person });
  },
  repair: async (marked, act) => {
    await depart(marked, act);
    const { phone } = facilitatorOf(marked);
    const seen = await phone.ask('preview repair', {});
    if (!seen.ok || seen.preview === null) return;
    await phone.command({ kind: 'applyRepair', preview: seen.preview });
  },
  'look at repair': async (marked, { who }) => {
    const { phone } = pick(marked.ears, who);
    await phone.ask('preview repair', {});
    await phone.ask('preview seating', {});
  },
  'undo repair': async (marked) => {
    await facilitatorOf(marked).phone.command({ kind: 'undoRepair' });
  },
  'close table': (marked, { table }) => changeTable(marked, table, true),
  'open table': (marked, { table }) => changeTable(marked, table, false),
};

async function depart(marked: MarkedCafe, { who }: { who: number }): Promise<void> {
  const person = pick(peopleOf(marked), who);
  await facilitatorOf(marked).phone.command({ kind: 'depart', person });
}

async function changeTable(marked: MarkedCafe, nth: number, closes: boolean): Promise<void> {
  const { words } = marked.around;
  const { phone } = facilitatorOf(marked);
  const id = tableOf(marked, nth);
  const seen = await phone.ask('preview repair', { table: { id, closes } });
  if (!seen.ok) return;
  const { preview } = seen;
  const reason = words.make();
  words.plant(reason, { of: 'reason', cafe: marked.made.cafe });
  await phone.command(
    closes
      ? { kind: 'closeTable', table: id, reason, preview }
      : { kind: 'openTable', table: id, preview },
  );
}
