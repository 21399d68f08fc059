/** Devices come back, are laid on tables and taken from them, and several people write on one. */
import fc from 'fast-check';
import { v4 as uuidV4 } from 'uuid';
import { seat } from '../table.ts';
import { peopleOf, pick, table, who, type How, type Weighted } from './act.ts';
import { write } from './notes.ts';

export type DevicesAct =
  | { do: 'hello' | 'reconnect'; who: number }
  | { do: 'lay'; table: number }
  | { do: 'take phone' | 'sign'; who: number; to: number };

export const devicesActs: Weighted<DevicesAct> = [
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('hello', 'reconnect'), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lay' as const), table }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('sign', 'sign', 'take phone'),
      who,
      to: fc.nat(5),
    }),
  },
];

export const devices: How<DevicesAct> = {
  hello: async (marked, { who }) => {
    await pick(marked.ears, who).phone.ask('hello', {
      unsaved: [{ page: 't1.1', replica: uuidV4(), n: 3 }],
    });
  },
  reconnect: (marked, { who }) => {
    marked.reconnect(pick(marked.ears, who));
    return Promise.resolve();
  },
  lay: (marked, { table }) => marked.lay(table + 1),
  'take phone': async (marked, { who }) => {
    const [phone = ''] = Object.keys(marked.cafe.tablePhones).slice(1);
    if (phone === '') return;
    const { ok } = await pick(marked.ears, who).phone.command({ kind: 'takePhone', phone });
    if (ok) marked.cutOff(phone);
  },
  sign: async (marked, { who, to }) => {
    const devices = marked.ears.filter(({ me }) => me.role === 'table');
    const ear = pick(devices, who);
    const ref = await write(marked, ear, 'mine');
    await marked.pass(50);
    const [table = '', round = ''] = ref.page.split('.');
    const there = peopleOf(marked).filter((id) => seat(marked.cafe, id, Number(round)) === table);
    const name = marked.cafe.names[there[to] ?? ''] ?? '';
    await ear.phone.command({ kind: 'signCard', ...ref, voice: { index: to, name } });
  },
};
