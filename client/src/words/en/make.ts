import { plural } from './common.ts';
import picking from './picking.ts';

/** How often somebody hosts. */
function turns({ places, people, rounds }: { places: number; people: number; rounds: number }) {
  const all = plural(rounds, { one: 'the one round', other: 'the # rounds' });
  const each = Math.floor(places / people);
  if (each === 0) return `about ${String(places)} people host once, the others never`;
  if (each >= rounds) return 'everybody hosts in every round';
  const often = places % people === 0 ? String(each) : `${String(each)} or ${String(each + 1)}`;
  return `everybody hosts in ${often} of ${all} and visits in the others`;
}

/** Making a café of one’s own. */
export default {
  title: 'Make your own café',
  recipe: 'How should it run?',
  recipes: {
    classic: 'Everybody moves',
    hosted: 'Teams host their tables',
    picked: picking.recipe,
    blank: 'Build it step by step',
  },
  recipeHints: {
    classic: 'One question at every table, everybody changes tables each round.',
    hosted:
      'The members of each team take turns telling its story at its own table, visit others and come home to decide its next step; then a panel.',
    picked: picking.recipeHint,
    blank: 'Doors, one round and thanks. Everything else you put in under “Plan of the day”.',
  },
  teams: 'Teams, one on each line',
  teamsHint:
    'Each gets a table and a link of its own. Cells from a spreadsheet may have topic, question, table and place too; else topics and questions come later, from the teams.',
  noTeams: 'Please name at least two teams, one on each line.',
  manyTeams: (max: number) => `Please name at most ${String(max)} teams.`,
  wrongLine: (line: number, why: string) => `Line ${String(line)}: ${why}`,
  /** Nothing where there are names alone. */
  teamsTold: (count: number) =>
    count === 0
      ? ''
      : plural(count, {
          one: '1 team comes with a topic, a question or a place.',
          other: '# teams come with topics, questions or places.',
        }),
  teamsOnce: (name: string, more: number) =>
    more === 0
      ? `“${name}” is there more than once: it becomes one team.`
      : `“${name}” and ${String(more)} more are there more than once: each becomes one team.`,
  /** `places` are all there are to host at, counted over the rounds. */
  hosting: (sizes: { hosts: number; places: number; people: number; rounds: number }) =>
    `${plural(sizes.hosts, { one: '1 of them hosts', other: '# of them host' })}; ${turns(sizes)}.`,
  hostsNeverVisit:
    'With so few in a team somebody would host all day and never visit. Plan fewer rounds or larger teams.',
  name: 'Title',
  nameHint: 'It appears on the big screen and on every phone.',
  question: 'Question for every table',
  questionHint: (asked: string) => `Left empty, it is “${asked}” It can be changed later.`,
  lobby: 'What phones say at the door',
  lobbyHint: 'For instance “Coffee is at the back.” Table and time appear beside it.',
  tables: 'Tables',
  rounds: 'Rounds',
  minutes: 'Minutes a round',
  people: 'About how many people',
  go: 'Make the café',
  summary: (ends: string, seats: string) => `${ends}; ${seats}.`,
  seats: (from: number, to: number) => {
    if (from === 0)
      return `only ${String(to)}\u00a0at\u00a0a\u00a0table, and some tables stay empty`;
    return from === to
      ? `${String(from)}\u00a0at\u00a0a\u00a0table`
      : `${String(from)}\u00a0to\u00a0${String(to)}\u00a0at\u00a0a\u00a0table`;
  },
  fewAtATable: 'That leaves fewer than three at a table. Fewer tables make better talks.',
  fewInATeam:
    'That leaves fewer than three at a table. Let small teams share one: write both names on one line.',
  manyAtATable: 'More than eight at a table is hard to hear. Add tables.',
  manyAtTeams:
    'More than eight at a table is hard to hear. Once the café is made, add tables that are no team’s under “Tables”.',
  noName: 'Please give the café a title.',
  longName: (max: number) => `Please shorten the title to ${String(max)} letters.`,
  longQuestion: (max: number) => `Please shorten the question to ${String(max)} letters.`,
  between: (from: number, to: number) =>
    `Please type a whole number from ${String(from)} to ${String(to)}.`,
  roundsOverTables: 'With more rounds than tables people come back to a table.',
};
