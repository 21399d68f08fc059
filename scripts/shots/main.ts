/**
 * `npm run shots`: opens the sample on a server of its own, lives through the day in a real browser,
 * and takes a picture of every view. All go to `test-results/shots`; those the docs show also to
 * `docs/screens`. Each view is also looked at by axe, for targets below 44 px and for what is wider
 * than the window; what is wrong makes the exit code 1. It waits for what is seen and never for a time.
 * With `--mirrored` pages are set for a language that is read from the right, with `--large` in letters
 * twice as large; those pictures are for looking at only.
 */
import { chromium } from 'playwright-core';
import { TestServer } from '../../client/test/server.ts';
import { NO_BROWSER, findBrowser } from '../browser/find.mjs';
import { launchArgs } from '../browser/setup.mjs';
import { atTheDesk } from './at-the-desk.ts';
import { Camera } from './camera.ts';
import { chosenTables } from './chosen-tables.ts';
import { heldBell } from './held-bell.ts';
import { MANNERS, argsFor, type Manner } from './manner.ts';
import { morning } from './morning.ts';
import { quickDay } from './quick-day.ts';
import { Room } from './room.ts';
import { smallDay } from './small-day.ts';

/** Each with how long anything in it may take to be seen: in some, rounds run to their end. */
const DAYS = {
  morning: { live: morning, patienceMs: 20_000 },
  quick: { live: quickDay, patienceMs: 300_000 },
  desk: { live: atTheDesk, patienceMs: 20_000 },
  chosen: { live: chosenTables, patienceMs: 20_000 },
  small: { live: smallDay, patienceMs: 20_000 },
  held: { live: heldBell, patienceMs: 150_000 },
};
type Day = keyof typeof DAYS;

const given = process.argv.slice(2);
const manner = MANNERS.find((name) => given.includes(`--${name}`)) ?? 'as it is';
const wanted = given.filter((name) => name !== `--${manner}`);
const unknown = wanted.filter((name) => !(name in DAYS));
const executablePath = findBrowser();
if (unknown.length > 0) {
  console.error(`Days are ${Object.keys(DAYS).join(', ')}; not “${unknown.join(', ')}”.`);
  process.exitCode = 2;
} else if (executablePath === null) {
  console.error(NO_BROWSER);
  process.exitCode = 2;
} else {
  const days = (wanted.length > 0 ? wanted : Object.keys(DAYS)) as Day[];
  await takeAll(executablePath, days, manner);
}

/** One day after the other, each on a server of its own. */
async function takeAll(
  executablePath: string,
  days: readonly Day[],
  manner: Manner,
): Promise<void> {
  const camera = new Camera(manner);
  const browser = await chromium.launch({
    executablePath,
    args: [...launchArgs(), ...argsFor(manner)],
  });
  try {
    for (const day of days) {
      const server = await TestServer.start();
      try {
        const { live, patienceMs } = DAYS[day];
        await live({ room: new Room(browser, server.url, patienceMs, manner), server, camera });
      } finally {
        await server.stop();
      }
      for (const context of browser.contexts()) await context.close();
    }
  } finally {
    await browser.close();
    console.log(`${String(camera.taken)} pictures are in ${camera.folder}.`);
    for (const problem of camera.problems) console.error(problem);
  }
  if (camera.problems.length > 0) process.exitCode = 1;
}
