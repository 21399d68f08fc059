import type { Founding, Listed, Seating } from '@tablecloth/shared/cafe';
import type { Canary, Words } from './words.ts';

export type Plant = (cafe: string) => void;

/**
 * A café with a canary in every text field: three tables, two teams, two rounds and a home round.
 * At pace 60, so its minutes are seconds. `plant` is called when the café has its id.
 */
export function markedCafe(
  words: Words,
  seating: Seating,
  hostsPerTable = 1,
): { founding: Founding; plant: Plant } {
  const made: [string, (cafe: string) => Canary][] = [];
  const word = (canary: (cafe: string) => Canary): string => {
    const one = words.make();
    made.push([one, canary]);
    return one;
  };
  const cafeWord = (): string => word((cafe) => ({ of: 'café words', cafe }));
  const listed = (team: string | null, more: Partial<Listed> = {}): Listed => {
    const person = word((cafe) => ({ of: 'person id', cafe, person }));
    const first = word((cafe) => ({ of: 'first name', cafe, person }));
    const last = word((cafe) => ({ of: 'surname', cafe, person }));
    const name = `${first} ${last}`;
    return { withoutPhone: false, fixedAt: null, goesWith: null, ...more, id: person, name, team };
  };
  const table = (number: number) => ({
    ...{ id: `t${String(number)}`, number, place: cafeWord(), chairs: 5 },
  });
  const team = (id: string, homeTable: string) => {
    const about = (of: 'subject' | 'story'): string =>
      word((cafe) => ({ of, cafe, table: homeTable }));
    return {
      id,
      name: cafeWord(),
      topic: about('subject'),
      story: about('story'),
      question: about('subject'),
      homeTable,
    };
  };
  const talk = (minutes: number) => [{ kind: 'talk', minutes } as const];
  const led = listed(null);
  const founding: Founding = {
    definition: {
      title: cafeWord(),
      organisation: cafeWord(),
      question: cafeWord(),
      homeQuestion: cafeWord(),
      panelQuestion: cafeWord(),
      notice: cafeWord(),
      lobby: cafeWord(),
      programme: [
        { kind: 'doors', minutes: 5 },
        { kind: 'welcome', minutes: 5, title: cafeWord() },
        { kind: 'move', minutes: 2, round: 1 },
        { kind: 'round', minutes: 10, round: 1, beats: talk(10) },
        { kind: 'grace', minutes: 1, round: 1 },
        { kind: 'break', minutes: 5, title: cafeWord() },
        { kind: 'move', minutes: 2, round: 2 },
        { kind: 'round', minutes: 10, round: 2, beats: talk(10) },
        { kind: 'grace', minutes: 1, round: 2 },
        { kind: 'home', minutes: 5, round: 3 },
        { kind: 'panel', minutes: 5, title: cafeWord() },
        {
          ...{ kind: 'feedback', minutes: 5, title: cafeWord() },
          link: `https://example.org/${cafeWord()}`,
        },
      ],
      tables: [table(1), table(2), table(3)],
      teams: [team('a', 't1'), team('b', 't2')],
      seating,
      hostsPerTable,
      pace: 60,
      opensAt: null,
      keepDays: 30,
    },
    people: [
      listed('a'),
      listed('a'),
      listed('b'),
      listed('b'),
      led,
      listed(null, { goesWith: led.id }),
      listed(null, { fixedAt: 't3' }),
      listed('a', { withoutPhone: true }),
      listed('b', { withoutPhone: true }),
    ],
  };
  const plant = (cafe: string): void => {
    for (const [one, canary] of made) words.plant(one, canary(cafe));
  };
  return { founding, plant };
}
