import type { FacilitatorView } from '@tablecloth/shared/cafe';

type Known = Pick<
  FacilitatorView['people'][number],
  'team' | 'withoutPhone' | 'goesWith' | 'fixedAt'
>;

/** Only what is another than before: what is not asked for stays as it is. */
export function personWishes(
  before: Known,
  { hasPhone, ...now }: Omit<Known, 'withoutPhone'> & { hasPhone: boolean },
): Partial<Known> {
  const withoutPhone = !hasPhone;
  return {
    ...(now.team === before.team ? {} : { team: now.team }),
    ...(now.goesWith === before.goesWith ? {} : { goesWith: now.goesWith }),
    ...(now.fixedAt === before.fixedAt ? {} : { fixedAt: now.fixedAt }),
    ...(withoutPhone === before.withoutPhone ? {} : { withoutPhone }),
  };
}
