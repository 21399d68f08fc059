import { plural } from './common.ts';
import planEdit from './plan-edit.ts';

/** "2 rounds more", "1 minute less". */
function more(count: number, one: string, other: string): string {
  const counted = plural(Math.abs(count), { one, other });
  return count > 0 ? `${counted} more` : `${counted} less`;
}

/** "changed the plan of the day (1 round more, 18 minutes more)". */
function changed(rounds: number, minutes: number): string {
  const parts = [
    ...(rounds === 0 ? [] : [more(rounds, '1 round', '# rounds')]),
    ...(minutes === 0 ? [] : [more(minutes, '1 minute', '# minutes')]),
  ];
  const what = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return `changed the plan of the day${what}`;
}

/** The plan of the day under facilitators' hands. */
export default {
  title: 'Plan of the day',
  running: 'now',
  /** Before the doors, as long as nobody has said when they open. */
  unsettled: 'No day and opening time are set: times are as if you began now.',
  settle: 'Set day and time …',
  past: (count: number) => plural(count, { one: '1 earlier step', other: '# earlier steps' }),
  /** Once the café is closed, whether or not it came to all of them. */
  had: (count: number) =>
    plural(count, { one: 'The plan had 1 step', other: 'The plan had # steps' }),
  change: (step: string, minutes: string) => `${minutes} for ${step}. Change it`,
  howLong: (step: string) => `How long should “${step}” last?`,
  fewer: (count: number) => plural(count, { one: '1 minute less', other: '# minutes less' }),
  more: (count: number) => plural(count, { one: '1 minute more', other: '# minutes more' }),
  lasts: (step: string, minutes: number) =>
    plural(minutes, { one: `${step}: 1 minute`, other: `${step}: # minutes` }),
  thenEnds: (time: string) => `The café then ends at ${time}.`,
  apply: 'Change it',
  undo: 'Undo the change of minutes',
  undoPlan: 'Undo the change of the plan',
  edit: planEdit,
  did: {
    changed: (who: string, rounds: number, minutes: number) => `${who} ${changed(rounds, minutes)}`,
    /** To go on after “You” and “Undo:”. */
    what: changed,
    undone: (who: string) => `${who} undid a change of the plan of the day`,
  },
  winBack: (minutes: number) =>
    plural(minutes, { one: 'Win back 1 minute', other: 'Win back # minutes' }),
  instead: (step: string, minutes: number, before: number) =>
    `${step}: ${String(minutes)} instead of ${plural(before, { one: '1 minute', other: '# minutes' })}`,
  roundsStay: 'Rounds stay as long as they are.',
  nothing:
    'What is to come is as short as it can be without touching a round. Let people know when it ends.',
};
