/**
 * The sample morning in real browsers: a facilitator, a screen, six phones and simulated people.
 * Once on loopback, once on plain http without a secure context.
 */
import { sampleCafe } from '@tablecloth/shared/sample';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk, pagesWith } from './desk.ts';
import { Guest, sees } from './guest.ts';
import { apart } from './remaining.ts';
import { frameHolds, Room, type Device } from './room.ts';

const MINUTE_MS = 60_000;
const sample = sampleCafe(null);

/** The n-th listed person of a team; the first two host its table in round 1. */
function member(team: string, index: number): { name: string; team: string } {
  const person = sample.people.filter((one) => one.team === team)[index];
  const own = sample.definition.teams.find(({ id }) => id === team);
  if (person === undefined || own === undefined) throw new Error(`No ${String(index)} in ${team}`);
  return { name: person.name, team: own.name };
}

describe.each(['loopback', 'plain http'] as const)('a whole morning on %s', (kind) => {
  const team = member('team7', 0).team;
  const words = `Lanterns by the library door, said on ${kind}`;
  let room: Room;
  let desk: Desk;
  let screen: Device;
  let phones: Guest[];
  let hosts: Guest[];
  let visitors: Guest[];
  let elsewhere: Guest[];

  beforeAll(async () => {
    room = await Room.open(kind);
  });
  afterAll(() => room.close());

  test('a facilitator opens the sample and its doors, and a screen shows the code', async () => {
    desk = await Desk.openSample(room);
    expect(await desk.device.page.evaluate(() => isSecureContext)).toBe(kind === 'loopback');
    await desk.press(/^Open the doors/u);
    const links = await desk.links();
    screen = await room.device('screen', 'screen', room.here(links.screen));
    await screen.page.getByText(links.code).waitFor();
  });

  test('six people come with their phones, half of them by scanning and half by the code', async () => {
    const links = await desk.links();
    const arrivals = [
      member('team7', 0),
      member('team7', 1),
      member('team1', 4),
      member('team2', 4),
      member('team3', 4),
      member('team4', 4),
    ];
    phones = await Promise.all(
      arrivals.map(async (who, i) => {
        const scans = i % 2 === 0;
        const device = await room.device(
          `phone ${String(i + 1)}`,
          'phone',
          scans ? room.here(links.join) : '/',
          { clockOffMs: i === 5 ? 10 * MINUTE_MS : 0 },
        );
        const guest = new Guest(device);
        if (!scans) await guest.typeCode(links.code.toLowerCase());
        await guest.join(who.name, who.team);
        await guest.reads(`You are in, ${who.name}.`);
        return guest;
      }),
    );
    hosts = phones.slice(0, 2);
    visitors = phones.slice(2, 4);
    elsewhere = phones.slice(4);
    await screen.page.getByText('6 people are here').waitFor();
  });

  test('a button fills the café with simulated people', async () => {
    await desk.fill(97);
    await screen.page.getByText(/^\d{3} people are here/u).waitFor();
  });

  test('the welcome puts the phones away, and everyone is seated by one press', async () => {
    await desk.press(/^Begin Welcome/u);
    for (const phone of phones) await phone.reads(/Please put your phone down/u);
    await desk.press(/^Seat everyone \(\d+\)/u);
    await screen.page.getByText('Find your table').waitFor();
    for (const host of hosts) await host.reads('Stay: you host');
    for (const phone of [...visitors, ...elsewhere]) await phone.reads(/^Walk to table \d+$/u);
  });

  test('a facilitator takes hosting from one of the hosts and gives it back', async () => {
    const [, host] = hosts;
    const { name } = member('team7', 1);
    await desk.forPerson(name, team, 'Stop hosting round 1');
    await host?.page.getByText('Stay: you host').waitFor({ state: 'hidden' });
    await desk.forPerson(name, team, 'Host round 1');
    await host?.reads('Stay: you host');
  });

  test('two choose table 7 by Change, and two sit elsewhere', async () => {
    for (const phone of visitors) {
      if ((await phone.table()) !== 7) await phone.change(7);
    }
    for (const [i, phone] of elsewhere.entries()) {
      if ((await phone.table()) === 7) await phone.change(12 + i);
    }
    const tables = await Promise.all(phones.map((phone) => phone.table()));
    expect(tables.slice(0, 4)).toEqual([7, 7, 7, 7]);
    expect(tables.slice(4)).not.toContain(7);
  });

  const timed = (inRound: boolean) => [
    [desk.device.page, 'bar'] as const,
    [screen.page, inRound ? 'ring' : 'figures'] as const,
    // A phone shows the running part alone: of the story's five minutes ten are to come.
    ...phones.map(
      ({ page }) => [page, inRound ? 'bar' : 'figures', inRound ? 10 * MINUTE_MS : 0] as const,
    ),
  ];

  test('in a move the time left is the same on all displays to half a second', async () => {
    expect(await apart(timed(false), 3 * MINUTE_MS)).toBeLessThan(500);
  });

  test('what one types at table 7 stands at the other three within a second, and nowhere else', async () => {
    await desk.press(/^Start round\s1/u);
    const [host, second] = hosts;
    if (host === undefined) throw new Error('nobody hosts');
    const readers = [second, ...visitors].filter((one) => one !== undefined);
    for (const phone of hosts) await phone.page.getByText('You’re hosting').waitFor();
    for (const phone of visitors) await phone.openComposer();
    await host.composer.click();
    // Pasted in one piece but for the last letter, which is the one that is timed.
    await host.page.keyboard.insertText(words.slice(0, -1));
    const before = performance.now();
    const seen = readers.map(async ({ page }) => {
      await sees(page, words);
      return performance.now() - before;
    });
    await host.page.keyboard.insertText(words.slice(-1));
    const tookMs = Math.max(...(await Promise.all(seen)));
    expect(tookMs).toBeLessThan(1_000);
    await host.isSaved();
    // That is told when it is time to write, and to hosts alone.
    for (const { page } of phones) expect(await page.getByText('have written').count()).toBe(0);
    const marked = 'library door';
    for (const { device } of readers) {
      expect(device.frames.some((frame) => frameHolds(frame, marked))).toBe(true);
    }
    for (const { frames } of [...elsewhere.map(({ device }) => device), screen]) {
      expect(frames.length).toBeGreaterThan(0);
      expect(frames.some((frame) => frameHolds(frame, marked))).toBe(false);
    }
  });

  test('in a round the time left is the same on all displays to half a second', async () => {
    expect(await apart(timed(true), 15 * MINUTE_MS)).toBeLessThan(500);
  });

  test('whoever writes keeps the box at the bell, until they are done', async () => {
    await desk.press(/^Ring the bell/u);
    await screen.page.getByText('Finish your sentence').first().waitFor();
    // The host has typed; the visitors’ boxes are open but empty, and hold nobody.
    for (const { page } of hosts.slice(0, 1)) {
      await page.getByText(/^Finish your sentence\. Next: table \d+$/u).waitFor();
    }
    for (const visitor of visitors) await visitor.reads(/^Walk to table/u);
    for (const { page } of hosts.slice(0, 1)) {
      await page.getByRole('button', { name: 'Done' }).click();
    }
    for (const phone of phones) await phone.reads(/^Walk to table|^Stay: you host/u);
  });

  const walk = /^Walk to table|^Stay: you host/u;
  const home = 'Back to your own table';
  test.each([
    [/^Send everyone/u, 'Find your table', walk],
    [/^Start round\s2/u, /^Round 2/u, 'Round 2'],
    [/^Ring the bell/u, 'Finish your sentence', walk],
    [/^Send everyone/u, 'Find your table', walk],
    [/^Start round\s3/u, /^Round 3/u, 'Round 3'],
    [/^Ring the bell/u, /^Next: Coffee until/u, /^Next: Coffee until/u],
    [/^Begin Coffee/u, /^Coffee until/u, /^Coffee until/u],
    [/^Start the home round/u, home, home],
    [/^Ring the bell/u, sample.definition.panelQuestion, 'Listen to the panel'],
    [/^Begin Feedback/u, /^Feedback/u, 'Tell us how it was'],
  ])('“%s” is seen on screen and phones', async (button, onScreen, onPhone) => {
    await desk.press(button);
    await screen.page.getByText(onScreen).locator('visible=true').first().waitFor();
    for (const { page } of phones) {
      await page.getByText(onPhone).locator('visible=true').first().waitFor();
    }
  });

  test('closing gives everybody their notes', async () => {
    await desk.close();
    await screen.page.getByText('Thank you. Your notes are on your phone now.').waitFor();
    for (const phone of phones) await phone.reads('Thank you. Your notes are here.');
    for (const { page } of [...hosts, ...visitors]) await page.getByText(words).first().waitFor();
  });

  test('the notes hold every word under the right team and round', async () => {
    expect(pagesWith(await desk.pack(), words)).toEqual(['t7.1']);
    expect(await desk.teamNotes('team7')).toContain(words);
  });

  test('nothing was asked of another origin and nothing complained', () => {
    expect([...room.complaints, ...room.networkLines]).toEqual([]);
  });
});
