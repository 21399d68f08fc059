import type { Founding } from '@tablecloth/shared/cafe';

/** Three teams at four tables; Eve is on the list. */
export function hosted({ definition }: Founding): Founding {
  const last = definition.programme.slice(-1);
  const eve = { id: 'eve', name: 'Eve', team: 'team2', withoutPhone: true };
  return {
    people: [{ ...eve, fixedAt: null, goesWith: null }],
    definition: {
      ...definition,
      hostsPerTable: 1,
      programme: [
        ...definition.programme.slice(0, -1),
        { kind: 'panel', minutes: 15, title: 'Panel' },
        ...last,
      ],
      teams: definition.tables.slice(0, 3).map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: ['Anchor', 'Bridge', 'Cedar'][number - 1] ?? '' },
        ...{ topic: '', question: '', homeTable: id },
      })),
    },
  };
}

/** A café whose people pick their tables. */
export const picked = ({ definition, people }: Founding): Founding => ({
  people,
  definition: { ...definition, seating: 'pick' },
});
