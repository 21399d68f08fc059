import { plural } from './common.ts';

/** Where people pick their tables: what the facilitator's page says. */
export default {
  open: (people: number) => `Open the tables (${String(people)})`,
  title: 'People pick their tables',
  left: (people: number, without: number) =>
    plural(people, { one: '1 person has', other: '# people have' }) +
    ' not picked yet' +
    (without === 0 ? '.' : `, ${String(without)} without a phone.`),
  allPicked: 'Everybody here has a table.',
  chairs: (chairs: number) =>
    plural(chairs, { one: '1 chair is left.', other: '# chairs are left.' }),
  seatRest: (people: number) => `Seat the rest (${String(people)})`,
  restHint: 'They read their table on their phones and can still change. You can undo it.',
  pickAgain: (people: number) =>
    people === 0
      ? 'Nobody sits there now.'
      : plural(people, {
          one: '1 person there is asked to pick another table.',
          other: '# people there are asked to pick another table.',
        }),
  chooses: (person: string) => `${person}: chooses a table on their phone, or you pick one here.`,
  choosesHere: (person: string) => `${person}: has no phone, so pick a table here.`,
  didOpen: (who: string) => `${who} opened the tables`,
  didOpenByClock: 'The tables were opened',
  didSeat: (who: string, people: number) =>
    `${who} seated ${plural(people, { one: '1 person', other: '# people' })} who had not picked`,
  /** To go on after “You” and “Undo:”. */
  restWasSeated: (people: number) =>
    `seated ${plural(people, { one: '1 person', other: '# people' })} who had not picked`,
  recipe: 'People pick their tables',
  recipeHint:
    'The members of each team take turns hosting its table. Everybody else chooses on their phone where to go, round by round, as long as there are chairs.',
  average: (people: string) => `${people}\u00a0at\u00a0a\u00a0table on average`,
  recipeSums: (chairs: number, most: number) =>
    `Each table has ${String(chairs)} chairs and takes ${String(most - chairs)} more: one that people like fills up to ${String(most)}, another may stay nearly empty.`,
};
