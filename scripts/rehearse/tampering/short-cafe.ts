import type { Founding } from '@tablecloth/shared/cafe';
import { sampleCafe } from '@tablecloth/shared/sample';

/** The sample with two shorter rounds: enough for a fault to show. */
export function shortCafe(): Founding {
  const sample = sampleCafe(null, 60);
  const beats = [{ kind: 'talk', minutes: 6 } as const];
  return {
    ...sample,
    definition: {
      ...sample.definition,
      programme: [
        { kind: 'doors', minutes: 1 },
        { kind: 'move', minutes: 2, round: 1 },
        { kind: 'round', minutes: 6, round: 1, beats },
        { kind: 'grace', minutes: 1, round: 1 },
        { kind: 'move', minutes: 2, round: 2 },
        { kind: 'round', minutes: 6, round: 2, beats },
        { kind: 'grace', minutes: 1, round: 2 },
        { kind: 'feedback', minutes: 1, title: 'Thanks' },
      ],
    },
  };
}
