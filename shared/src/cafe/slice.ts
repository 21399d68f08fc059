import { aheadView, hostsBeside, plannedFor } from './ahead.ts';
import type { Audience } from './audience.ts';
import type { Cafe } from './cafe.ts';
import { newestOf, newestRepair } from './deeds.ts';
import { tallied } from './feedback.ts';
import type { PersonId, TableId } from './ids.ts';
import { deletesAt } from './keeping.ts';
import { ownDay } from './own-day.ts';
import { tellsOf } from './of-team.ts';
import { atTable } from './own-hosting.ts';
import type { Itinerary } from './person.ts';
import { chairsView, subjectsView } from './picking.ts';
import { picksTables } from './picks-tables.ts';
import { plannedEnd, toldRound } from './position.ts';
import { homeRound, roundCount } from './programme.ts';
import { seatFirst } from './seat-first.ts';
import { sentTo } from './sent-to.ts';
import { canUndo, takenBack } from './undo.ts';
import type {
  CafeView,
  ClockView,
  FacilitatorView,
  PersonView,
  PickedView,
  RoomView,
  Slice,
  StayView,
  TableView,
} from './view.ts';

/** What an audience sees of a café, but for people's words on cards. */
export function slice(cafe: Cafe, audience: Audience): Slice[] {
  switch (audience) {
    case 'everyone':
      return [
        { kind: 'cafe', view: cafeView(cafe) },
        { kind: 'clock', view: clockView(cafe) },
        ...pickingSlices(cafe),
      ];
    case 'facilitators':
      return [{ kind: 'facilitator', view: facilitatorView(cafe) }];
    case 'screen':
      return [{ kind: 'room', view: roomView(cafe) }];
    default:
      return sliceOfOne(cafe, audience);
  }
}

/** What everybody needs to pick a table; nothing where seats are planned. */
function pickingSlices(cafe: Cafe): Slice[] {
  if (!picksTables(cafe.definition)) return [];
  const chairs = chairsView(cafe);
  return [
    { kind: 'subjects', view: subjectsView(cafe) },
    ...(chairs === null ? [] : [{ kind: 'chairs' as const, view: chairs }]),
  ];
}

function sliceOfOne(cafe: Cafe, audience: string): Slice[] {
  const colon = audience.indexOf(':');
  const id = audience.slice(colon + 1);
  switch (audience.slice(0, colon)) {
    case 'person': {
      const view = personView(cafe, id);
      return view === null ? [] : [{ kind: 'person', view }];
    }
    case 'table': {
      const view = tableView(cafe, id);
      return view === null ? [] : [{ kind: 'table', view }];
    }
    case 'stay':
      return [{ kind: 'stay', view: stayView(cafe, id) }];
    case 'team': {
      const team = cafe.definition.teams.find((one) => one.id === id);
      return team === undefined ? [] : [{ kind: 'tells', view: tellsOf(team) }];
    }
    case 'page': {
      const view = pickedView(cafe, id);
      return view === null ? [] : [{ kind: 'picked', view }];
    }
    default:
      return [];
  }
}

function cafeView({ id, definition, edition, generations }: Cafe): CafeView {
  const { title, organisation, question, homeQuestion, panelQuestion, notice, lobby } = definition;
  const { programme, pace, hostsPerTable, keepDays, teams, tables } = definition;
  return {
    id,
    title,
    organisation,
    question,
    homeQuestion,
    panelQuestion,
    notice,
    ...(lobby === undefined || lobby === '' ? {} : { lobby }),
    programme,
    edition,
    pace,
    hostsPerTable,
    ...(picksTables(definition) ? { seating: 'pick' as const } : {}),
    keepDays,
    ...(definition.namesInPacks === true ? { namesInPacks: true } : {}),
    teams: teams.map(({ id: team, name, homeTable }) => ({ id: team, name, homeTable })),
    tables: tables.map(({ id: table, number, place, chairs, closed }) => ({
      id: table,
      number,
      place,
      chairs,
      ...(closed === undefined ? {} : { closed: true }),
    })),
    ...(Object.keys(generations).length === 0 ? {} : { generations }),
  };
}

function clockView(cafe: Cafe): ClockView {
  return {
    phase: cafe.phase,
    stage: cafe.stage,
    openRound: cafe.openRound,
    plannedEnd: plannedEndOf(cafe),
    seated: cafe.itineraries !== null,
  };
}

/** By the plan as it was when the doors opened; before that as it is now. */
function plannedEndOf({ definition, openedAt, plannedMs }: Cafe): number | null {
  const opened = definition.opensAt ?? openedAt;
  if (opened === null) return null;
  return plannedMs === null ? plannedEnd(definition, opened) : opened + plannedMs;
}

function personView(cafe: Cafe, id: PersonId): PersonView | null {
  const person = cafe.people[id];
  if (person === undefined) return null;
  const seated = itineraryOf(cafe, id);
  const { tables, hosting } = plannedFor(cafe, id) ?? seated;
  const beside = hostsBeside(cafe, id);
  // Where people pick, the sum of their tables is not known before the end.
  const day = picksTables(cafe.definition) ? null : ownDay(cafe, id);
  const seats = seated.tables.flatMap((table, i) => (table === null ? [] : [`${table}.${i + 1}`]));
  const back = takenBack(cafe, id);
  const sent = back === null ? sentTo(cafe, id) : null;
  const left = leftBy(cafe.sat).get(id) ?? [];
  return {
    person: id,
    name: cafe.names[id] ?? '',
    team: person.team,
    ...(person.here ? {} : { away: true as const }),
    tables,
    hosting,
    ...(beside.length === 0 ? {} : { hostsBeside: beside }),
    fixedAt: person.fixedAt,
    pages: [...new Set([...seats, ...left])],
    subjects: subjectsAt(cafe, tables),
    ...(day === null ? {} : { day }),
    ...(cafe.marks[id] === undefined ? {} : { marks: cafe.marks[id] }),
    ...(back === null ? {} : { takenBack: back }),
    ...(sent === null ? {} : { sentTo: sent }),
  };
}

/** Said to those who will sit there, and not to all: it would be most of what a phone loads first. */
function subjectsAt(
  { definition }: Cafe,
  tables: readonly (TableId | null)[],
): PersonView['subjects'] {
  const at = tellingAt(definition);
  const told = [...new Set(tables)].flatMap((table) => {
    const one = table === null ? undefined : at.get(table);
    return one === undefined ? [] : [one];
  });
  return told.sort((a, b) => a.order - b.order).map(({ subject }) => subject);
}

// In a large room thousands of views are made from one café, so what they share is found out once.
type Telling = ReadonlyMap<TableId, { order: number; subject: PersonView['subjects'][number] }>;
const telling = new WeakMap<Cafe['definition'], Telling>();
const left = new WeakMap<Cafe['sat'], ReadonlyMap<PersonId, string[]>>();

/** What is said at each table where anything is: by its team, or by its own question. */
function tellingAt(definition: Cafe['definition']): Telling {
  const known = telling.get(definition);
  if (known !== undefined) return known;
  const teams = new Map(definition.teams.map((team, order) => [team.homeTable, { team, order }]));
  const found: Telling = new Map(
    definition.tables.flatMap(({ id: table, question: own = '' }, i) => {
      const { team, order = definition.teams.length + i } = teams.get(table) ?? {};
      const { topic = '', story = '', question: asked = '' } = team ?? {};
      const question = asked === '' ? own : asked;
      if (topic + story + question === '') return [];
      const subject = { table, topic, ...(story === '' ? {} : { story }), question };
      return [[table, { order, subject }] as const];
    }),
  );
  telling.set(definition, found);
  return found;
}

/** The pages of seats that people were told and then left. */
function leftBy(sat: Cafe['sat']): ReadonlyMap<PersonId, string[]> {
  const known = left.get(sat);
  if (known !== undefined) return known;
  const pages = new Map<PersonId, string[]>();
  for (const [page, people] of Object.entries(sat)) {
    for (const person of people) pages.set(person, [...(pages.get(person) ?? []), page]);
  }
  left.set(sat, pages);
  return pages;
}

function itineraryOf(cafe: Cafe, id: PersonId): Itinerary {
  const itinerary = cafe.itineraries?.[id];
  if (itinerary !== undefined) return itinerary;
  const rounds = roundCount(cafe.definition.programme);
  return {
    tables: Array.from({ length: rounds }, () => null),
    hosting: Array.from({ length: rounds }, () => false),
  };
}

function tableView(cafe: Cafe, table: TableId): TableView | null {
  const round = toldRound(cafe.definition.programme, cafe.stage);
  if (round === null) return null;
  const people = atTable(cafe, table, round).map(({ name, hosting }) => ({ name, hosting }));
  return { table, round, people };
}

/** A device hosts its table in every visit, and in the home round is one of the team's. */
function stayView(cafe: Cafe, table: TableId): StayView {
  const { programme } = cafe.definition;
  const rounds = Array.from({ length: roundCount(programme) }, (_, i) => i + 1);
  const signed = cafe.signed[`${table}.${String(cafe.openRound)}`] ?? {};
  return {
    table,
    tables: rounds.map(() => table),
    hosting: rounds.map((round) => round !== homeRound(programme)),
    pages: rounds.map((round) => `${table}.${String(round)}`),
    subjects: subjectsAt(cafe, [table]),
    signed: Object.entries(signed).map(([card, person]) => ({
      card,
      name: cafe.names[person] ?? '',
    })),
  };
}

function pickedView({ passedOn, panel }: Cafe, page: string): PickedView | null {
  const ofPage = panel.filter((question) => question.page === page);
  if (passedOn[page] === undefined && ofPage.length === 0) return null;
  const asked = ofPage.filter(({ isAsked }) => isAsked).map(({ card }) => card);
  return { page, passedOn: passedOn[page] ?? [], asked };
}

function roomView(cafe: Cafe): RoomView {
  return { here: Object.values(cafe.people).filter((person) => person.here).length };
}

function facilitatorView(cafe: Cafe): FacilitatorView {
  return {
    people: Object.values(cafe.people).map((person) => ({
      ...person,
      name: cafe.names[person.id] ?? '',
      ...itineraryOf(cafe, person.id),
      ...plannedOf(cafe, person.id),
    })),
    planned: aheadView(cafe),
    teams: cafe.definition.teams.map((team) => ({ id: team.id, ...tellsOf(team) })),
    seatFirst: seatFirst(cafe),
    quality: cafe.quality,
    retimed: cafe.retimed?.before.length ?? null,
    tablePhones: Object.entries(cafe.tablePhones).map(([phone, table]) => ({ phone, table })),
    replanned: cafe.replanned !== null,
    opensAt: cafe.definition.opensAt,
    asked: cafe.definition.tables.flatMap(({ id: table, question = '' }) =>
      question === '' ? [] : [{ table, question }],
    ),
    closed: cafe.definition.tables.flatMap(({ id: table, closed: reason }) =>
      reason === undefined ? [] : [{ table, reason }],
    ),
    repaired: repairedCount(cafe),
    takenIn: takenInCount(cafe),
    deletesAt: deletesAt(cafe),
    feedback: tallied(cafe.marks),
    checks: cafe.checks,
    activity: cafe.activity,
    undoable: cafe.deeds.filter((deed) => canUndo(cafe, deed)).map(({ fact }) => fact),
  };
}

function plannedOf(cafe: Cafe, id: PersonId): { planned?: Itinerary } {
  const planned = plannedFor(cafe, id);
  return planned === undefined ? {} : { planned };
}

/** How many people's seats "Undo" would give back. */
function repairedCount(cafe: Cafe): number | null {
  const deed = newestRepair(cafe);
  if (deed === null || !canUndo(cafe, deed)) return null;
  const seats = Object.values(deed.cells).filter(({ of }) => of === 'seat');
  return new Set(seats.map((cell) => 'id' in cell && cell.id)).size;
}

function takenInCount(cafe: Cafe): FacilitatorView['takenIn'] {
  const deed = newestOf(cafe, ['takenIn']);
  if (deed === null || !canUndo(cafe, deed)) return null;
  const { body } = deed.last;
  if (body.kind !== 'takenIn') return null;
  const { people, teams, filled = [] } = body;
  return { people: people.length, teams: teams.length, filled: filled.length };
}
