/** What is told and asked, and who wishes to host. */
import fc from 'fast-check';
import { person, table, type How, type Weighted } from './act.ts';

export type SubjectsAct =
  | { do: 'about'; title: string; days: number }
  | { do: 'ask at table'; table: string; question: string }
  | { do: 'describe team'; team: string; topic: string }
  | { do: 'wish to host'; person: string; rounds: number[] }
  | { do: 'name packs'; named: boolean };

export const subjectsActs: Weighted<SubjectsAct> = [
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('about' as const),
      title: fc.constantFrom('A', 'B'),
      days: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('ask at table' as const),
      table,
      question: fc.constantFrom('', 'Why?'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('describe team' as const),
      team: fc.constantFrom('team1', 'none'),
      topic: fc.string({ maxLength: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wish to host' as const),
      person,
      rounds: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('name packs' as const), named: fc.boolean() }),
  },
];

export const subjects: How<SubjectsAct> = {
  about: (room, step) => {
    room.do({ kind: 'describeCafe', about: { title: step.title, keepDays: step.days } });
  },
  'ask at table': (room, step) => {
    room.do({ kind: 'askAtTable', table: step.table, question: step.question });
  },
  'describe team': (room, step) => {
    const { team, topic } = step;
    room.do({ kind: 'describeTeam', team, topic, story: '', question: topic });
  },
  'wish to host': (room, step) => {
    room.do(
      { kind: 'wishToHost', person: step.person, rounds: step.rounds },
      { role: 'team', team: 'team1' },
    );
  },
  'name packs': (room, step) => {
    room.do({ kind: 'choosePackNames', named: step.named });
  },
};
