/** Opening a café: the sample, one of one’s own, or one from its file. */
export default {
  title: 'Run a café',
  lead: 'One laptop or phone for you, and people join from their phones. No accounts.',
  sample: 'Open the sample',
  sampleLead:
    'A whole morning: 20 tables, 20 teams (one of them the coaches), 110 people, three rounds. Everything in it is made up.',
  pace: 'Pace',
  paceNormal: 'As on the day',
  paceFast: (times: number) => `Rehearse ${String(times)} times faster`,
  yours: 'Your cafés on this device',
  untitled: 'Café',
  madeAt: (time: string) => `opened here ${time}`,
  import: 'Open a café from its file',
  importLead: 'A JSON file of a café, from “Take the notes home”.',
  importFile: 'Café file',
  importNone: 'Choose the file first.',
  importUnreadable:
    'This file is no café of Tablecloth. Choose the JSON from “Take the notes home”, or the one inside the ZIP.',
  importTooLarge: 'This file is larger than a café can be (32 MB).',
  importGo: 'Make this café again',
  importTwice:
    'This makes a new café from the plan, the people and the notes in the file. Its notes then stand under “Notes”.',
  working: 'One moment …',
  noNetwork: 'No answer from the server. Nothing is lost; check the network and try again.',
  linkOpening: 'Opening your link …',
  notHere:
    'The café of this address was deleted, or it was never opened on this device. Its facilitator link opens it, or shows what became of it.',
  toStart: 'Back to the start page',
};
