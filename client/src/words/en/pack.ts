/** What can be downloaded. */
export default {
  title: 'Take the notes home',
  whole: 'The whole café',
  /** What a document of it is called on a disk, as it is headed. */
  heard: 'What we heard',
  json: 'JSON',
  markdown: 'Markdown',
  page: 'Page to print',
  spreadsheet: 'Spreadsheet (CSV)',
  text: 'Text',
  jsonNamed: 'JSON with all names',
  jsonLead:
    'The JSON is for making this café again elsewhere. It says who wrote what: do not pass it on. After the close “Download everything” has such a file with no more names than the notes.',
  nextSteps: 'What the teams agreed to',
  nextStepsLead: 'Every team’s next step, who and by when: a short list to pass on or publish.',
  team: 'One team',
  chooseTeam: 'Choose a team',
  copy: 'Copy as text',
  download: (what: string, of: string | null) =>
    of === null ? `Download ${what}` : `Download ${what}: ${of}`,
  done: (name: string) => `${name} is with your downloads.`,
};
