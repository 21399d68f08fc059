/**
 * Who receives what. An audience is a group that shares one view; `audiencesOf` is the only place
 * that decides membership, `slice` the only place that decides what an audience may see, and
 * `pageRight` the only place that decides about notes. The table of all three is in
 * docs/protocol.md and tested at the wire.
 */
import type { Actor } from './actor.ts';
import type { Cafe } from './cafe.ts';
import type { Team } from './definition.ts';
import type { PersonId, RoundNumber, TableId, TeamId } from './ids.ts';
import { correctableUntil } from './keeping.ts';
import { stepIndex, toldRound } from './position.ts';
import { visitingRounds } from './programme.ts';
import type { Refusal } from './refusal.ts';

export type Audience =
  | 'everyone'
  | 'facilitators'
  | 'screen'
  | `person:${PersonId}`
  | `table:${TableId}`
  | `page:${string}`
  | `stay:${TableId}`
  | `team:${TeamId}`;

export function audiencesOf(cafe: Cafe, actor: Actor): Audience[] {
  switch (actor.role) {
    case 'facilitator':
      return ['everyone', 'facilitators'];
    case 'screen':
      return ['everyone', 'screen'];
    case 'team':
      // One that is not the café's any more hears nothing.
      return cafe.definition.teams.some(({ id }) => id === actor.team)
        ? ['everyone', `team:${actor.team}`]
        : [];
    case 'person': {
      const audiences: Audience[] = ['everyone', `person:${actor.person}`];
      const table = seatIn(cafe, actor.person, toldRound(cafe.definition.programme, cafe.stage));
      if (table !== null) audiences.push(`table:${table}`);
      const writesAt = seatIn(cafe, actor.person, cafe.openRound);
      if (writesAt !== null) audiences.push(`page:${writesAt}.${String(cafe.openRound)}`);
      return audiences;
    }
    case 'table': {
      const table = cafe.tablePhones[actor.phone];
      if (table === undefined) return [];
      const audiences: Audience[] = ['everyone', `stay:${table}`];
      if (toldRound(cafe.definition.programme, cafe.stage) !== null) {
        audiences.push(`table:${table}`);
      }
      if (cafe.openRound !== null) audiences.push(`page:${table}.${String(cafe.openRound)}`);
      return audiences;
    }
    case 'clock':
      return [];
  }
}

/** A person's table in a round, or null. */
export function seatIn(cafe: Cafe, person: PersonId, round: RoundNumber | null): TableId | null {
  return round === null ? null : (cafe.itineraries?.[person]?.tables[round - 1] ?? null);
}

/**
 * What an actor may do with a page (the notes of one table in one round).
 * `write`: it is open. `late`: a right to write, but the page is locked, so words go to the
 * person's own addition beneath it. `early`: a right, but the round has not begun on the server;
 * the words wait on the phone. `read`: only reading. `none`: not even that.
 */
export type PageRight = 'write' | 'late' | 'early' | 'read' | 'none';

export function pageRight(cafe: Cafe, actor: Actor, page: string): PageRight {
  const dot = page.lastIndexOf('.');
  const table = page.slice(0, dot);
  const round = Number(page.slice(dot + 1));
  // One page, one name: "t1.01" or "t1.1e0" would be other keys for the same page.
  const exists =
    page === `${table}.${String(round)}` &&
    cafe.definition.tables.some(({ id }) => id === table) &&
    cafe.definition.programme.some(
      (step) => (step.kind === 'round' || step.kind === 'home') && step.round === round,
    );
  if (!exists) return 'none';
  if (mayWrite(cafe, actor, table, round)) {
    if (round === cafe.openRound) return 'write';
    return round <= newestRound(cafe) ? 'late' : 'early';
  }
  return mayRead(cafe, actor, table, round) ? 'read' : 'none';
}

/** The newest round that has begun; pages of later rounds do not exist yet. */
function newestRound(cafe: Cafe): RoundNumber {
  if (cafe.openRound !== null) return cafe.openRound;
  return cafe.stage.at === 'closed' ? Infinity : 0;
}

function mayWrite(cafe: Cafe, actor: Actor, table: TableId, round: RoundNumber): boolean {
  switch (actor.role) {
    case 'facilitator':
      return true;
    case 'person':
      return (
        seatIn(cafe, actor.person, round) === table ||
        cafe.sat[`${table}.${String(round)}`]?.includes(actor.person) === true ||
        isHome(cafe, cafe.people[actor.person]?.team ?? null, table)
      );
    case 'table':
      return cafe.tablePhones[actor.phone] === table;
    case 'team':
    case 'screen':
    case 'clock':
      return false;
  }
}

/**
 * Whether a page may still be corrected after the café, for some days: by the team whose table it is,
 * by facilitators where it is no team's.
 */
export function mayCorrect(cafe: Cafe, actor: Actor, page: string, now: number): Refusal | null {
  const until = correctableUntil(cafe);
  const isTime = until !== null && now < until && pageRight(cafe, actor, page) !== 'none';
  const table = page.slice(0, page.lastIndexOf('.'));
  if (isTime && actor.role === 'team' && isHome(cafe, actor.team, table)) return null;
  if (!isTime || actor.role !== 'facilitator') return { code: 'too late' };
  return isNobodys(cafe.definition.teams, table) ? null : { code: 'team corrects' };
}

/** Whether a table is no team's, so that facilitators key in what stands on its paper. */
export function isNobodys(teams: readonly Pick<Team, 'homeTable'>[], table: TableId): boolean {
  return teams.every(({ homeTable }) => homeTable !== table);
}

/** Whether facilitators may answer a question in the notes: after the café, as long as teams correct theirs. */
export function mayAnswer(cafe: Cafe, page: string, card: string, now: number): Refusal | null {
  const until = correctableUntil(cafe);
  if (until === null || now >= until) return { code: 'too late' };
  const isAsked = cafe.panel.some((one) => one.isAsked && one.page === page && one.card === card);
  return isAsked ? null : { code: 'no question' };
}

function isHome(cafe: Cafe, team: TeamId | null, table: TableId): boolean {
  return cafe.definition.teams.some(({ id, homeTable }) => id === team && homeTable === table);
}

/** Reading: earlier rounds of the table one sits at, and every table once the last visit is over. */
function mayRead(cafe: Cafe, actor: Actor, table: TableId, round: RoundNumber): boolean {
  switch (actor.role) {
    case 'facilitator':
      return true;
    case 'team':
      return isHome(cafe, actor.team, table);
    case 'person': {
      if (visitsAreOver(cafe)) return true;
      const told = toldRound(cafe.definition.programme, cafe.stage);
      return [told, cafe.openRound].some(
        (now) => now !== null && round < now && seatIn(cafe, actor.person, now) === table,
      );
    }
    // A device on a table reads what it may write on, and nothing else.
    case 'table':
    case 'screen':
    case 'clock':
      return false;
  }
}

/** Whether no visit comes any more. */
export function visitsAreOver(cafe: Cafe): boolean {
  if (cafe.stage.at === 'closed') return true;
  const index = stepIndex(cafe.stage);
  const { programme } = cafe.definition;
  const visits = visitingRounds(programme);
  if (index === null) return false;
  // A home round may have a move before it and a grace after it: those are no visits.
  return !programme.slice(index).some((step) => 'round' in step && step.round <= visits);
}
