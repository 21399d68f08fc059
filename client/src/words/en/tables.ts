import { plural } from './common.ts';

/** Who sits at each table, and what is amiss there. */
export default {
  title: 'Tables',
  seated: (people: number, chairs: number) => `${String(people)} of ${String(chairs)} chairs`,
  inRound: (round: string) => `Seats for ${round}`,
  notYet: 'People learn their seats when you press “Seat everyone”.',
  hosts: (people: number) => (people === 1 ? 'Host' : 'Hosts'),
  visitors: 'Visiting',
  sits: 'At this table',
  nobody: 'nobody',
  move: 'Move …',
  moveFrom: (table: number) => `Move somebody from table ${String(table)}`,
  whoMoves: (table: number) => `Who moves away from table ${String(table)}?`,
  otherRound: (round: string) =>
    `This was about ${round}. People are told another round now, so nothing was changed. Close this and look again.`,
  silent: 'nothing written yet',
  silentCount: (tables: number) =>
    plural(tables, {
      one: '1 table has nothing written yet',
      other: '# tables have nothing written yet',
    }),
  glance: 'Tables at a glance',
  /** `about`: its hints, and that nothing is written yet; may be empty. */
  show: (table: number, about: string) =>
    `Show table ${String(table)}${about === '' ? '' : `, ${about}`}`,
  hintCount: (tables: number) =>
    plural(tables, { one: '1 table has a hint', other: '# tables have a hint' }),
  arrived: (people: number) => `·\u00a0${String(people)} there`,
  few: 'fewer than three people',
  over: 'more people than chairs',
  noHost: 'no host',
  noHostYet: 'no host yet',
  unheard: (phones: number) =>
    plural(phones, { one: '1 phone silent: no matter', other: '# phones silent: no matter' }),
  notes: 'Notes',
  nameHost: 'Name a host …',
  nameHostOf: (table: number) => `Name a host for table ${String(table)}`,
  whoHosts: (table: number, round: string) => `Who hosts table ${String(table)} in ${round}?`,
  alsoLater: (rounds: string) => `Also in ${rounds}, unless they host elsewhere then`,
  notesOf: (table: number) => `Notes of table ${String(table)}`,
  hints: 'Only tables with a hint',
  noHints: 'No table has a hint.',
};
