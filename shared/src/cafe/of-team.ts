/** What a team says about itself before the day: its story, its question, who hosts when. */
import type { Actor } from './actor.ts';
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { Team } from './definition.ts';
import type { FactOf } from './fact.ts';
import type { TeamId } from './ids.ts';
import { personOf } from './person-of.ts';
import { visitingRounds } from './programme.ts';
import { refuse } from './refusal.ts';

/** Whether a team has said what its visitors need to know. Without it everything still works. */
export function isReady({ topic, question }: Pick<Team, 'topic' | 'question'>): boolean {
  return topic !== '' && question !== '';
}

/** What a team says about itself, by its fields. */
export const TELLS = ['topic', 'story', 'question'] as const;
export type Tells = Record<(typeof TELLS)[number], string>;

export function tellsOf({ topic, story = '', question }: Team): Tells {
  return { topic, story, question };
}

export function describeTeam(cafe: Cafe, command: CommandOf<'describeTeam'>, by: Actor): Decision {
  const { team, was = {} } = command;
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const before = cafe.definition.teams.find(({ id }) => id === team);
  if (before === undefined) return refuse('no team');
  if (!isOwn(by, team)) return refuse('not allowed');
  const now = tellsOf(before);
  const others = TELLS.filter((field) => (command[field] ?? now[field]) !== now[field]);
  const written = others.filter((field) => (was[field] ?? now[field]) !== now[field]);
  if (written.length > 0) {
    const theirs = Object.fromEntries(written.map((field) => [field, now[field]]));
    return { refusal: { code: 'written since', now: theirs } };
  }
  if (others.length === 0) return { facts: [] };
  const { topic = now.topic, story = now.story, question = now.question } = command;
  return { facts: [{ kind: 'teamDescribed', team, topic, story, question }] };
}

/** A wish for the planner; once there are seats a host is changed by a press. */
export function wishToHost(cafe: Cafe, command: CommandOf<'wishToHost'>, by: Actor): Decision {
  const person = personOf(cafe, command.person);
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (person === undefined) return refuse('no person');
  if (person.team === null) return refuse('no team');
  if (!isOwn(by, person.team)) return refuse('not allowed');
  if (cafe.itineraries !== null || cafe.planned !== null) return refuse('seats made');
  const rounds = [...new Set(command.rounds)].sort((a, b) => a - b);
  if (rounds.some((round) => round > visitingRounds(cafe.definition.programme))) {
    return refuse('no round');
  }
  if ((person.hostsIn ?? []).join() === rounds.join()) return { facts: [] };
  return { facts: [{ kind: 'hostWished', person: person.id, rounds }] };
}

function isOwn(by: Actor, team: TeamId): boolean {
  return by.role === 'facilitator' || (by.role === 'team' && by.team === team);
}

export function described(cafe: Cafe, fact: FactOf<'teamDescribed'>): Cafe {
  const { team, topic, story, question } = fact;
  const teams = cafe.definition.teams.map((one) =>
    one.id === team ? { ...one, topic, story, question } : one,
  );
  return { ...cafe, definition: { ...cafe.definition, teams } };
}

export function wished(cafe: Cafe, { person: id, rounds }: FactOf<'hostWished'>): Cafe {
  const person = cafe.people[id];
  if (person === undefined) return cafe;
  const { hostsIn: _before, ...rest } = person;
  const now = rounds.length === 0 ? rest : { ...rest, hostsIn: rounds };
  return { ...cafe, people: { ...cafe.people, [id]: now } };
}
