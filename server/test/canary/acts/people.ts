/** People join by themselves, are added, and are checked in. */
import fc from 'fast-check';
import { v4 as uuidV4 } from 'uuid';
import type { MarkedCafe } from '../listening.ts';
import { facilitatorOf, peopleOf, pick, who, type How, type Weighted } from './act.ts';

export interface PeopleAct {
  do: 'check in' | 'add' | 'join';
  who: number;
}

const PEOPLE_MAX = 13;

export const peopleActs: Weighted<PeopleAct> = [
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('check in', 'add', 'join'), who }) },
];

export const people: How<PeopleAct> = {
  'check in': async (marked, { who }) => {
    const person = pick(peopleOf(marked), who);
    await facilitatorOf(marked).phone.command({ kind: 'checkIn', person });
  },
  add: async (marked, { who }) => {
    if (isFull(marked)) return;
    const { name, team } = newcomer(marked, who);
    const person = uuidV4();
    marked.plantName(name, person);
    const { phone } = facilitatorOf(marked);
    await phone.command({ kind: 'addPerson', person, name, team, withoutPhone: true });
  },
  join: async (marked, { who }) => {
    if (isFull(marked)) return;
    const { name, team } = newcomer(marked, who);
    await marked.join(name, team);
  },
};

const isFull = (marked: MarkedCafe): boolean => peopleOf(marked).length >= PEOPLE_MAX;

function newcomer(
  { around: { words } }: MarkedCafe,
  who: number,
): { name: string; team: string | null } {
  return { name: `${words.make()} ${words.make()}`, team: pick(['a', 'b', null], who) };
}
