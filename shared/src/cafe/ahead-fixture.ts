/** Tables planned ahead for tests: nine people on a list, and the presses as the server makes them. */
import { expect } from 'vitest';
import { plan } from '../rotation/index.ts';
import { aheadNeeded, plannedFor, seatingInstance } from './ahead.ts';
import type { Decision } from './decision.ts';
import type { Definition, Listed } from './definition.ts';
import { facilitator, Rehearsal, smallDefinition } from './fixture.ts';
import { slice } from './slice.ts';
import type { FacilitatorView, PersonView } from './view.ts';

export const listed = (id: string, team: string | null, more: Partial<Listed> = {}): Listed => ({
  ...{ id, name: `${id} Nameson`, team, withoutPhone: false, fixedAt: null, goesWith: null },
  ...more,
});

/** Nine people of three teams; `a1` is the first of team 1. */
export const nine = ['a', 'b', 'c'].flatMap((letter, i) =>
  [1, 2, 3].map((n) => listed(`${letter}${String(n)}`, `team${String(i + 1)}`)),
);

/** A fourth of each team besides, so that two of it may host. */
export const twelve = [
  ...nine,
  ...[1, 2, 3].map((n) => listed(`d${String(n)}`, `team${String(n)}`)),
];

export function ahead(room: Rehearsal, how: 'keep' | 'anew' | 'drop' = 'keep'): Decision {
  const command = { kind: 'planAhead' as const, how };
  const instance = aheadNeeded(room.cafe, command);
  const proposal = instance && { instance, planned: plan(instance, 1, false) };
  return room.do(command, facilitator, proposal);
}

export function seatEveryone(room: Rehearsal): void {
  room.goTo(1);
  const instance = seatingInstance(room.cafe);
  const proposal = { instance, planned: plan(instance, 1, false) };
  const seated = room.do({ kind: 'next', phase: room.cafe.phase }, facilitator, proposal);
  expect(seated).toMatchObject({ facts: [{ kind: 'rotationMade' }, {}] });
}

export function planned(people: Listed[] = nine, change: Partial<Definition> = {}): Rehearsal {
  const room = new Rehearsal(smallDefinition(change), people);
  expect(ahead(room)).toMatchObject({ facts: [{ kind: 'tablesPlanned' }] });
  return room;
}

export const facilitators = ({ cafe }: Rehearsal): FacilitatorView =>
  slice(cafe, 'facilitators')[0]?.view as FacilitatorView;
export const viewOf = ({ cafe }: Rehearsal, id: string): PersonView =>
  slice(cafe, `person:${id}`)[0]?.view as PersonView;
export const tablesOf = ({ cafe }: Rehearsal, id: string) => plannedFor(cafe, id)?.tables;
export const arrive = (room: Rehearsal, ids: readonly string[]): void => {
  for (const person of ids) room.do({ kind: 'checkIn', person });
};

export function roomy(count: number, chairs = 6): Definition['tables'] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ id: `t${String(i + 1)}`, number: i + 1, place: '', chairs },
  }));
}
