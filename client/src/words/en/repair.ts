import { plural } from './common.ts';

/** Planning the coming rounds again. */
export default {
  why: 'Have people left, come late or sat elsewhere? Plan the coming rounds again: as few people as possible change tables.',
  look: 'Plan the coming rounds again',
  looking: 'Looking …',
  title: (people: number) =>
    people === 0
      ? 'Nobody who is here changes tables'
      : plural(people, { one: '1 person changes tables', other: '# people change tables' }),
  none: 'Nobody needs to change tables',
  good: 'OK',
  line: (name: string, from: string, to: string) => `${name}: from ${from} to ${to}`,
  lineHosting: (name: string, from: string, to: string) =>
    `${name}: from ${from} to ${to}, hosts there`,
  hosts: (name: string, table: string) => `${name} hosts ${table}`,
  nowhere: 'no table',
  gone: (names: string) => `Their chairs are free, because they have left: ${names}.`,
  told: 'The table people have been sent to now stays. Phones show the change at once; tell those without a phone.',
  apply: 'Change these tables',
  undo: 'Undo the last change of tables',
};
