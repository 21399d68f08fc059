import { plural } from './common.ts';

/** Links and codes, and to whom they belong. */
export default {
  title: 'Links and codes',
  join: 'Everybody joins here',
  joinQr: 'QR code that opens the café on a phone',
  code: 'or type the code',
  screen: 'Big screen',
  screenOpen: 'Open the big screen',
  screenLead: 'For the computer at the projector. It shows counts and tables, never names.',
  facilitator: 'Second facilitator',
  facilitatorLead: 'Whoever has this link can do everything you can.',
  teams: 'Team links',
  teamsLead:
    'Mail them out before the day: each team writes its story and question and who hosts when. After the day the same links open their notes.',
  teamsAfter: 'Each link opens the notes of its team, to read, print and take home.',
  copyAll: 'Copy all team links',
  copyMissing: (count: number) =>
    plural(count, {
      one: 'Copy the link of the team that is not ready',
      other: 'Copy the links of the # teams that are not ready',
    }),
  ready: (ready: number, all: number) =>
    `${String(ready)} of ${plural(all, { one: '1 team', other: '# teams' })} ${ready === 1 || all === 1 ? 'is' : 'are'} ready`,
  isReady: 'Ready',
  noTopic: 'No topic yet',
  noQuestion: 'No question yet; the café’s is asked',
  tableTeam: 'Team',
  tableLink: 'Link',
  copyOf: (what: string) => `Copy: ${what}`,
  copyByHand: 'Select and copy this by hand:',
  noTeams: 'This café has no teams, so there are no team links.',
};
