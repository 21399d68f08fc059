import {
  firstName,
  homeRound,
  namesInPacks,
  questionOfTable,
  teamAt,
  type Cafe,
  type PersonId,
  type Step,
  type Table,
  type TeamId,
} from '../cafe/index.ts';
import { byTable, type PageNotes } from './page-notes.ts';
import { withPicks } from './picked.ts';
import { packAll, packOwn, type PackCards, type PackPage } from './pack-page.ts';

/** Grows when an older program could no longer read the JSON. */
export const TEAM_PACK_VERSION = 2;

/**
 * What a team takes home, parts in reading order. `told` has a page for every round at the home
 * table, empty ones too; the other parts are missing where there is no home round, or nothing that
 * members are known to have written elsewhere.
 */
export interface TeamPack {
  tablecloth: typeof TEAM_PACK_VERSION;
  /** `heldAt`: when its doors opened or, before that, are to; epoch ms. */
  cafe: { title: string; organisation: string; heldAt: number | null };
  team: {
    id: TeamId;
    name: string;
    topic: string;
    /** What the team told, in one line; missing where it wrote none. */
    story?: string;
    /** The team's own or, where it has none, the café's. */
    question: string;
    table: number;
    place: string;
  };
  /** Rounds in which another question than `team.question` was asked at the team’s table. */
  roundQuestions?: { round: number; question: string }[];
  homeQuestion: string;
  parts: { part: PartName; pages: PackPage[] }[];
  /** Whether the names of those who wrote stand with the notes. */
  isNamed: boolean;
  /** Cards that were removed; they are in no part. */
  removed: number;
}

export type PartName = 'next step' | 'told' | 'brought back';

/**
 * The pages a team's pack is made from, as `table` and `round`: its home table's and those where one
 * of the team sits or sat. Empty for an unknown team.
 */
export function pagesOfTeam(cafe: Cafe, team: TeamId): { table: string; round: number }[] {
  const home = cafe.definition.teams.find(({ id }) => id === team)?.homeTable;
  const members = membersOf(cafe, team);
  const wanted: { table: string; round: number }[] = [];
  for (const { id: table } of cafe.definition.tables) {
    for (const step of cafe.definition.programme) {
      if (step.kind !== 'round' && step.kind !== 'home') continue;
      const { round } = step;
      const page = `${table}.${String(round)}`;
      const wroteThere = (person: PersonId): boolean =>
        cafe.itineraries?.[person]?.tables[round - 1] === table ||
        cafe.sat[page]?.includes(person) === true;
      if (table === home || [...members].some(wroteThere)) wanted.push({ table, round });
    }
  }
  return wanted;
}

/** A team's pack from pages that are at least `pagesOfTeam`; null for an unknown team. */
export function teamPack(cafe: Cafe, id: TeamId, all: readonly PageNotes[]): TeamPack | null {
  const pages = all.map((notes) => withPicks(cafe, notes));
  const { definition } = cafe;
  const team = definition.teams.find((one) => one.id === id);
  const table = definition.tables.find((one) => one.id === team?.homeTable);
  if (team === undefined || table === undefined) return null;
  const home = homeRound(definition.programme);
  const isNamed = namesInPacks(cafe);
  const nameOf = (person: PersonId | null) =>
    isNamed && person !== null ? firstName(cafe.names[person] ?? '') || null : null;
  let removed = 0;
  const page = (at: Table, round: number, cards: PackCards): PackPage => {
    removed += cards.removed;
    const owner = teamAt(definition, at.id);
    return {
      table: at.number,
      round,
      team: owner?.name ?? '',
      topic: owner?.topic ?? '',
      cards: cards.cards,
      addedLater: cards.addedLater,
    };
  };
  const atHome = (round: number): PackPage => {
    const notes = pages.find((one) => one.table === table.id && one.round === round);
    return page(table, round, notes === undefined ? nothing : packAll(notes, nameOf));
  };
  const told = definition.programme.flatMap((step) =>
    step.kind === 'round' ? [atHome(step.round)] : [],
  );
  const members = membersOf(cafe, id);
  const brought = [...pages].sort(byTable(definition.tables)).flatMap((notes) => {
    const at = definition.tables.find((one) => one.id === notes.table);
    if (at === undefined || at.id === table.id || notes.round === home) return [];
    const own = page(at, notes.round, packOwn(notes, members, nameOf));
    return own.cards.length + own.addedLater.length > 0 ? [own] : [];
  });
  const parts: TeamPack['parts'] = [];
  if (home !== null) parts.push({ part: 'next step', pages: [atHome(home)] });
  parts.push({ part: 'told', pages: told });
  if (brought.length > 0) parts.push({ part: 'brought back', pages: brought });
  const { name, topic, story = '' } = team;
  const subject = story === '' ? { topic } : { topic, story };
  const own = questionOfTable(definition, table.id);
  const question = own === '' ? definition.question : own;
  const roundQuestions = own === '' ? ownOfRounds(definition.programme) : [];
  return {
    tablecloth: TEAM_PACK_VERSION,
    cafe: {
      title: definition.title,
      organisation: definition.organisation,
      heldAt: cafe.openedAt ?? definition.opensAt,
    },
    team: { id, name, ...subject, question, table: table.number, place: table.place },
    ...(roundQuestions.length === 0 ? {} : { roundQuestions }),
    homeQuestion: definition.homeQuestion,
    parts,
    isNamed,
    removed,
  };
}

/** The rounds that ask a question of their own, and what it is. */
export function ownOfRounds(programme: readonly Step[]): { round: number; question: string }[] {
  return programme.flatMap((step) =>
    step.kind === 'round' && step.question !== undefined && step.question !== ''
      ? [{ round: step.round, question: step.question }]
      : [],
  );
}

const nothing: PackCards = { cards: [], addedLater: [], removed: 0 };

function membersOf(cafe: Cafe, team: TeamId): Set<PersonId> {
  const members = Object.values(cafe.people).filter((person) => person.team === team);
  return new Set(members.map(({ id }) => id));
}
