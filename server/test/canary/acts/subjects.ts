/** What is told and asked at the tables, and who wishes to host. */
import fc from 'fast-check';
import { facilitatorOf, peopleOf, pick, round, who, type How, type Weighted } from './act.ts';

export type SubjectsAct =
  | { do: 'describe cafe'; which: number }
  | { do: 'describe team' | 'wish to host'; who: number; which: number; round: number };

export const subjectsActs: Weighted<SubjectsAct> = [
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('describe cafe' as const), which: fc.nat(20) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('describe team', 'wish to host'),
      who,
      which: fc.nat(20),
      round,
    }),
  },
];

export const subjects: How<SubjectsAct> = {
  'describe cafe': async (marked, { which }) => {
    const { cafe, made } = marked;
    const { words } = marked.around;
    const { phone } = facilitatorOf(marked);
    const said = words.make();
    if (which % 2 === 0) {
      words.plant(said, { of: 'café words', cafe: made.cafe });
      await phone.command({
        kind: 'describeCafe',
        about: { notice: said, question: said, lobby: said },
      });
      return;
    }
    const { id } = pick(cafe.definition.tables, which);
    words.plant(said, { of: 'subject', cafe: made.cafe, table: id });
    await phone.command({ kind: 'askAtTable', table: id, question: said });
  },
  /** Anybody may try: only the team's own link and facilitators may say anything about a team. */
  'describe team': async (marked, { who, which }) => {
    const { words } = marked.around;
    const { id, homeTable } = pick(marked.cafe.definition.teams, which);
    const said = { topic: words.make(), story: words.make(), question: words.make() };
    for (const [what, word] of Object.entries(said)) {
      const of = what === 'story' ? 'story' : 'subject';
      words.plant(word, { of, cafe: marked.made.cafe, table: homeTable });
    }
    await pick(marked.ears, who).phone.command({ kind: 'describeTeam', team: id, ...said });
  },
  'wish to host': async (marked, { who, which, round }) => {
    const person = pick(peopleOf(marked), which);
    const { phone } = pick(marked.ears, who);
    await phone.command({ kind: 'wishToHost', person, rounds: [round] });
  },
};
