import type { CafeView, FacilitatorView, SeatChange } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';
import { roundTitle } from './step-name.ts';
import { toldApart } from './told-apart.ts';

/** One round of a preview: "Ada: table 3 → table 7". */
export interface RepairRound {
  round: number;
  title: string;
  lines: string[];
}

/** What a repair changes for people who stay, by round; who has left is in `gone`, once. */
export function repairLines(
  changes: readonly SeatChange[],
  cafe: CafeView,
  people: FacilitatorView['people'],
  t: FacilitateWords,
): { moved: number; rounds: RepairRound[]; gone: string[] } {
  const names = people.map((one) => one.name);
  const name = (id: string): string => {
    const one = people.find((person) => person.id === id);
    if (one === undefined) return t.activity.someone;
    const team = cafe.teams.find((own) => own.id === one.team)?.name;
    return toldApart(one.name, team, names);
  };
  const table = (id: string | null): string => {
    const number = cafe.tables.find((one) => one.id === id)?.number;
    return number === undefined ? t.repair.nowhere : t.people.at(number);
  };
  const staying = changes.filter(({ to }) => to !== null);
  const each = [...new Set(staying.map(({ round }) => round))].sort((a, b) => a - b);
  const rounds = each.map((round) => ({
    round,
    title: roundTitle(cafe.programme, round, t),
    lines: staying
      .filter((change) => change.round === round)
      .map(({ person, from, to, hosting }) => {
        if (hosting && from === to) return t.repair.hosts(name(person), table(to));
        const line = hosting ? t.repair.lineHosting : t.repair.line;
        return line(name(person), table(from), table(to));
      }),
  }));
  const moved = new Set(staying.map(({ person }) => person)).size;
  const left = changes.filter(({ to }) => to === null).map(({ person }) => name(person));
  return { moved, rounds, gone: [...new Set(left)] };
}
