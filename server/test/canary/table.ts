/**
 * The written table: who may ever receive which canary, given the café as it was when the frame was
 * sent. docs/protocol.md has the same in prose. It is worked out here from seats alone and not with
 * `audiencesOf`, `slice` and `pageRight`, which it is there to test.
 */
import { toldRound, type Cafe } from '@tablecloth/shared/cafe';
import type { Canary } from './words.ts';

/** `told`: the server sent it by itself. `asked`: it answers this one's own question. */
export type Way = 'told' | 'asked';

export type Reader = { cafe: string } & (
  | { role: 'facilitator' | 'screen' }
  | { role: 'team'; team: string }
  | { role: 'person'; person: string }
  | { role: 'table'; phone: string }
) & {
    /** Pages this connection opened by asking, while it did not sit there. */
    opened: ReadonlySet<string>;
  };

interface Sight {
  cafe: Cafe;
  me: Reader;
}

type Rule = (
  sight: Sight,
  canary: { person: string; page: string; table: string; by?: string | null; card?: string },
) => boolean;
type Row = Record<Reader['role'], Rule>;

const always: Rule = () => true;
const never: Rule = () => false;
const either =
  (...rules: Rule[]): Rule =>
  (sight, canary) =>
    rules.some((rule) => rule(sight, canary));

/** The table a device lies on. */
const lies = ({ cafe, me }: Sight): string | null =>
  me.role === 'table' ? (cafe.tablePhones[me.phone] ?? null) : null;
const stays: Rule = (sight) => lies(sight) !== null;
const subjectHere: Rule = (sight, { table }) => lies(sight) === table;
const pageHere: Rule = (sight, { page }) => lies(sight) === parts(page)[0];
const openHere: Rule = (sight, { page }) =>
  page === `${String(lies(sight))}.${String(sight.cafe.openRound)}`;
const toldHere: Rule = (sight, { person }) => {
  const { definition, stage } = sight.cafe;
  const at = lies(sight);
  return at !== null && at === seat(sight.cafe, person, toldRound(definition.programme, stage));
};
const signedHere: Rule = (sight, { person }) => {
  const open = sight.cafe.signed[`${String(lies(sight))}.${String(sight.cafe.openRound)}`] ?? {};
  return stays(sight, { person, page: '', table: '' }) && Object.values(open).includes(person);
};
const mayWriteHere: Rule = (sight, { person }) => {
  const page = `${String(lies(sight))}.${String(sight.cafe.openRound)}`;
  return mayWrite(sight.cafe, person, page);
};

const myself: Rule = ({ me }, { person }) => me.role === 'person' && me.person === person;
const atMyTable: Rule = ({ cafe, me }, { person }) => {
  const round = toldRound(cafe.definition.programme, cafe.stage);
  const mine = me.role === 'person' ? seat(cafe, me.person, round) : null;
  return mine !== null && mine === seat(cafe, person, round);
};
const whereISit: Rule = ({ cafe, me }, { page }) => {
  const mine = me.role === 'person' ? seat(cafe, me.person, cafe.openRound) : null;
  return mine !== null && page === `${mine}.${String(cafe.openRound)}`;
};
const onMyWay: Rule = ({ cafe, me }, { table }) =>
  me.role === 'person' &&
  (cafe.itineraries?.[me.person]?.tables.includes(table) === true ||
    isPlanned(cafe, me.person, table));
/** Planned ahead, until there are seats: the visits, and home with one's team or where one stays. */
const isPlanned = (cafe: Cafe, person: string, table: string): boolean => {
  const own = cafe.itineraries === null ? cafe.planned?.itineraries[person] : undefined;
  const { team = null, fixedAt = null } = cafe.people[person] ?? {};
  const home = team === null ? undefined : homeOf(cafe, team);
  return own !== undefined && [...own.tables, home, fixedAt].includes(table);
};
/** With me at a table in a round that both of us are planned to host. */
const hostsWithMe: Rule = ({ cafe, me }, { person }) => {
  const plan = cafe.itineraries === null ? cafe.planned?.itineraries : undefined;
  const mine = me.role === 'person' ? plan?.[me.person] : undefined;
  const theirs = plan?.[person];
  return (
    mine?.tables.some(
      (table, i) =>
        mine.hosting[i] === true && theirs?.hosting[i] === true && theirs.tables[i] === table,
    ) === true
  );
};
/** To choose a table one reads what is talked about at all of them. */
const peoplePick: Rule = ({ cafe }) => cafe.definition.seating === 'pick';
const opened: Rule = ({ me }, { page }) => me.opened.has(page);
const openedHere: Rule = (sight, canary) => opened(sight, canary) && pageHere(sight, canary);
const openedAndMine: Rule = (sight, canary) => opened(sight, canary) && iMayWrite(sight, canary);
const iMayWrite: Rule = ({ cafe, me }, { page }) =>
  me.role === 'person' && mayWrite(cafe, me.person, page);
const earlierAtMyTable: Rule = ({ cafe, me }, { page }) => {
  if (me.role !== 'person') return false;
  const [table, round] = parts(page);
  const told = toldRound(cafe.definition.programme, cafe.stage);
  return [told, cafe.openRound].some(
    (now) => now !== null && round < now && seat(cafe, me.person, now) === table,
  );
};
const visitsAreOver: Rule = ({ cafe: { definition, stage, openRound } }) => {
  if (stage.at === 'closed') return true;
  const last = definition.programme.findLastIndex(
    ({ kind }) => kind === 'round' || kind === 'grace' || kind === 'move',
  );
  return stage.at !== 'before' && openRound !== null && stage.index > last;
};
const myTeamsTable: Rule = ({ cafe, me }, { page }) =>
  me.role === 'team' && homeOf(cafe, me.team) === parts(page)[0];

const myTeamTells: Rule = ({ cafe, me }, { table }) =>
  me.role === 'team' && homeOf(cafe, me.team) === table;

/** What members of one's team wrote elsewhere, which `read brought` answers. */
const myTeamBroughtIt: Rule = (sight, { by = null, page, card = '' }) => {
  const { cafe, me } = sight;
  const team = teamOf(sight);
  if (team === null || (me.role === 'table' && !visitsAreOver(sight, NOTHING))) return false;
  // What was written on a table's device is whose it was signed for.
  const author = by ?? cafe.signed[page]?.[card] ?? null;
  return author !== null && cafe.people[author]?.team === team;
};
const NOTHING = { person: '', page: '', table: '' };

function teamOf(sight: Sight): string | null {
  const { cafe, me } = sight;
  switch (me.role) {
    case 'team':
      return me.team;
    case 'person':
      return cafe.people[me.person]?.team ?? null;
    case 'table':
      return cafe.definition.teams.find(({ homeTable }) => homeTable === lies(sight))?.id ?? null;
    case 'facilitator':
    case 'screen':
      return null;
  }
}

/** Asked of the panel, so that facilitators have it in their list. */
const isAsked: Rule = ({ cafe }, { page, card }) =>
  cafe.panel.some((one) => one.isAsked && one.page === page && one.card === card);
const isOnTheScreen: Rule = (sight, canary) => {
  const { panel, spotlight } = sight.cafe;
  const shown = panel.find(({ page, card }) => page === spotlight?.page && card === spotlight.card);
  return (
    shown?.isAsked === true &&
    !shown.isHidden &&
    shown.page === canary.page &&
    shown.card === canary.card
  );
};

const iHear: Rule = either(whereISit, openedAndMine);
const iRead: Rule = either(iMayWrite, earlierAtMyTable, visitsAreOver);
const writesWhereIHear: Rule = (sight, { person }) =>
  pagesOf(sight.cafe).some(
    (page) => iHear(sight, { person, page, table: '' }) && mayWrite(sight.cafe, person, page),
  );
// No café here chose names in its notes: then people read none of those who wrote.
/* prettier-ignore */
export const TABLE: Record<Canary['of'], Record<Way, Row>> = {
  'café words':   {
    told:  { facilitator: always, screen: always, team: always,       person: always, table: stays },
    asked: { facilitator: never,  screen: never,  team: always,       person: always, table: stays },
  },
  'subject':      {
    told:  { facilitator: always, screen: peoplePick, team: either(myTeamTells, peoplePick), person: either(onMyWay, peoplePick), table: either(subjectHere, peoplePick) },
    asked: { facilitator: never,  screen: never,  team: never,        person: never, table: never },
  },
  'story':        {
    told:  { facilitator: always, screen: never,  team: myTeamTells,  person: onMyWay, table: subjectHere },
    asked: { facilitator: never,  screen: never,  team: never,        person: never, table: never },
  },
  'first name':   {
    told:  { facilitator: always, screen: never,  team: never,        person: either(myself, atMyTable, writesWhereIHear, hostsWithMe), table: either(toldHere, mayWriteHere, signedHere) },
    asked: { facilitator: always, screen: never,  team: never,        person: never, table: never },
  },
  'surname':      {
    told:  { facilitator: always, screen: never,  team: never,        person: either(myself, atMyTable), table: either(toldHere, signedHere) },
    asked: { facilitator: never,  screen: never,  team: never,        person: never, table: never },
  },
  'person id':    {
    told:  { facilitator: always, screen: never,  team: never,        person: myself, table: never },
    asked: { facilitator: always, screen: never,  team: never,        person: never, table: never },
  },
  'note':         {
    told:  { facilitator: either(opened, isAsked), screen: isOnTheScreen, team: isOnTheScreen, person: either(iHear, isOnTheScreen), table: either(openHere, openedHere, isOnTheScreen) },
    asked: { facilitator: always, screen: never,  team: either(myTeamsTable, myTeamBroughtIt), person: either(iRead, myTeamBroughtIt), table: either(pageHere, myTeamBroughtIt) },
  },
  'late note':    {
    told:  { facilitator: isAsked, screen: isOnTheScreen, team: isOnTheScreen, person: isOnTheScreen, table: isOnTheScreen },
    asked: { facilitator: always, screen: never,  team: either(myTeamsTable, myTeamBroughtIt), person: either(iRead, myTeamBroughtIt), table: either(pageHere, myTeamBroughtIt) },
  },
  'card in hand': {
    told:  { facilitator: opened, screen: never,  team: never,        person: iHear, table: openHere },
    asked: { facilitator: never,  screen: never,  team: never,        person: never, table: never },
  },
  'answer':       {
    told:  { facilitator: either(opened, isAsked), screen: never, team: never,        person: iHear, table: openedHere },
    asked: { facilitator: always, screen: never,  team: myTeamsTable, person: iRead, table: pageHere },
  },
  'reason':       {
    told:  { facilitator: always, screen: never,  team: never,        person: never, table: never },
    asked: { facilitator: never,  screen: never,  team: never,        person: never, table: never },
  },
  'secret':       {
    told:  { facilitator: never,  screen: never,  team: never,        person: never, table: never },
    asked: { facilitator: never,  screen: never,  team: never,        person: never, table: never },
  },
};

export function mayReceive(sight: Sight, way: Way, canary: Canary): boolean {
  if (canary.cafe !== sight.me.cafe) return false;
  const fields = { ...canary } as {
    person?: string;
    page?: string;
    table?: string;
    by?: string | null;
    card?: string;
  };
  const { person = '', page = '', table = '', by = null, card = '' } = fields;
  return TABLE[canary.of][way][sight.me.role](sight, { person, page, table, by, card });
}

export function seat(cafe: Cafe, person: string, round: number | null): string | null {
  return round === null ? null : (cafe.itineraries?.[person]?.tables[round - 1] ?? null);
}

function mayWrite(cafe: Cafe, person: string, page: string): boolean {
  const [table, round] = parts(page);
  const team = cafe.people[person]?.team ?? null;
  return (
    seat(cafe, person, round) === table ||
    cafe.sat[page]?.includes(person) === true ||
    (team !== null && homeOf(cafe, team) === table)
  );
}

function homeOf({ definition }: Cafe, team: string): string | undefined {
  return definition.teams.find(({ id }) => id === team)?.homeTable;
}

function parts(page: string): [table: string, round: number] {
  const [table = '', round = ''] = page.split('.');
  return [table, Number(round)];
}

function pagesOf({ definition }: Cafe): string[] {
  return definition.programme.flatMap((step) =>
    step.kind === 'round' || step.kind === 'home'
      ? definition.tables.map(({ id }) => `${id}.${String(step.round)}`)
      : [],
  );
}
