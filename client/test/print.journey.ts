/** What is printed: one page for each table, a number of 12 cm, a code that leads in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Room, SIZES } from './room.ts';

const MM = 96 / 25.4;
const FORMATS = ['A4', 'Letter'] as const;
const TABLES = 20;
/** On the sample's list, of them without a phone, and without a team. */
const LISTED = 110;
const WITHOUT_PHONE = 2;
const TEAMLESS = 6;
/** One to lead by; two strips a row, nine rows a page. */
const PLAN_B_PAGES = 1 + Math.ceil((LISTED - TEAMLESS) / (2 * 9));

let room: Room;
let desk: Desk;

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.openSample(room);
});
afterAll(() => room.close());

test('before the doors the page says what to look at, and keeps what was ticked', async () => {
  const { page } = desk.device;
  const list = page.getByRole('region', { name: 'Before the doors open' });
  await list.getByText('0 of 6 done').waitFor();
  expect(await list.getByText('Not tried yet').count()).toBe(3);
  await list.getByRole('checkbox', { name: 'Table cards are printed' }).check();
  await list.getByText('1 of 6 done').waitFor();
  const { screen } = await desk.links();
  const shown = await room.device('screen', 'screen', room.here(screen));
  await list.getByText('1 screen is connected.').waitFor();
  await list.getByText('2 of 6 done').waitFor();
  expect(await list.getByText('✓ Done').count()).toBe(2);
  expect(await faults(page, 'preflight')).toEqual([]);
  await shown.context.close();
  await page.reload();
  await list.getByText('1 of 6 done').waitFor();
  const cards = list.getByRole('checkbox', { name: 'Table cards are printed' });
  expect(await cards.isChecked()).toBe(true);
  await cards.uncheck();
  await list.getByText('0 of 6 done').waitFor();
});

test('a card for each table fits a page of A4 and of Letter', async () => {
  const { page } = desk.device;
  await desk.show('Links');
  await page.getByRole('button', { name: 'Table cards' }).click();
  await page.getByRole('heading', { name: 'Table cards' }).waitFor();
  // What to do is four lines: none of them breaks.
  const lines = page.locator('article li');
  expect(await lines.count()).toBe(4 * TABLES);
  const heights = await lines.evaluateAll((all) => all.map(({ clientHeight }) => clientHeight));
  expect(new Set(heights).size).toBe(1);
  const wide = await faults(page, 'cards, wide');
  await page.setViewportSize(SIZES.phone);
  const narrow = await faults(page, 'cards, narrow');
  expect([...wide, ...narrow]).toEqual([]);
  await page.setViewportSize(SIZES.laptop);
  for (const format of FORMATS) expect([format, await printed(format)]).toEqual([format, TABLES]);
});

test('on paper the number is 12 cm high, whatever its figures', async () => {
  const { page } = desk.device;
  const heights = await page.locator('svg.number text').evaluateAll((numbers) =>
    numbers.map((number) => {
      const { fontWeight, fontFamily } = getComputedStyle(number);
      const pen = document.createElement('canvas').getContext('2d');
      if (pen === null || !(number instanceof SVGTextElement)) return 0;
      pen.font = `${fontWeight} 1000px ${fontFamily}`;
      const share = pen.measureText(number.textContent ?? '').actualBoundingBoxAscent / 1_000;
      const scale = number.getScreenCTM()?.d ?? 0;
      return share * parseFloat(getComputedStyle(number).fontSize) * scale;
    }),
  );
  expect(heights).toHaveLength(TABLES);
  expect(Math.min(...heights) / MM).toBeGreaterThanOrEqual(120);
  await page.getByRole('button', { name: 'Back to the café' }).click();
  await page.getByRole('heading', { name: 'Links and codes' }).waitFor();
});

test('Plan B is a page to lead by, and strips by each of which one person finds all their tables', async () => {
  const { page } = desk.device;
  await page.getByRole('button', { name: 'Plan B: letters' }).click();
  await page.getByRole('heading', { name: 'Plan B: when phones or the network fail' }).waitFor();
  const plan = page.getByRole('table', { name: 'Ring by this' });
  await plan.getByText('What have you seen or tried').waitFor();
  await plan.getByText('40 min').waitFor();
  expect(await page.getByRole('list', { name: /^Table \d+/u }).count()).toBe(TABLES);
  const ways = await waysOnStrips();
  expect(ways).toHaveLength(LISTED - TEAMLESS);
  const crowds = new Map<string, number>();
  for (const { own, stops } of ways) {
    const rounds = stops.slice(0, -1);
    expect(stops.at(-1)).toEqual({ when: 'Back to', table: own, isHost: false });
    expect(rounds.map(({ when }) => when)).toEqual(['Round 1', 'Round 2', 'Round 3']);
    for (const { when, table, isHost } of rounds) {
      expect(isHost).toBe(table === own);
      const crowd = `${when} ${table} ${isHost ? 'hosts' : 'visits'}`;
      crowds.set(crowd, (crowds.get(crowd) ?? 0) + 1);
    }
    const visits = rounds.filter(({ isHost }) => !isHost).map(({ table }) => table);
    expect(new Set(visits).size).toBe(visits.length);
  }
  const sizes = (what: string) =>
    [...crowds].filter(([crowd]) => crowd.endsWith(what)).map(([, size]) => size);
  expect(sizes('hosts')).toEqual(Array<number>(3 * TABLES).fill(2));
  expect(sizes('visits')).toHaveLength(3 * TABLES);
  expect(await faults(page, 'letters')).toEqual([]);
  await page.setViewportSize(SIZES.phone);
  expect(await faults(page, 'letters, narrow')).toEqual([]);
  await page.setViewportSize(SIZES.laptop);
  for (const format of FORMATS) expect(await printed(format)).toBeLessThanOrEqual(PLAN_B_PAGES);
  await page.getByRole('button', { name: 'Back to the café' }).click();
});

test('the browser’s Back goes from sheets to their section, and from there to the one before', async () => {
  const { page } = desk.device;
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  await desk.show('Tables');
  await desk.show('Links');
  await page.getByRole('button', { name: 'Table cards' }).click();
  await heading('Table cards').waitFor();
  await page.reload();
  await heading('Table cards').waitFor();
  await page.goBack();
  await heading('Links and codes').waitFor();
  await page.goBack();
  await heading('Tables').waitFor();
  await page.goForward();
  await heading('Links and codes').waitFor();
});

test('tables are planned for the list before the day, for slips and for a list of hosts', async () => {
  const { page } = desk.device;
  await desk.show('Links');
  await page.getByRole('button', { name: 'Slips' }).click();
  await page.getByText('There are no seats yet.').waitFor();
  await page.getByRole('button', { name: 'Plan tables now, for printing' }).click();
  const slips = page.locator('.slips article');
  await slips.first().waitFor();
  expect(await slips.count()).toBe(WITHOUT_PHONE);
  await page.getByLabel('For whom').selectOption('all');
  expect(await slips.count()).toBe(LISTED);
  await page
    .getByText(/you host with \S/u)
    .first()
    .waitFor();
  // Those of no team have no table of their own to come back to, but for one who stays at a table.
  const home = page.getByRole('rowheader', { name: /^Back to your own table/u });
  expect(await home.count()).toBe(LISTED - TEAMLESS + 1);
  expect(await page.locator('.slips').getByText('–', { exact: true }).count()).toBe(0);
  expect(await faults(page, 'slips ahead')).toEqual([]);
  expect(await printed('A4')).toBeLessThanOrEqual(Math.ceil(LISTED / 4));
  await page.getByRole('button', { name: 'Back to the café' }).click();

  await page.getByRole('button', { name: 'Hosts of each round' }).click();
  await page.getByRole('columnheader', { name: 'Round 3' }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(TABLES);
  expect(await page.getByRole('cell', { name: 'nobody' }).count()).toBe(0);
  expect(await faults(page, 'hosts')).toEqual([]);
  await page.setViewportSize(SIZES.phone);
  expect(await faults(page, 'hosts, narrow')).toEqual([]);
  await page.setViewportSize(SIZES.laptop);
  await page.getByRole('button', { name: 'Back to the café' }).click();

  await desk.show('Now');
  const card = page.getByRole('region', { name: 'Tables planned ahead' });
  await card.getByText(`All ${String(LISTED)} people on the list have their tables.`).waitFor();
  // Taken back by another facilitator, and made again.
  const { facilitate } = await desk.links();
  const second = await room.device('second', 'phone', room.here(facilitate));
  const undo = `Undo: planned tables ahead for ${String(LISTED)} people`;
  await second.page.getByRole('button', { name: undo }).click();
  await page.getByRole('region', { name: 'Plan the tables ahead' }).waitFor();
  await second.context.close();
  await page.getByRole('button', { name: 'Plan tables now, for printing' }).click();
  await card.getByText(`All ${String(LISTED)} people on the list have their tables.`).waitFor();
  const wide = await faults(page, 'ahead, wide');
  await page.setViewportSize(SIZES.phone);
  const narrow = await faults(page, 'ahead, narrow');
  await page.setViewportSize(SIZES.laptop);
  expect([...wide, ...narrow]).toEqual([]);
});

test('who cancels is taken off the list and put back, with the tables planned for them', async () => {
  const { page } = desk.device;
  await desk.show('People');
  await page.getByLabel('Find a name').fill('Zoë');
  const zoe = page.getByRole('button', { name: /^Zoë/u, expanded: false });
  await zoe.click();
  await page.getByRole('button', { name: /^Zoë .* is not coming$/u }).click();
  await page.getByText('Not coming, or gone: 1').waitFor();
  await page.getByText(`0 of ${String(LISTED - 1)} are here`).waitFor();
  const wide = await faults(page, 'not coming');
  await page.setViewportSize(SIZES.phone);
  const narrow = await faults(page, 'not coming, narrow');
  await page.setViewportSize(SIZES.laptop);
  expect([...wide, ...narrow]).toEqual([]);
  await page.getByLabel('Find a name').fill('');
  await desk.show('Now');
  const card = page.getByRole('region', { name: 'Tables planned ahead' });
  await card.getByText(`All ${String(LISTED - 1)} people on the list have their tables.`).waitFor();
  await desk.show('People');
  await page.getByText('Not coming, or gone: 1').click();
  await page.getByRole('button', { name: /^Zoë .* is coming after all$/u }).click();
  await page.getByText(`0 of ${String(LISTED)} are here`).waitFor();
  await desk.show('Now');
  await card.getByText(`All ${String(LISTED)} people on the list have their tables.`).waitFor();
});

test('one seat of the plan is given by hand, read before, and undone by another facilitator', async () => {
  const { page } = desk.device;
  await desk.show('People');
  await page.getByLabel('Find a name').fill('Zoë');
  await page.getByRole('button', { name: /^Zoë/u, expanded: false }).click();
  const day = page.getByRole('list', { name: 'Planned tables, round by round' });
  const before = await day.textContent();
  await page.getByRole('button', { name: /^Move Zoë .* in the tables planned ahead$/u }).click();
  const question = page.getByRole('dialog');
  await question.getByLabel('Round').selectOption('2');
  const free = question.locator('button.table:enabled').last();
  await free.click();
  await question.getByText(/^Table \d+ instead of \d+\./u).waitFor();
  const wide = await faults(page, 'move ahead');
  await page.setViewportSize(SIZES.phone);
  const narrow = await faults(page, 'move ahead, narrow');
  await page.setViewportSize(SIZES.laptop);
  expect([...wide, ...narrow]).toEqual([]);
  await question.getByRole('button', { name: 'Move', exact: true }).click();
  await expect.poll(() => day.textContent()).not.toBe(before);
  const { facilitate } = await desk.links();
  const second = await room.device('third', 'phone', room.here(facilitate));
  await second.page.getByRole('button', { name: /^Undo: planned table \d+ in round 2/u }).click();
  await expect.poll(() => day.textContent()).toBe(before);
  await second.context.close();
});

test('slips name the tables of those without a phone, and on the day who is here keeps what was planned', async () => {
  const { page } = desk.device;
  await desk.show('Now');
  await desk.press(/^Open the doors/u);
  await desk.fill(97);
  await desk.show('People');
  await page.getByLabel('Find a name').fill('');
  const without = page.getByRole('listitem').filter({ hasText: 'without a phone' }).first();
  await without.locator('[aria-expanded]').click();
  await without
    .getByRole('list', { name: 'Planned tables, round by round' })
    .getByText(/table \d+/u)
    .nth(2)
    .waitFor();
  await without.getByRole('button', { name: 'Check in' }).click();
  await desk.show('Now');
  const card = page.getByRole('region', { name: 'Tables planned ahead' });
  await card.getByText(`98 of ${String(LISTED)} people with a plan are here.`).waitFor();
  expect(await faults(page, 'ahead, at the door')).toEqual([]);
  await desk.press(/^Begin Welcome/u);
  await desk.press(/^Seat everyone/u);
  const met = page.getByRole('region', { name: 'How well people meet' });
  await met.getByText('98 people keep the tables planned ahead.').waitFor();
  await desk.show('Links');
  await page.getByRole('button', { name: 'Slips' }).click();
  await page
    .getByRole('rowheader', { name: /^Round 1/u })
    .first()
    .waitFor();
  expect(await page.locator('.slips article').count()).toBe(1);
  await page.getByLabel('For whom').selectOption('all');
  expect(await page.locator('.slips article').count()).toBe(98);
  const today = String(new Date().getFullYear());
  expect(await page.locator('.slips article').filter({ hasText: today }).count()).toBe(98);
  expect(await faults(page, 'slips')).toEqual([]);
  await page.getByRole('button', { name: 'Back to the café' }).click();

  // What lies on the tables says for which day too, on as many pages.
  await page.getByRole('button', { name: 'Table cards' }).click();
  const dated = page.locator('article').filter({ hasText: today });
  await expect.poll(() => dated.count()).toBe(TABLES);
  for (const format of FORMATS) expect([format, await printed(format)]).toEqual([format, TABLES]);
  await page.getByRole('button', { name: 'Back to the café' }).click();
  await page.getByRole('button', { name: 'Plan B: letters' }).click();
  const strips = page.getByRole('list', { name: /^Table \d+/u }).getByRole('listitem');
  await strips.first().waitFor();
  expect(await strips.filter({ hasNotText: today }).count()).toBe(0);
  await page.getByRole('columnheader', { name: 'From' }).waitFor();
  for (const format of FORMATS) expect(await printed(format)).toBeLessThanOrEqual(PLAN_B_PAGES);
});

/** Each strip of Plan B as it is read: whose table it lies on, then table after table. */
function waysOnStrips(): Promise<
  { own: string; stops: { when: string; table: string; isHost: boolean }[] }[]
> {
  const strips = desk.device.page.getByRole('list', { name: /^Table \d+/u }).getByRole('listitem');
  return strips.evaluateAll((all) =>
    all.map((strip) => ({
      own: /\d+/u.exec(strip.querySelector('p')?.textContent ?? '')?.[0] ?? '',
      stops: [...strip.querySelectorAll('dl > div')].map(({ children }) => ({
        when: children[0]?.textContent ?? '',
        table: children[1]?.textContent ?? '',
        isHost: children[2]?.textContent === 'you host',
      })),
    })),
  );
}

/** How many pages what is shown makes on paper. */
async function printed(format: (typeof FORMATS)[number]): Promise<number> {
  const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
  const pdf = (await desk.device.page.pdf({ format, margin })).toString('latin1');
  return pdf.match(/\/Type \/Page\b/gu)?.length ?? 0;
}
