/** Nobody receives on the wire what the written table (canary/table.ts) does not allow. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acts, perform } from './canary/acts.ts';
import { frameOf } from './canary/ear.ts';
import { MarkedCafe, type Listening } from './canary/listening.ts';
import { TABLE } from './canary/table.ts';
import { Words } from './canary/words.ts';
import { FakeTime } from './fake-time.ts';
import { startServer } from './fixture.ts';
import { Replica } from './phone.ts';

const CAFES = 25;
const SEQUENCES = 20;

async function listen(): Promise<Listening> {
  const time = new FakeTime(Date.UTC(2026, 2, 3, 9));
  return { server: await startServer({ time }), time, words: new Words(), heard: new Map() };
}

test('through 500 random sequences nobody receives a word that is not theirs to see', async () => {
  const around = await listen();
  const morning = fc.array(acts, { minLength: SEQUENCES, maxLength: SEQUENCES });
  await fc.assert(
    fc.asyncProperty(morning, fc.constantFrom('scatter', 'pick'), async (sequences, seating) => {
      const marked = await MarkedCafe.open(around, seating);
      for (const { act, then } of sequences.flat()) {
        await perform(marked, act);
        await marked.judge('at once');
        if (then > 0) await marked.pass(then);
        expect(marked.leaks).toEqual([]);
      }
      marked.close();
    }),
    // A failure prints the seed and the path to it; a smaller one would take minutes to find.
    { numRuns: CAFES, endOnFailure: true },
  );

  // By chance nobody may have left who had seats to come, and then no repair has anything to say.
  const marked = await MarkedCafe.open(around);
  const repaired = { do: 'repair', who: 0 } as const;
  const press = { do: 'press', kind: 'next' } as const;
  const sit = { do: 'sit', who: 2, table: 0, round: 1 } as const;
  for (const act of [press, press, press, repaired, sit]) {
    await perform(marked, act);
    await marked.judge('at once');
  }
  // Nor may anybody have brought something home, or have been seen writing by whoever reads along.
  const first = { table: 0, round: 1 } as const;
  const everybody = async (what: 'write' | 'presence' | 'read'): Promise<void> => {
    for (const who of marked.ears.keys()) await perform(marked, { do: what, who, page: 'mine' });
    await marked.judge('at once');
    await marked.pass(50);
  };
  await perform(marked, { do: 'open', who: 0, page: first });
  await everybody('write');
  await everybody('presence');
  // Nor may a question have stood on the screen: one that was on its page, and one added late.
  const goTo = async (kind: string): Promise<void> => {
    const { stage, definition } = marked.cafe;
    if (stage.at === kind) return;
    if (stage.at === 'step' && definition.programme[stage.index]?.kind === kind) return;
    await perform(marked, press);
    await marked.judge('at once');
    await goTo(kind);
  };
  for (const [which, kind] of ['break', 'panel'].entries()) {
    await goTo(kind);
    await perform(marked, { do: 'ask panel', who: 0, page: first });
    await marked.pass(600);
    await perform(marked, { do: 'show', which });
    await marked.judge('at once');
    await marked.pass(50);
  }
  await everybody('read');
  // Nor may one have been answered after the day, while people look at the page it was asked on.
  const { page: asked = '' } = marked.cafe.panel[0] ?? {};
  const place = {
    table: marked.cafe.definition.tables.findIndex(({ id }) => asked.startsWith(`${id}.`)),
  };
  await goTo('closed');
  const there = { ...place, round: Number(asked.split('.')[1]) };
  for (const who of marked.ears.keys()) await perform(marked, { do: 'open', who, page: there });
  await perform(marked, { do: 'answer', which: 0 });
  await marked.judge('at once');
  for (const who of marked.ears.keys()) await perform(marked, { do: 'read', who, page: there });
  await marked.pass(600);
  expect(marked.leaks).toEqual([]);
  marked.close();

  // Of tables planned ahead people hear whom they host with, and no more.
  const paired = await MarkedCafe.open(around, 'scatter', 2);
  const beside = () => around.heard.get('person told first name') ?? 0;
  const before = beside();
  await perform(paired, { do: 'plan ahead', how: 'keep' });
  await paired.pass(50);
  expect(beside()).toBeGreaterThan(before);
  expect(paired.leaks).toEqual([]);
  paired.close();

  // The table allows nothing that did not happen, so a rule that is too wide is seen.
  const allowed = Object.entries(TABLE).flatMap(([of, ways]) =>
    Object.entries(ways).flatMap(([way, row]) =>
      Object.entries(row)
        .filter(([, rule]) => rule.name !== 'never')
        .map(([role]) => `${role} ${way} ${of}`),
    ),
  );
  expect([...around.heard.keys()].sort()).toEqual(allowed.sort());
  expect(around.server.logged()).not.toContain('"level":50');
}, 180_000);

test('a frame with a word that is not theirs is found, in plain text and in note bytes', async () => {
  const around = await listen();
  const marked = await MarkedCafe.open(around);
  const { cafe, made } = marked;
  const { words } = around;
  const [person] = Object.keys(cafe.people);
  if (person === undefined) throw new Error('nobody joined');
  const [name, text] = [words.make(), words.make()];
  words.plant(name, { of: 'first name', cafe: made.cafe, person });
  words.plant(text, { of: 'note', cafe: made.cafe, page: 't1.1', by: person });
  const { bytes } = new Replica('t1.1').write(`before ${text} after`);
  const frames = {
    name: `2["slice",{"factNumber":1,"slice":{"kind":"room","view":{"name":"${name}"}}}]`,
    note: `2["entries",{"page":"t1.1","generation":1,"bytes":"${bytes}"}]`,
    answer: `31[{"ok":true,"cards":[{"text":"${text}"}]}]`,
    secret: `2["slice",{"link":"http://x/#${made.session}"}]`,
  };
  const leaksTo = (role: string, raw: string): string[] =>
    marked.ears
      .filter(({ me }) => me.role === role && (me.role !== 'person' || me.person !== person))
      .slice(0, 1)
      .flatMap(({ me }) => marked.leaksIn(frameOf(raw), me, cafe))
      .map(({ of }) => of);
  for (const role of ['screen', 'team', 'person']) {
    expect(leaksTo(role, frames.name)).toEqual(['first name']);
    expect(leaksTo(role, frames.note)).toEqual(['note']);
    expect(leaksTo(role, frames.secret)).toEqual(['secret']);
  }
  expect(leaksTo('screen', frames.answer)).toEqual(['note']);
  expect(leaksTo('team', frames.answer)).toEqual([]);
  expect(leaksTo('facilitator', frames.name)).toEqual([]);
  // Nobody asked for the page, so nobody is told; another café's words are nobody's.
  expect(leaksTo('facilitator', frames.note)).toEqual(['note']);
  const other = words.make();
  words.plant(other, { of: 'café words', cafe: 'another' });
  expect(leaksTo('facilitator', `2["slice",{"title":"${other}"}]`)).toEqual(['café words']);
});
