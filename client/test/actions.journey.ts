/**
 * Every button of the facilitator's page that changes the café: pressed at the laptop, seen within a
 * second on a second facilitator's phone, on people's phones and on the big screen where it shows,
 * taken back from that phone, and gone everywhere within a second. What the page sends is compared
 * with what facilitators may do, so that a new button needs its line here.
 */
import { WireCommand, allows } from '@tablecloth/shared/cafe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { ask, button, changed, dialog, inDialog, ofPerson } from './actions/at-the-desk.ts';
import { picked } from './actions/cafes.ts';
import {
  OTHERS,
  ada,
  comeIn,
  desk,
  hands,
  open,
  page,
  phone,
  pocket,
  room,
  screen,
  sent,
} from './actions/hands.ts';
import { line, story } from './actions/story.ts';
import type { Sight } from './seen.ts';

/** Not done here, because … */
const LEFT: Partial<Record<WireCommand['kind'], string>> = {
  back: 'undoes a step itself, as morning.journey tells',
  undoTimes: 'the same for minutes alone, as minutes.journey tells',
  undoPlan: 'the same for the plan alone, as plan.journey tells',
  undoRepair: 'the same for tables alone, as repair.journey tells',
  undoTakeIn: 'the same for lists alone, as lists.journey tells',
  check: 'a box to tick and to untick',
  choosePackNames: 'a choice of two, with the other one beside it until the doors open',
  passOn: 'a mark on a note, given back where it was given',
  askPanel: 'a mark on a note, given back where it was given',
  expect: 'puts back who was taken off the list, as print.journey tells',
  planAhead: 'before the doors, as print.journey tells',
  moveAhead: 'the same',
  wishToHost: 'behind the team’s link',
  takePhone: 'the table’s card lays the device there again, as table-phone.journey tells',
};

beforeAll(open);
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

test('people at the door: added, checked in, on a list, changed', async () => {
  const nine: Sight = [screen, /^9\s+people are here/u];
  await story(
    'added Zoe',
    async () => {
      await desk.show('People');
      await button('Add a person').click();
      await changed('Name', 'Zoe', 'Add');
    },
    [nine],
  );
  await story(
    'checked in Eve',
    async () => {
      await desk.show('People');
      await button('Check in Eve').click();
    },
    [nine],
  );
  await story('added a list: 1 person', async () => {
    await desk.show('People');
    await button('Add from a list').click();
    await page.getByLabel('Paste the list of people').fill('Zed');
    await button('Add 1 person').click();
  });
  await story(
    'changed the details of Ada',
    async () => {
      await ofPerson('Ada', 'Change Ada');
      await dialog().getByLabel('Team').selectOption('Bridge');
      await inDialog('Save').click();
    },
    [[phone, /Your table is 2/u]],
    [[phone, /Your table is 1/u]],
  );
});

test('the room at the door: tables, teams, questions, the plan, what comes first, the welcome', async () => {
  await story('added table 5', async () => {
    await desk.show('Tables');
    await button('Add a table').click();
    await inDialog('Add a table').click();
  });
  await story('changed the question of table 4', () => ask(4));
  const change = async (table: number) => {
    await desk.show('Tables');
    await button(`Change table ${String(table)}`).click();
  };
  const addDove = async () => {
    await change(4);
    await changed('Team at this table', 'Dove', 'Save');
  };
  await story('added Dove', addDove);
  await addDove();
  await story('removed Dove', async () => {
    await change(4);
    await inDialog('Remove this team').click();
  });
  await story('changed Anchor', async () => {
    await change(1);
    await changed('Team at this table', 'Anchorage', 'Save');
  });
  const about = async () => {
    await page.getByRole('region', { name: 'About this café' }).getByRole('button').click();
  };
  await story(
    'changed the title',
    async () => {
      await about();
      await page.getByLabel('Title').fill('Tea and cake');
      await button('Save').click();
    },
    [[screen, /^Tea and cake$/u]],
  );
  await story(
    'changed the plan of the day (15 minutes more)',
    async () => {
      await button('Change the plan …').click();
      await page.getByLabel('Put something in').selectOption('break');
      await button('Put in').click();
      await button('Change the plan').click();
    },
    [[pocket, /^15 min for Coffee/u]],
  );
  await story(
    'chose for the tables: New people every round',
    () => page.getByRole('radio', { name: 'New people every round' }).check(),
    [[pocket, /^ticked New people every round/u]],
  );
  await story(
    'began: Welcome',
    () => desk.press(/^Begin Welcome/u),
    [
      [phone, /put your phone down/u],
      [screen, /^Welcome$/u],
    ],
    [[phone, /^You are in, Ada/u]],
  );
});

test('in the move and the round: a table described and asked, somebody moved, hosting, gone', async () => {
  await desk.next();
  await desk.next();
  await phone
    .getByText(/^Walk to table|^Stay: you host/u)
    .first()
    .waitFor();
  const from = await ada.table();
  await story(
    `changed table ${String(from)}`,
    async () => {
      await desk.show('Tables');
      await button(`Change table ${String(from)}`).click();
      await changed('Where it stands', 'by the door', 'Save');
    },
    [[phone, /by the door/u]],
  );
  await desk.next();
  await phone.getByText(/^You’re (?:hosting|visiting)/u).waitFor();
  const [team = ''] = ['Anchor', 'Bridge', 'Cedar', 'Dove'].slice(from - 1);
  await story(`wrote ${team}’s story and question`, () => ask(from), [[phone, /^Why here\?/u]]);
  const to = from === 1 ? 2 : 1;
  await story(
    `moved Ada to table ${String(to)} in round\u00a01`,
    async () => {
      await desk.show('People');
      await page.getByLabel('Find a name').fill('Ada');
      await button(/Move Ada to another table$/u).click();
      await inDialog(new RegExp(`^Table ${String(to)}\\b`, 'u')).click();
    },
    [
      [page, line(`You moved Ada to table ${String(to)} in round\u00a01.`)],
      [phone, line(`Table ${String(to)}, `)],
      [phone, line(`Please go to table ${String(to)}.`)],
    ],
    [[phone, line(`Sorry, stay where you are: table ${String(from)}.`)]],
  );
  expect(await ada.table()).toBe(from);
  expect(await faults(pocket, 'what happened, narrow')).toEqual([]);
  const isHosting = await phone.getByText('You’re hosting').isVisible();
  await story(
    isHosting ? 'took hosting from Ada' : `made Ada a host of table 1 in round\u00a01`,
    () => ofPerson('Ada', isHosting ? 'Stop hosting round 1' : 'Host round 1'),
    [[phone, isHosting ? /^You’re visiting/u : /^You’re hosting/u]],
  );
  await story('said that Cem has left', () => ofPerson('Cem', 'Cem has left'));
});

test('tables planned again, closed and opened', async () => {
  await desk.forPerson('Cem', 'Anchor', 'Cem has left');
  await story('planned the coming rounds again', async () => {
    await button('Plan the coming rounds again').click();
    await inDialog('Change these tables').click();
  });
  const table = await ada.table();
  const change = async (name: string) => {
    await desk.show('Tables');
    await button(name).click();
    await dialog().locator('button.primary:not([aria-disabled="true"])').click();
    await dialog().waitFor({ state: 'hidden' });
  };
  const sign: Sight = [phone, line(`Table ${String(table)}, `), false];
  await story(
    `closed table ${String(table)}`,
    () => change(`Close table ${String(table)}`),
    [sign],
    [[phone, line(`Table ${String(table)}, `)]],
  );
  const other = table === 3 ? 2 : 3;
  await change(`Close table ${String(other)}`);
  await story(`opened table ${String(other)} again`, () =>
    change(`Open table ${String(other)} again`),
  );
});

test('the clock: minutes, a pause, the plan of the day, the bell', async () => {
  await story('added 2 minutes', () => desk.press(/^\+2 min/u));
  const paused: Sight[] = [
    [phone, /^Paused\./u],
    [screen, /^Paused/u],
  ];
  const goesOn: Sight[] = paused.map(([where, words]) => [where, words, false]);
  await story('paused', () => desk.press(/^Pause/u), paused);
  await desk.press(/^Pause/u);
  for (const one of [phone, screen])
    await one
      .getByText(/^Paused/u)
      .first()
      .waitFor();
  await story('resumed', () => desk.press(/^Resume/u), goesOn, paused);
  await desk.press(/^Resume/u);
  await story(
    'changed minutes: Panel: 20 minutes',
    async () => {
      await button('15 min for Panel. Change it').click();
      await inDialog('5 minutes more').click();
      await inDialog('Change it').click();
    },
    [[pocket, /^20 min for Panel/u]],
    [[pocket, /^15 min for Panel/u]],
  );
  await story(
    'rang the bell',
    () => desk.press(/^Ring the bell now/u),
    [
      [phone, /^Finish your/u],
      [screen, /^Finish your/u],
    ],
    [
      [phone, /^Sorry, stay/u],
      [screen, /^Sorry, stay/u],
    ],
  );
});

test('the panel: a question shown, answered and hidden; the close', async () => {
  for (let left = 5; left > 0; left -= 1) await desk.next();
  await phone.getByRole('button', { name: 'Ask the panel' }).click();
  await phone.getByRole('textbox', { name: 'Your question for the panel' }).fill('Who pays?');
  const question = (name: string) => async () => {
    await desk.show('Panel');
    await button(`${name}: Who pays?`).click();
  };
  await story(
    'put a question of table',
    question('Put on the screen'),
    [
      [phone, /^Who pays\?/u],
      [screen, /^Who pays\?/u],
    ],
    [[screen, /^Who pays\?/u, false]],
  );
  await story('marked a question of table', question('Answered'));
  await story('hid a question of table', question('Hide'));
  await story(
    'closed the café',
    async () => {
      await button(/^Close the café …/u).click();
      await inDialog('Close the café').click();
    },
    [
      [phone, /^Thank you/u],
      [screen, /^Thank you/u],
    ],
  );
});

test('where people pick their tables: the rest are given theirs', async () => {
  const cake = await hands(picked);
  await cake.desk.press(/^Open the doors/u);
  await comeIn((await cake.desk.links()).code, OTHERS, []);
  await cake.desk.next();
  await cake.desk.press(/^Open the tables/u);
  await story(
    'seated 7 people who had not picked',
    () => cake.page.getByRole('button', { name: 'Seat the rest (7)' }).click(),
    [[cake.pocket, /^Everybody here has a table/u]],
    [[cake.pocket, /^7 people have not picked yet/u]],
    cake,
  );
});

test('nothing that facilitators may do has been left out', () => {
  const actor = { role: 'facilitator', label: '' } as const;
  const kinds = WireCommand.options
    .map(({ entries }) => entries.kind.literal)
    .filter((kind) => allows(actor, { kind } as WireCommand));
  expect(kinds.filter((kind) => !(kind in LEFT) && kind !== 'undo' && !sent.has(kind))).toEqual([]);
});
