/** Notes are written, read and removed, on pages of the sender's table and of others. */
import fc from 'fast-check';
import { v7 as uuidV7 } from 'uuid';
import { Replica } from '../../phone.ts';
import type { Ear } from '../ear.ts';
import type { MarkedCafe } from '../listening.ts';
import { seat } from '../table.ts';
import {
  lieOf,
  page,
  pageOf,
  personOf,
  pick,
  table,
  tableOf,
  who,
  type How,
  type Page,
  type Weighted,
} from './act.ts';

export type NotesAct =
  | { do: 'write' | 'read' | 'open' | 'leave' | 'presence'; who: number; page: Page }
  | { do: 'erase'; who: number; by: number; page: Page }
  /** Opens the page of their table, changes tables, and a former table-mate goes on writing. */
  | { do: 'wander'; who: number; table: number }
  /** Adds something to a page of an earlier round, which then everybody wants to read. */
  | { do: 'look back'; who: number; page: { table: number; round: number } };

export const notesActs: Weighted<NotesAct> = [
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['write', 'write', 'write', 'read', 'read', 'open', 'open', 'leave'] as const),
        ...(['presence', 'presence'] as const),
      ),
      who,
      page,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('erase' as const), who, by: who, page }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wander' as const), who, table }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('look back' as const),
      who,
      page: fc.record({ table, round: fc.constantFrom(1, 1, 2) }),
    }),
  },
];

export const notes: How<NotesAct> = {
  write: async (marked, { who, page }) => {
    await write(marked, pick(marked.ears, who), page);
  },
  read: (marked, { who, page }) => read(marked, pick(marked.ears, who), page),
  open: (marked, { who, page }) => open(marked, pick(marked.ears, who), page),
  leave: async (marked, { who, page }) => {
    const ear = pick(marked.ears, who);
    const left = pageOf(marked, ear, page);
    await ear.phone.ask('leave page', { page: left });
    ear.opened.delete(left);
  },
  presence: (marked, { who, page }) => isWriting(marked, pick(marked.ears, who), page),
  erase: async (marked, { who, by, page }) => {
    const ref = await write(marked, personOf(marked, who), page);
    await marked.pass(50);
    await pick(marked.ears, by).phone.ask('erase note', ref);
  },
  wander: async (marked, { who, table }) => {
    const ear = pick(marked.ears, who);
    const page = pageOf(marked, ear, 'mine');
    const mate = marked.ears.find((one) => one !== ear && pageOf(marked, one, 'mine') === page);
    await open(marked, ear, 'mine');
    await ear.phone.command({ kind: 'sit', table: tableOf(marked, table) });
    await marked.judge('at once');
    if (mate === undefined) return;
    await isWriting(marked, mate, 'mine');
    await write(marked, mate, 'mine');
  },
  'look back': async (marked, { who, page }) => {
    await write(marked, personOf(marked, who), page);
    await marked.pass(50);
    for (const ear of marked.ears) await read(marked, ear, page);
  },
};

/** Writes a word on a page, and tells which card it stands on. */
export async function write(
  marked: MarkedCafe,
  ear: Ear,
  wanted: Page,
): Promise<{ page: string; card: string }> {
  const { phone, me } = ear;
  const page = pageOf(marked, ear, wanted);
  const { words } = marked.around;
  const by = me.role === 'person' ? me.person : null;
  const isLate = Number(page.split('.')[1]) !== marked.cafe.openRound;
  const text = words.make();
  const replica = new Replica(page);
  const entry = replica.write(text);
  const [card = ''] = replica.doc.getMap('cards').keys();
  const of = isLate ? 'late note' : 'note';
  words.plant(text, { of, cafe: marked.made.cafe, page, by, card });
  phone.socket.emit('entry', entry);
  await phone.settled();
  return { page, card };
}

async function read(marked: MarkedCafe, ear: Ear, wanted: Page): Promise<void> {
  await ear.phone.ask('read page', { page: pageOf(marked, ear, wanted) });
  await ear.phone.ask('read brought', {});
}

async function open(marked: MarkedCafe, ear: Ear, wanted: Page): Promise<void> {
  const { phone, opened, me } = ear;
  const page = pageOf(marked, ear, wanted);
  const { openRound } = marked.cafe;
  const at = me.role === 'person' ? seat(marked.cafe, me.person, openRound) : lieOf(marked, me);
  const sitsThere = at !== null && page === `${at}.${String(openRound)}`;
  const { ok } = await phone.ask('open page', { page });
  if (ok && !sitsThere) opened.add(page);
}

/** Says that a note is in somebody's hand. */
async function isWriting(marked: MarkedCafe, ear: Ear, wanted: Page): Promise<void> {
  const page = pageOf(marked, ear, wanted);
  const card = uuidV7();
  marked.around.words.plant(card, { of: 'card in hand', cafe: marked.made.cafe, page });
  ear.phone.socket.emit('presence', { page, card });
  await ear.phone.settled();
}
