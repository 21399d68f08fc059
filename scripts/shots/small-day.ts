/**
 * Six people at three tables, one of them no team's: what they write, pass on, ask and agree to, and the
 * weeks after, in which notes are corrected, stay as they are, and are deleted.
 */
import type { Founding, Step } from '@tablecloth/shared/cafe';
import { NOTICE, smallCafe } from '@tablecloth/shared/sample';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { make } from './make.ts';
import type { Shoot } from './shoot.ts';
import { smallPanel } from './small-panel.ts';
import { smallRounds } from './small-rounds.ts';
import { weeksAfter } from './weeks-after.ts';

const PEOPLE = [
  ['Ada', 'Anchor'],
  ['Amir', 'Anchor'],
  ['Bea', 'Bridge'],
  ['Bo', 'Bridge'],
] as const;

function founding(): Founding {
  const small = smallCafe({ title: 'Tea at three tables', tables: 3, rounds: 2, minutes: 10 });
  const { programme, tables } = small.definition;
  const panel: Step[] = [
    { kind: 'break', minutes: 10, title: 'Coffee' },
    { kind: 'home', minutes: 15, round: 3 },
    { kind: 'panel', minutes: 15, title: 'Panel' },
  ];
  return {
    ...small,
    definition: {
      ...small.definition,
      hostsPerTable: 1,
      notice: NOTICE,
      question: 'What have you seen that could help this team?',
      homeQuestion: 'What did we hear that changes our next step?',
      panelQuestion: 'What would you ask somebody who has done this for years?',
      programme: [...programme.slice(0, -1), ...panel, ...programme.slice(-1)],
      teams: tables.slice(0, 2).map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: number === 1 ? 'Anchor' : 'Bridge', homeTable: id },
        ...{ topic: 'Waits that hurt', question: 'What would you try on Tuesday?' },
      })),
    },
  };
}

export async function smallDay(shoot: Shoot): Promise<void> {
  const { room, server, camera } = shoot;
  const { code, links } = await make(room, '/api/cafes', founding());
  const desk = new Desk(await room.laptop(links.facilitate));
  const screen = new Guest(await room.screen(links.screen));
  await desk.press('Open the doors');
  const guests: Guest[] = [];
  for (const [name, team] of PEOPLE) {
    const guest = await Guest.at(room, code, name, team);
    await guest.join();
    await guest.reads(/^You are in/u);
    guests.push(guest);
  }
  const cast = { desk, screen, guests };
  await smallRounds(shoot, cast, code);
  await smallPanel(shoot, cast);
  await weeksAfter({ room, server, camera }, cast, links);
}
