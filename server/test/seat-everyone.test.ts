/** "Seat everyone" plans beside the café: nothing waits for it, and nobody is left out by it. */
import type { CafeId } from '@tablecloth/shared/cafe';
import type { Instance, NoPlan, Planned } from '@tablecloth/shared/rotation';
import type { JoinAnswer } from '@tablecloth/shared/protocol';
import { expect, test } from 'vitest';
import type { Planner } from '../src/planner/planner.ts';
import { call, makeSmallCafe, startServer } from './fixture.ts';
import { Phone } from './phone.ts';
import { samePlanner } from './same-planner.ts';

/** A planner that answers when the story says so. */
class HeldPlanner implements Planner {
  readonly #held: (() => void)[] = [];
  readonly #heard: (() => void)[] = [];
  readonly asked: Instance[] = [];

  plan(instance: Instance, seed: number, cafe: CafeId): Promise<Planned | NoPlan | null> {
    this.asked.push(instance);
    return new Promise((resolve) => {
      this.#held.push(() => {
        void samePlanner.plan(instance, seed, cafe).then(resolve);
      });
      this.#heard.shift()?.();
    });
  }

  /** Resolves when the next plan is asked for. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#heard.push(resolve));
  }

  answer(): void {
    this.#held.shift()?.();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

async function openRoom(planner: Planner) {
  const server = await startServer({ planner });
  const made = await makeSmallCafe(server);
  const facilitator = new Phone(server, made.session);
  for (const phase of [1, 2]) {
    await facilitator.next();
    await facilitator.sees('clock', (view) => view.phase === phase);
  }
  const join = async (name: string): Promise<Phone> => {
    const body = { door: made.code, name, team: null, claim: null };
    const { json } = await call<JoinAnswer>(server, 'POST', '/api/join', { body });
    return new Phone(server, json.session);
  };
  return { facilitator, join };
}

/** The press is not waited for. */
async function pressSeatEveryone(facilitator: Phone) {
  const { phase } = await facilitator.sees('clock');
  return { press: facilitator.command({ kind: 'next', phase }) };
}

test('people join while the rotation is planned, and are in it', async () => {
  const planner = new HeldPlanner();
  const { facilitator, join } = await openRoom(planner);
  const ada = await join('Ada');
  const first = planner.next();
  const { press } = await pressSeatEveryone(facilitator);
  await first;
  const zoe = await join('Zoë');
  const again = planner.next();
  planner.answer();
  await again;
  planner.answer();
  expect(await press).toMatchObject({ ok: true });
  for (const phone of [ada, zoe]) {
    const { tables } = await phone.sees('person', (view) => view.tables[0] !== null);
    expect(tables).toHaveLength(2);
  }
  expect(planner.asked.map(({ people }) => people.length)).toEqual([1, 2]);
});

test('of two presses for one plan one seats everybody and the other is too late', async () => {
  const planner = new HeldPlanner();
  const { facilitator, join } = await openRoom(planner);
  await join('Ada');
  const { phase } = await facilitator.sees('clock');
  const both = [planner.next(), planner.next()];
  const presses = [1, 2].map(() => facilitator.command({ kind: 'next', phase }));
  await Promise.all(both);
  planner.answer();
  planner.answer();
  const answers = await Promise.all(presses);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'already' } });
});

test('tables that two press to be planned ahead are planned one after the other', async () => {
  const planner = new HeldPlanner();
  const { facilitator, join } = await openRoom(planner);
  await join('Ada');
  const first = planner.next();
  const presses = [1, 2].map(() => facilitator.command({ kind: 'planAhead', how: 'anew' }));
  await first;
  await facilitator.settled();
  expect(planner.asked).toHaveLength(1);
  const second = planner.next();
  planner.answer();
  await second;
  planner.answer();
  expect((await Promise.all(presses)).map(({ ok }) => ok)).toEqual([true, true]);
  expect(planner.asked).toHaveLength(2);
});

test('without a planner people are seated all the same', async () => {
  const failing: Planner = { plan: () => Promise.resolve(null), close: () => Promise.resolve() };
  const { facilitator, join } = await openRoom(failing);
  const ada = await join('Ada');
  const { press } = await pressSeatEveryone(facilitator);
  expect(await press).toMatchObject({ ok: true });
  await ada.sees('person', ({ tables }) => tables[0] !== null);
});
