import { aSecond, seatOf, type Room } from './room.ts';
import { all, type Stories, type Story } from './story.ts';

/** What facilitators do with people and tables while a round runs. */
export const inTheRound: Stories = {
  move: {
    press: async ({ ada }) => {
      const table = (await seatOf(ada)) === 't1' ? 't2' : 't1';
      return { kind: 'move', person: ada.person, table };
    },
    shows: ({ ada }) => [
      [ada, 'person'],
      [ada, 'table'],
    ],
  },
  host: {
    press: async ({ ada }) => ({
      ...{ kind: 'host', person: ada.person, round: 2 },
      table: (await ada.sees('person')).hosting[1] === true ? null : 't1',
    }),
    shows: ({ ada }) => [[ada, 'person']],
  },
  depart: {
    press: ({ bob }) => Promise.resolve({ kind: 'depart', person: bob.person }),
    shows: ({ screen }) => [[screen, 'room']],
  },
  describeTeam: {
    press: async ({ ada }) => ({
      ...{ kind: 'describeTeam', team: `team${(await seatOf(ada)).slice(1)}` },
      ...{ topic: 'Doors', story: 'We opened one', question: 'Which next?' },
    }),
    shows: ({ ada }) => [[ada, 'person']],
  },
  describeCafe: {
    press: () => Promise.resolve({ kind: 'describeCafe', about: { question: 'What else?' } }),
    shows: (room) => all(room, 'cafe'),
  },
  askAtTable: {
    press: () => Promise.resolve({ kind: 'askAtTable', table: 't2', question: 'What here?' }),
  },
  closeTable: {
    press: async (room) => {
      const table = await emptiest(room);
      const preview = await previewed(room, { id: table, closes: true });
      return { kind: 'closeTable', table, reason: 'no host', preview };
    },
    shows: (room) => all(room, 'cafe'),
  },
  openTable: {
    press: async (room) => {
      const table = await emptiest(room);
      const preview = await previewed(room, { id: table, closes: true });
      await room.facilitator.command({ kind: 'closeTable', table, reason: '', preview });
      await aSecond(room);
      await room.facilitator.sees('facilitator', ({ closed }) => closed.length === 1);
      const again = await previewed(room, { id: table, closes: false });
      return { kind: 'openTable', table, preview: again };
    },
    shows: (room) => all(room, 'cafe'),
  },
  applyRepair: {
    press: async (room) => {
      const { bob, facilitator } = room;
      await facilitator.command({ kind: 'depart', person: bob.person });
      await aSecond(room);
      await facilitator.sees('facilitator', ({ people }) =>
        people.some(({ id, here }) => id === bob.person && !here),
      );
      return { kind: 'applyRepair', preview: (await previewed(room)) ?? '' };
    },
    shows: ({ bob }) => [[bob, 'person']],
  },
};

/** Whoever came last is of no team and hosts nowhere by themselves. */
export const hostTwice: Story = {
  press: ({ phones }) =>
    Promise.resolve({
      ...{ kind: 'host', person: phones.at(-1)?.person ?? '', round: 1 },
      ...{ table: 't1', alsoIn: [2] },
    }),
  shows: ({ phones }) => phones.slice(-1).map((hal) => [hal, 'person']),
};

async function previewed({ facilitator }: Room, table?: { id: string; closes: boolean }) {
  const seen = await facilitator.ask('preview repair', table === undefined ? {} : { table });
  if (!seen.ok) throw new Error(seen.refusal.sentence);
  return seen.preview;
}

/** Of the tables at which no story has a host: one is closed from here on. */
async function emptiest({ facilitator }: Room): Promise<string> {
  const { people } = await facilitator.sees('facilitator');
  const load = (id: string) => people.filter(({ tables }) => tables[0] === id).length;
  return ['t2', 't3'].sort((a, b) => load(a) - load(b))[0] ?? '';
}
