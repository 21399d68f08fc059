/** Whether the names of those who wrote stand in the notes that teams take home. */
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { refuse } from './refusal.ts';

/** They are left out, unless somebody has chosen before the doors opened. */
export function namesInPacks({ definition }: Pick<Cafe, 'definition'>): boolean {
  return definition.namesInPacks ?? false;
}

/** Until the doors open for the first time: whoever joins is told, and that is a promise. */
export function choosePackNames(cafe: Cafe, { named }: CommandOf<'choosePackNames'>): Decision {
  if (cafe.openedAt !== null) return refuse('people told');
  if (namesInPacks(cafe) === named) return { facts: [] };
  return { facts: [{ kind: 'packNamesChosen', named }] };
}

export function withPackNames(cafe: Cafe, named: boolean): Cafe {
  return { ...cafe, definition: { ...cafe.definition, namesInPacks: named } };
}
