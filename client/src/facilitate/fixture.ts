/** A small café and its words, for the tests of this folder. */
import type { CafeView, FacilitatorView, Step } from '@tablecloth/shared/cafe';
import { facilitateVocabulary } from '../words/facilitate.ts';
import { figuresOf } from '../words/figures.ts';

export const words = await facilitateVocabulary.en();
export const figures = figuresOf('en-GB', 'UTC');

export const at = (hours: number, minutes: number, seconds = 0): number =>
  Date.UTC(2026, 2, 3, hours, minutes, seconds);

export const programme: Step[] = [
  { kind: 'doors', minutes: 30 },
  { kind: 'welcome', minutes: 15, title: 'Welcome' },
  { kind: 'move', minutes: 3, round: 1 },
  { kind: 'round', minutes: 15, round: 1, beats: [{ kind: 'talk', minutes: 15 }] },
  { kind: 'grace', minutes: 1, round: 1 },
  { kind: 'break', minutes: 20, title: '' },
  { kind: 'home', minutes: 15, round: 2 },
  { kind: 'panel', minutes: 40, title: 'Burning questions' },
];

export const cafe: CafeView = {
  id: 'c',
  title: 'A morning',
  organisation: '',
  question: '',
  homeQuestion: '',
  panelQuestion: '',
  notice: '',
  programme,
  edition: 0,
  pace: 1,
  hostsPerTable: 1,
  keepDays: 30,
  teams: [
    { id: 'a', name: 'Amber', homeTable: 't1' },
    { id: 'b', name: 'Blue', homeTable: 't2' },
  ],
  tables: [
    { id: 't2', number: 2, place: '', chairs: 3 },
    { id: 't1', number: 1, place: 'by the windows', chairs: 3 },
    { id: 't3', number: 3, place: '', chairs: 3 },
  ],
};

type Person = FacilitatorView['people'][number];

/** Somebody who is here; `tables` by round. */
export function person(
  id: string,
  name: string,
  team: string | null,
  tables: (string | null)[] = [],
  hosting: boolean[] = [],
): Person {
  return {
    id,
    name,
    team,
    tables,
    hosting,
    here: true,
    withoutPhone: false,
    fixedAt: null,
    goesWith: null,
  };
}
