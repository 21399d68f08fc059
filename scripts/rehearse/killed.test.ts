import type { Founding } from '@tablecloth/shared/cafe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../../client/test/server.ts';
import { rehearse } from './rehearse.ts';
import { shortCafe } from './tampering/short-cafe.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

/** A phone whose joining was held up by a kill may be too late for the last visit, but not for home. */
function withHomeRound(cafe: Founding): Founding {
  const { programme } = cafe.definition;
  const home = { kind: 'home', minutes: 4, round: 3 } as const;
  const steps = [...programme.slice(0, -1), home, ...programme.slice(-1)];
  return { ...cafe, definition: { ...cafe.definition, programme: steps } };
}

/** How far the programme is when the server is killed: in moves, rounds and graces. */
const KILLED_AT = [0.15, 0.3, 0.48, 0.65, 0.85];

test('a server killed five times loses no word and seats nobody wrong', async () => {
  const left = [...KILLED_AT];
  let restarting: Promise<void> | null = null;
  const failures: unknown[] = [];
  const progress = {
    show(share: number) {
      const [next] = left;
      if (restarting !== null || next === undefined || share < next) return;
      left.shift();
      restarting = server
        .goAway('SIGKILL')
        .then(() => server.comeBack())
        .catch((problem: unknown) => failures.push(problem))
        .then(() => {
          restarting = null;
        });
    },
    end: () => undefined,
  };
  const options = { phones: 16, pace: 20, url: server.url, seed: 2, hurry: true };
  const report = await rehearse(options, { cafe: withHomeRound(shortCafe()), progress });
  expect(failures).toEqual([]);
  expect(left).toEqual([]);
  expect(report).toMatchObject({
    joined: 16,
    seated: 16,
    wrongTables: 0,
    wordsMissing: 0,
    wordsInWrongPlace: 0,
    bellsRungTwice: 0,
    rowsLeft: 0,
    findings: [],
  });
  expect(report.wordsTyped).toBeGreaterThan(80);
});
