import type { Actor } from './actor.ts';
import { overfills } from './always-at.ts';
import { foreseen } from './apply.ts';
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { host } from './decide-host.ts';
import { isExpected } from './expected.ts';
import { nameAndLetter } from './first-name.ts';
import type { FactBody } from './fact.ts';
import type { PersonId, RoundNumber, TableId } from './ids.ts';
import { lateSeats } from './late-seats.ts';
import { LIMITS } from './limits.ts';
import { meantBy } from './meant.ts';
import { noRound } from './no-seat.ts';
import { personOf } from './person-of.ts';
import type { Person } from './person.ts';
import { ownTables, pickedRound } from './picking.ts';
import { toldRound } from './position.ts';
import { homeRound } from './programme.ts';
import { refuse } from './refusal.ts';
import { freeTable, hasChairs, homeTableOf, partnersOf } from './seating.ts';
import { fixedTable, isOpenIn } from './table-mark.ts';
import { isStorable } from './text.ts';
import { tidyName } from './tidy-name.ts';

type PeopleCommand = CommandOf<
  'join' | 'addPerson' | 'checkIn' | 'depart' | 'expect' | 'move' | 'host' | 'sit' | 'rate'
>;

export function decidePeople(cafe: Cafe, command: PeopleCommand, by: Actor, now: number): Decision {
  switch (command.kind) {
    case 'join':
      return join(cafe, command, now);
    case 'addPerson':
      return addPerson(cafe, command, now);
    case 'checkIn': {
      const person = personOf(cafe, command.person);
      if (person === undefined) return refuse('no person');
      if (cafe.stage.at === 'closed') return refuse('cafe closed');
      // Who says it themselves says it on their phone.
      const withoutPhone = by.role !== 'person' && person.withoutPhone;
      return { facts: arrive(cafe, person, withoutPhone, now) };
    }
    case 'depart': {
      const person = personOf(cafe, command.person);
      if (person === undefined) return refuse('no person');
      if (cafe.stage.at === 'closed') return refuse('cafe closed');
      return { facts: isExpected(person) ? [{ kind: 'personLeft', person: person.id }] : [] };
    }
    case 'expect': {
      const person = personOf(cafe, command.person);
      if (person === undefined) return refuse('no person');
      if (cafe.stage.at === 'closed') return refuse('cafe closed');
      return expectAgain(cafe, person);
    }
    case 'move':
      if (isForAnother(cafe, command.round)) return refuse('step begun');
      return sit(cafe, command.person, command.table, 'moved');
    case 'sit':
      if (by.role !== 'person') return refuse('not allowed');
      return sitDown(cafe, by.person, command);
    case 'rate':
      if (by.role !== 'person') return refuse('not allowed');
      return rate(cafe, by.person, command);
    case 'host':
      return host(cafe, command);
  }
}

/** Their chair may have been given to somebody else for good: then it is said, and nobody is put over it. */
function expectAgain(cafe: Cafe, person: Person): Decision {
  if (isExpected(person)) return { facts: [] };
  const body = { kind: 'personExpected', person: person.id } as const;
  return overfills(cafe, foreseen(cafe, body)) ? refuse('chairs given') : { facts: [body] };
}

/** Somebody joins from a phone: a listed person arrives, or someone new, or the same one again. */
function join(cafe: Cafe, command: CommandOf<'join'>, now: number): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (cafe.stage.at === 'before') return refuse('not open');
  if (!isStorable(command.name)) return refuse('name unreadable');
  if (command.name.length > LIMITS.typedNameCharsMax) return refuse('name long');
  const name = tidyName(command.name);
  if (name === '') return refuse('name empty');
  if (name.length > LIMITS.nameCharsMax) return refuse('name long');
  if (command.team !== null && !cafe.definition.teams.some(({ id }) => id === command.team)) {
    return refuse('no team');
  }
  if (command.claim !== 'new') {
    const { listed, here, alike } = meantBy(cafe, name, command.team, command.connected);
    if (command.claim === 'same' && here !== undefined) return takeOver(cafe, here.person);
    if (listed !== undefined) {
      return { facts: arrive(cafe, listed, false, now), person: listed.id };
    }
    const known = ({ id }: Person): string => nameAndLetter(cafe.names[id] ?? '');
    if (here !== undefined) {
      const asked = here.isNamesake ? name : known(here.person);
      return { refusal: { code: 'same name', name: asked } };
    }
    const [first, ...others] = alike;
    if (first !== undefined) {
      if (others.length > 0) return refuse('name shared');
      if (command.claim === null) return { refusal: { code: 'on the list', name: known(first) } };
      return { facts: arrive(cafe, first, false, now), person: first.id };
    }
  }
  return newPerson(
    cafe,
    { id: command.person, name, team: command.team, withoutPhone: false },
    now,
  );
}

/** From here on there is a phone behind this name: whoever added it cannot take it back unseen. */
function takeOver({ deeds }: Cafe, { id }: Person): Decision {
  const isOfDesk = deeds.some(
    ({ did, cells, undone, since }) =>
      did === 'personArrived' &&
      `person ${id}` in cells &&
      undone === undefined &&
      since.length === 0,
  );
  const facts: FactBody[] = isOfDesk
    ? [{ kind: 'personArrived', person: id, withoutPhone: false }]
    : [];
  return { facts, person: id };
}

function addPerson(cafe: Cafe, command: CommandOf<'addPerson'>, now: number): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (personOf(cafe, command.person) !== undefined) return refuse('not understood');
  if (command.team !== null && !cafe.definition.teams.some(({ id }) => id === command.team)) {
    return refuse('no team');
  }
  const { person: id, name, team, withoutPhone } = command;
  return newPerson(cafe, { id, name, team, withoutPhone }, now);
}

function newPerson(
  cafe: Cafe,
  { id, name, team, withoutPhone }: Pick<Person, 'id' | 'team' | 'withoutPhone'> & { name: string },
  now: number,
): Decision {
  if (Object.keys(cafe.people).length >= LIMITS.peopleMax) return refuse('cafe full');
  const person: Person = { id, team, here: false, withoutPhone, fixedAt: null, goesWith: null };
  const listed: FactBody = {
    kind: 'personListed',
    person: id,
    team,
    withoutPhone,
    fixedAt: null,
    goesWith: null,
  };
  return {
    facts: [listed, ...arrive(cafe, person, withoutPhone, now)],
    names: [{ person: id, name }],
    person: id,
  };
}

function arrive(cafe: Cafe, person: Person, withoutPhone: boolean, now: number): FactBody[] {
  if (person.here) return [];
  return [
    { kind: 'personArrived', person: person.id, withoutPhone },
    ...lateSeats(cafe, person, now),
  ];
}

/** Whether a tap was for another round than the one people are told now. */
function isForAnother({ stage, definition }: Cafe, seen: RoundNumber | undefined): boolean {
  const told = toldRound(definition.programme, stage);
  return stage.at !== 'closed' && seen !== undefined && seen !== told;
}

/**
 * "Change", or a table that was picked: then nobody visits their own team's. Whoever was told it in this
 * round, as its hosts are, may go back to it and hosts there.
 */
function sitDown(cafe: Cafe, id: PersonId, { table, round: seen }: CommandOf<'sit'>): Decision {
  if (isForAnother(cafe, seen)) return refuse('step begun');
  const round = toldRound(cafe.definition.programme, cafe.stage);
  const person = personOf(cafe, id);
  if (pickedRound(cafe) === null || person === undefined) return sit(cafe, id, table, 'change');
  const isThere = cafe.itineraries?.[id]?.tables[(round ?? 0) - 1] === table;
  const movers = [person, ...partnersOf(cafe, person)];
  const goesBack = homeTableOf(cafe, person) === table && wasTold(cafe, id, table, round);
  if (!isThere && !goesBack && ownTables(cafe, movers).has(table)) return refuse('own table');
  return sit(cafe, id, table, 'picked', goesBack && cafe.definition.hostsPerTable > 0);
}

/** Whether somebody has left this seat. */
function wasTold({ sat }: Cafe, id: PersonId, table: TableId, round: RoundNumber | null): boolean {
  return sat[`${table}.${String(round)}`]?.includes(id) === true;
}

/** Actual beats plan: the person sits there, later tables avoid it; only chairs can refuse. */
function sit(
  cafe: Cafe,
  personId: PersonId,
  table: TableId,
  because: 'change' | 'moved' | 'picked',
  hosts = false,
): Decision {
  const person = personOf(cafe, personId);
  if (person === undefined) return refuse('no person');
  if (!person.here) return refuse(because === 'moved' ? 'not here' : 'noted as gone');
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (!cafe.definition.tables.some(({ id }) => id === table)) return refuse('no table');
  const round = toldRound(cafe.definition.programme, cafe.stage);
  if (round === null || cafe.itineraries === null) return noRound(cafe);
  const movers = [person, ...partnersOf(cafe, person)].filter(
    (one) => cafe.itineraries?.[one.id]?.tables[round - 1] !== table,
  );
  if (movers.length === 0) return { facts: [] };
  if (!isOpenIn(cafe, table, round)) return refuse('table closed');
  // To their own table they may go: they sit elsewhere where they were seated before it was theirs.
  if (movers.some((one) => (fixedTable(cafe, one) ?? table) !== table)) return refuse('seat fixed');
  if (!hasChairs(cafe, table, round, movers.length)) return refuse('table full');
  let draft = cafe;
  const facts: FactBody[] = [];
  const add = (fact: FactBody): void => {
    facts.push(fact);
    draft = foreseen(draft, fact);
  };
  for (const one of movers) {
    const hosting = hosts && one.id === personId;
    add({ kind: 'personSeated', person: one.id, round, table, hosting, because });
  }
  for (const fact of avoiding(draft, movers, round, table)) add(fact);
  return { facts };
}

/** New tables for later rounds in which these people, who move as one, would sit here again. */
function avoiding(
  cafe: Cafe,
  movers: readonly Person[],
  round: RoundNumber,
  table: TableId,
): FactBody[] {
  const home = homeRound(cafe.definition.programme);
  const leader = movers[0];
  const facts: FactBody[] = [];
  if (leader === undefined) return facts;
  const seats = cafe.itineraries?.[leader.id]?.tables ?? [];
  for (let later = round + 1; later <= seats.length && later !== home; later += 1) {
    const again = movers.some((one) => cafe.itineraries?.[one.id]?.tables[later - 1] === table);
    const hosts = movers.some((one) => cafe.itineraries?.[one.id]?.hosting[later - 1] === true);
    if (!again || hosts) continue;
    const other = freeTable(cafe, leader, later, movers.length);
    if (other === null || other === table) continue;
    for (const one of movers) {
      facts.push({
        kind: 'personSeated',
        person: one.id,
        round: later,
        table: other,
        hosting: false,
        because: 'avoid',
      });
    }
  }
  return facts;
}

/** How it was, also on the way home: until the café is deleted one may think again. */
function rate(cafe: Cafe, person: PersonId, { question, mark }: CommandOf<'rate'>): Decision {
  if (personOf(cafe, person) === undefined) return refuse('no person');
  if (cafe.marks[person]?.[question] === mark) return { facts: [] };
  return { facts: [{ kind: 'rated', person, question, mark }] };
}
