import {
  homeRound,
  type CafeView,
  type ClockView,
  type FacilitatorView,
} from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';
import { mayHost } from './own-seat.ts';
import { roundTitle } from './step-name.ts';

type Person = Pick<
  FacilitatorView['people'][number],
  'team' | 'fixedAt' | 'tables' | 'hosting' | 'planned'
>;

/** One round of somebody's day, as the desk reads it. */
export interface PersonRound {
  round: number;
  title: string;
  /** The table's number; null as long as there is none. */
  number: number | null;
  hosts: boolean;
  /** Whether it comes before the round people are told now, or is that one. */
  isPast: boolean;
  isNow: boolean;
  /** The table at which hosting can be given or taken in this round; null where it cannot. */
  home: string | null;
}

/** Where somebody sits in every round, or is planned to before people are seated; empty before both. */
export function personDay(
  cafe: Pick<CafeView, 'programme' | 'tables' | 'teams'>,
  { stage, seated }: Pick<ClockView, 'stage' | 'seated'>,
  person: Person,
  /** The round people were told; null for none. */
  told: number | null,
  t: FacilitateWords,
): PersonRound[] {
  const last = homeRound(cafe.programme);
  const day = seated ? person : person.planned;
  const own = cafe.teams.find(({ id }) => id === person.team)?.homeTable;
  /** The table this person may host; none while it is closed. */
  const home = cafe.tables.find(({ id, closed }) => id === own && closed !== true)?.id ?? null;
  const isOpen = seated && told !== null && stage.at !== 'closed';
  return (day?.tables ?? []).flatMap((table, i): PersonRound[] => {
    const round = i + 1;
    // Who is in no team has no table of their own.
    if (round === last && table === null) return [];
    const hosts = day?.hosting[i] ?? false;
    const isPast = told !== null && round < told;
    const isOffered = isOpen && !isPast && round !== last && home !== null;
    const number = cafe.tables.find(({ id }) => id === table)?.number ?? null;
    const mayChange = isOffered && (hosts || mayHost(cafe, person, home, round));
    return [
      {
        ...{ round, title: roundTitle(cafe.programme, round, t), number, hosts },
        ...{ isPast, isNow: round === told, home: mayChange ? home : null },
      },
    ];
  });
}
