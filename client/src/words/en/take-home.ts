import { plural } from './common.ts';

/** How the mail to the teams begins. */
const behindTheLink =
  'Your team’s link opens its notes: your next step, what you were told, what you brought back.';

/** What teams take home, and what is done for it before the doors and after the close. */
export default {
  names: {
    title: 'Names in the notes',
    lead: 'Everybody is told which when they join, so this cannot be changed once the doors are open.',
    without: 'Notes show no names of those who wrote',
    with: 'Each note shows its writer’s name',
  },
  /** Whose the notes are: of teams, or where there are none of tables. */
  of: {
    teams: {
      frozen: 'The teams’ notes stay as they are now.',
      isWithout: 'Names are left out of the notes that teams take home.',
      isWith: 'The notes that teams take home show names; everybody was told so at joining.',
      everything:
        'One ZIP file: every team’s notes and the whole café, as pages to print and as Markdown. With them a file to make this café again, with no more names than the notes. A file with all names is under Notes.',
    },
    tables: {
      frozen: 'The notes stay as they are now.',
      isWithout: 'Names are left out of the notes of the tables.',
      isWith: 'The notes of the tables show names; everybody was told so at joining.',
      everything:
        'One ZIP file: the whole café with the notes of every table, as pages to print and as Markdown. With them a file to make this café again, with no more names than the notes. A file with all names is under Notes.',
    },
  },
  closed: {
    title: 'The café is closed',
    sum: (people: string, tables: string, twice: string, notes: string) =>
      [people, tables, twice, notes].join(', '),
    people: (count: number) => plural(count, { one: '1 person', other: '# people' }),
    tables: (count: number) => plural(count, { one: '1 table', other: '# tables' }),
    twice: (count: number) =>
      count === 0
        ? 'nobody twice'
        : plural(count, { one: '1 person at a table twice', other: '# people at a table twice' }),
    notes: (count: number) => plural(count, { one: '1 note', other: '# notes' }),
    copySum: 'Copy this line',
    everything: 'Download everything',
    done: (name: string) => `${name} is with your downloads.`,
    mail: (count: number) =>
      plural(count, {
        one: 'Copy the team link for a mail',
        other: 'Copy # team links into one mail',
      }),
    mailLead: (corrected: string, deleted: string) =>
      `${behindTheLink} Until ${corrected} you can correct them there; on ${deleted} everything is deleted.`,
    /** Once the notes stay as they are. */
    mailLeadFrozen: (deleted: string) => `${behindTheLink} On ${deleted} everything is deleted.`,
    mailHint: 'Each team reads, prints and corrects its notes with its link, without an account.',
    mailHintFrozen: 'Each team reads and prints its notes with its link, without an account.',
    paper: (until: string) =>
      `Flip charts and typing mistakes: until ${until} each team can key in and correct its notes with its link. Open it under Links to do it for them.`,
    paperOfNobody: (until: string) =>
      `Tables without a team: until ${until} you can key in and correct their notes under Notes, on the table’s page.`,
    questions: (count: number) =>
      plural(count, {
        one: '1 question for the panel has no answer yet. You can answer it under Panel.',
        other: '# questions for the panel have no answer yet. You can answer them under Panel.',
      }),
    deletes: (day: string) => `Everything is deleted on ${day}. Your link then shows the receipt.`,
  },
  past: {
    lead: 'The server keeps only when it was and how many entries there were, for a year.',
    /** Where the title is shown. */
    titled: 'It no longer has the title; this one comes from your device.',
    copy: 'Copy the receipt',
  },
  did: (who: string, named: boolean) =>
    named ? `${who} chose that notes show names` : `${who} chose that notes go without names`,
};
