/**
 * What facilitators change by hand, before the day and during it. Where people are seated already, a
 * change that means other seats is previewed first, as a repair is, and made just so or not at all.
 * What people were told of the round that runs or comes next is kept.
 */
import { withPerson } from './by-hand.ts';
import { overfills } from './always-at.ts';
import type { Cafe } from './cafe.ts';
import { thinkThrough, thoughtChanges, type Change } from './closing.ts';
import type { CommandOf } from './command.ts';
import { tearsApart } from './companies.ts';
import { forbidsChairs } from './crowd.ts';
import type { Decision } from './decision.ts';
import type { FactBody, FactOf, NewSeats, PersonChange } from './fact.ts';
import { fold } from './fold.ts';
import type { TableId, TeamId } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Person } from './person.ts';
import { roundCount } from './programme.ts';
import { refuse, type Refusal } from './refusal.ts';
import { changedItineraries } from './repair.ts';
import { fits, type Proposal } from './rotation.ts';
import { isOpenIn } from './table-mark.ts';

type No = { refusal: Refusal } | null;
type SamePress = Pick<FactOf<'teamNamed'>, 'withTable'>;

/** What a wish comes to: fields that are left out stay as they are. */
export function personChange(
  cafe: Cafe,
  wish: Omit<CommandOf<'changePerson'>, 'kind' | 'name' | 'preview'>,
): PersonChange | { refusal: Refusal } {
  const person = Object.hasOwn(cafe.people, wish.person) ? cafe.people[wish.person] : undefined;
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (person === undefined) return refuse('no person');
  const { team = person.team, withoutPhone = person.withoutPhone } = wish;
  const { fixedAt = person.fixedAt, goesWith = person.goesWith } = wish;
  const isNew = wish.goesWith !== undefined;
  const freed = Object.values(cafe.people).filter((one) => isNew && one.goesWith === person.id);
  const change = {
    ...{ whom: person.id, team, withoutPhone, fixedAt, goesWith },
    freed: freed.map(({ id }) => id),
  };
  return forbids(cafe, person, change) ?? change;
}

function forbids(cafe: Cafe, { id }: Person, change: PersonChange): No {
  const { team, fixedAt, goesWith } = change;
  if (team !== null && !cafe.definition.teams.some((one) => one.id === team)) {
    return refuse('no team');
  }
  if (fixedAt !== null) {
    if (!cafe.definition.tables.some((one) => one.id === fixedAt)) return refuse('no table');
    if (!isOpenIn(cafe, fixedAt, 1)) return refuse('table closed');
  }
  const isKnown = goesWith === null || (goesWith !== id && Object.hasOwn(cafe.people, goesWith));
  if (!isKnown) return refuse('no person');
  const after = withPerson(cafe, change);
  if (tearsApart(cafe.people, after.people)) return refuse('torn apart');
  return overfills(cafe, after) ? refuse('table full') : null;
}

function isSame(cafe: Cafe, { whom, freed, ...now }: PersonChange): boolean {
  const was = cafe.people[whom];
  if (was === undefined || freed.some((id) => id !== now.goesWith)) return false;
  return (['team', 'withoutPhone', 'fixedAt', 'goesWith'] as const).every(
    (field) => was[field] === now[field],
  );
}

export function changePerson(
  cafe: Cafe,
  command: CommandOf<'changePerson'>,
  proposal: Proposal | null,
): Decision {
  const { name, person } = command;
  const changed = personChange(cafe, command);
  if ('refusal' in changed) return changed;
  const facts: FactBody[] = [];
  if (!isSame(cafe, changed)) {
    const seats = newSeats(cafe, { changed }, proposal);
    if ('refusal' in seats) return seats;
    facts.push({ kind: 'personChanged', ...changed, ...seats });
  }
  if (name === undefined || name === cafe.names[person]) return { facts };
  return { facts: [...facts, { kind: 'personRenamed', whom: person }], names: [{ person, name }] };
}

export function addTable(
  cafe: Cafe,
  { table, number, place, chairs }: CommandOf<'addTable'>,
  proposal: Proposal | null,
): Decision {
  const no = forbidsTable(cafe, table, number);
  if (no !== null) return no;
  if (cafe.definition.tables.some(({ id }) => id === table)) return refuse('not understood');
  if (cafe.definition.tables.length >= LIMITS.tablesMax) return refuse('room full');
  const seats = newSeats(cafe, { added: { id: table, number, place, chairs } }, proposal);
  if ('refusal' in seats) return seats;
  return { facts: [{ kind: 'tableAdded', table, number, place, chairs, ...seats }] };
}

/** A number that was told stays, and so do the chairs of those who are sent there or always sit there. */
export function describeTable(cafe: Cafe, command: CommandOf<'describeTable'>): Decision {
  const { table, number, place, chairs, team } = command;
  const before = cafe.definition.tables.find(({ id }) => id === table);
  const no = forbidsTable(cafe, table, number);
  if (no !== null) return no;
  if (before === undefined) return refuse('no table');
  const isTold = cafe.itineraries !== null || cafe.planned !== null;
  if (before.number !== number && isTold) return refuse('number told');
  const tooFew = forbidsChairs(cafe, table, chairs);
  if (tooFew !== null) return tooFew;
  const isSame = before.number === number && before.place === place && before.chairs === chairs;
  const facts: FactBody[] = isSame
    ? []
    : [{ kind: 'tableDescribed', table, number, place, chairs }];
  if (team === undefined) return { facts };
  const press: SamePress = isSame ? {} : { withTable: true };
  const ofTeam = team.kind === 'addTeam' ? addTeam(cafe, team, press) : nameTeam(cafe, team, press);
  return 'refusal' in ofTeam ? ofTeam : { facts: [...facts, ...ofTeam.facts] };
}

function forbidsTable(cafe: Cafe, table: TableId, number: number): No {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const isTaken = cafe.definition.tables.some((one) => one.id !== table && one.number === number);
  return isTaken ? refuse('number taken') : null;
}

export function addTeam(
  cafe: Cafe,
  { team, name, homeTable }: CommandOf<'addTeam'>,
  press: SamePress = {},
): Decision {
  const no = forbidsTeam(cafe, team, name, homeTable);
  if (no !== null) return no;
  if (cafe.definition.teams.some(({ id }) => id === team)) return refuse('not understood');
  if (cafe.definition.teams.length >= LIMITS.teamsMax) return refuse('room full');
  return { facts: [{ kind: 'teamAdded', team, name, homeTable, ...press }] };
}

/** Another name, or until there are seats another table. */
export function nameTeam(
  cafe: Cafe,
  { team, name, homeTable }: CommandOf<'nameTeam'>,
  press: SamePress = {},
): Decision {
  const before = cafe.definition.teams.find(({ id }) => id === team);
  const no = forbidsTeam(cafe, team, name, homeTable);
  if (no !== null) return no;
  if (before === undefined) return refuse('no team');
  const moves = before.homeTable !== homeTable;
  if (moves && cafe.itineraries !== null) return refuse('plan made');
  if (!moves && before.name === name) return { facts: [] };
  return { facts: [{ kind: 'teamNamed', team, name, homeTable, ...press }] };
}

/** As long as nobody of it has arrived. */
export function removeTeam(cafe: Cafe, { team }: CommandOf<'removeTeam'>): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (!cafe.definition.teams.some(({ id }) => id === team)) return refuse('no team');
  const hasCome = ({ id, team: own, here }: Person): boolean =>
    own === team && (here || cafe.itineraries?.[id] !== undefined);
  if (Object.values(cafe.people).some(hasCome)) return refuse('team here');
  return { facts: [{ kind: 'teamRemoved', team }] };
}

function forbidsTeam(cafe: Cafe, team: TeamId, name: string, homeTable: TableId): No {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const { teams, tables } = cafe.definition;
  const others = teams.filter(({ id }) => id !== team);
  if (!tables.some(({ id }) => id === homeTable)) return refuse('no table');
  if (others.some((one) => one.homeTable === homeTable)) return refuse('table has team');
  const typed = fold(name);
  return others.some((one) => fold(one.name) === typed) ? refuse('team named') : null;
}

/** The seats a change brings, as they were previewed; none where nobody is seated. */
function newSeats(
  cafe: Cafe,
  change: Change,
  proposal: Proposal | null,
): { seats?: NewSeats } | { refusal: Refusal } {
  const thought = thinkThrough(cafe, change);
  if ('refusal' in thought) return thought;
  const { instance } = thought;
  if (instance !== null && (proposal === null || !fits(proposal, instance))) {
    return refuse('old preview');
  }
  const found = thoughtChanges(cafe, thought, instance === null ? null : proposal);
  if (found === null) return refuse('cannot plan');
  const { changes, quality } = found;
  if (cafe.itineraries === null || changes.length === 0) return {};
  const rounds = roundCount(cafe.definition.programme);
  return { seats: { itineraries: changedItineraries(cafe, changes, rounds), quality } };
}
