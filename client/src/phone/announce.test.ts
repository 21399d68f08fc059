import { expect, it } from 'vitest';
import type { Step } from '@tablecloth/shared/cafe';
import words from '../words/en/phone.ts';
import { announcement } from './announce.ts';
import type { Day } from './day.svelte.ts';

const table = { id: 't7', number: 7, place: '', chairs: 5 };
const grace: Step = { kind: 'grace', minutes: 1, round: 1 };
const rest: Step = { kind: 'break', minutes: 10, title: 'Coffee' };

function said(before: Step, kind: 'move' | 'grace', hosts: boolean, person = {}): string {
  const step: Step = { kind, minutes: 2, round: 2 };
  const round: Step = {
    kind: 'round',
    minutes: 9,
    round: 2,
    beats: [{ kind: 'talk', minutes: 9 }],
  };
  const day = {
    cafe: { programme: [before, step, round] },
    position: { step, index: 1 },
    stage: { at: 'step' },
    ...{ told: { round: 2, table, hosting: hosts, page: 't7.2' }, staysSeated: hosts },
    ...{ stays: false, person },
  };
  return announcement(day as unknown as Day, words);
}

it('says the bell where one has rung, and goes on with the same words while people move', () => {
  expect(said(grace, 'move', false)).toBe('The bell. Next: table 7.');
  expect(said(rest, 'grace', false)).toBe('The bell. Next: table 7.');
});

it('says no bell before the first round and at the end of a break', () => {
  expect(said(rest, 'move', false)).toBe('Next: table 7.');
});

it('says nothing to who is noted as gone', () => {
  expect(said(grace, 'move', false, { away: true })).toBe('');
});

it('sends no host away who stays at their table', () => {
  expect(said(rest, 'move', true)).toBe('Stay at table 7: you host.');
  expect(said(grace, 'move', true)).toBe('The bell. Stay at table 7: you host.');
});
