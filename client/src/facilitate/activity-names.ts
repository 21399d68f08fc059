/** What a line of the facilitators’ list calls people, tables, teams and steps. */
import type { Activity, ActorLabel, CafeView, FacilitatorView } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';
import { nameOfStep, roundName } from './step-name.ts';

type People = FacilitatorView['people'];

/** Names come from the list of people; somebody who was forgotten is "Somebody". */
export function nameOf(people: People, id: string | undefined, t: FacilitateWords): string {
  return knownName(people, id) ?? t.activity.someone;
}

/** The same within a sentence. */
export function nameWithin(people: People, id: string | undefined, t: FacilitateWords): string {
  return knownName(people, id) ?? t.activity.gone;
}

function knownName(people: People, id: string | undefined): string | null {
  const name = people.find((person) => person.id === id)?.name ?? '';
  return name === '' ? null : name;
}

/** Who did something: "Facilitator 2", a person's name, "The clock". */
export function whoDid(by: ActorLabel, people: People, t: FacilitateWords): string {
  switch (by.role) {
    case 'facilitator':
      return by.label;
    case 'person':
      return nameOf(people, by.person, t);
    case 'team':
      return t.activity.team;
    case 'table':
      return t.room.device.someone;
    case 'clock':
      return t.activity.clock;
  }
}

/** The number of the line’s table, also of one that is gone. */
export function tableOf({ table, was }: Activity, cafe: CafeView): number {
  const is = cafe.tables.find(({ id }) => id === table)?.number;
  return is ?? (was !== undefined && 'number' in was ? was.number : 0);
}

/** The name of the line’s team, also of one that is gone. */
export function teamOf({ team, was }: Activity, cafe: CafeView, t: FacilitateWords): string {
  const is = cafe.teams.find(({ id }) => id === team)?.name;
  return is ?? (was !== undefined && 'name' in was ? was.name : t.room.team.some);
}

/** The rounds that a seat or hosting was given in, as far as they are known. */
export function roundNames(
  { round, alsoIn = [] }: Activity,
  cafe: CafeView,
  t: FacilitateWords,
): string[] {
  return [round ?? [], alsoIn].flat().map((one) => roundName(cafe.programme, one, t));
}

export function timedSteps({ steps = [] }: Activity, cafe: CafeView, t: FacilitateWords): string {
  return steps
    .map(({ step, minutes }) => t.plan.lasts(nameOfStep(cafe.programme, step, t), minutes))
    .join(', ');
}

export function aboutNames({ about = [] }: Activity, t: FacilitateWords): string {
  return about.map((field) => t.about.names[field]).join(', ');
}
