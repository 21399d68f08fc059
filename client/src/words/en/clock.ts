import { plural } from './common.ts';

/** Where the café stands in time, and the presses that move it on. */
export default {
  left: (time: string) => `${time} left`,
  over: (time: string) => `${time} over`,
  waits: 'ends when you press',
  pausedLeft: (time: string) => `Paused, ${time} left`,
  /** A step that was to end so long ago. */
  held: (time: string) => `Waits, ${time} over`,
  endsPlanned: (ends: string, planned: string) => `ends ${ends}, planned ${planned}`,
  endsAsPlanned: (ends: string) => `ends ${ends}, as planned`,
  wouldEnd: (ends: string) => `Begin now and it ends ${ends}`,
  opensEnds: (opens: string, ends: string) => `Doors open at ${opens}, it ends at ${ends}`,
  /** On another day than today. */
  opensOnEnds: (day: string, opens: string, ends: string) =>
    `Doors open on ${day} at ${opens}, it ends at ${ends}`,
  /** On another day than what it is read beside. */
  timeOn: (day: string, time: string) => `${time} on ${day}`,
  closedAt: (time: string) => `closed at ${time}`,
  /** On another day than today. */
  closedOn: (day: string, time: string) => `closed on ${day} at ${time}`,
  open: 'Open the doors',
  begin: (step: string) => `Begin ${step}`,
  seatEveryone: (count: number) => `Seat everyone (${String(count)})`,
  startMove: (round: string) => `Send everyone to ${round}`,
  startRound: (round: string) => `Start ${round} now`,
  ring: 'Ring the bell now',
  leaves: (step: string) => `ends ${step}`,
  undoBell: 'Undo the bell',
  undoOpen: 'Undo opening',
  undoClose: 'Undo closing',
  back: (step: string) => `Back to ${step}`,
  /** What Back does, and what becomes of the pause with it. */
  staysPaused: (back: string) => `${back}, still paused`,
  endsPause: (back: string) => `${back}, ends the pause`,
  pause: 'Pause',
  resume: 'Resume',
  extend: (count: number) => `+${String(count)} min`,
  close: 'Close the café',
  closeTitle: 'Close the café for everybody?',
  closeSure: 'Phones show thanks and the notes. You can undo it.',
  already: (who: string, time: string) => `${who} did that already, at ${time}.`,
  alreadyYou: (time: string) => `You did that already, at ${time}.`,
  clockDid: (time: string) => `The clock was faster: it went on by itself at ${time}.`,
  heldBell: {
    due: (minutes: number) =>
      plural(minutes, {
        one: 'The bell was due 1 minute ago.',
        other: 'The bell was due # minutes ago.',
      }),
    unanswered: (time: string) => `Without an answer it rings in ${time}.`,
    ring: 'Ring now',
  },
  /** Where no bell is due but a step. */
  heldStep: {
    due: (step: string, minutes: number) =>
      `${step} was due ${plural(minutes, { one: '1 minute ago', other: '# minutes ago' })}.`,
    unanswered: (time: string) => `Without an answer it begins in ${time}.`,
  },
  moreMinutes: (count: number) => plural(count, { one: '1 more minute', other: '# more minutes' }),
  asPlanned:
    'Steps go on as planned without this device. You can press again when the network is back.',
  waiting: (what: string) => `Waiting for the network: ${what}`,
  givenUp: (what: string) =>
    `No answer, so it was given up: ${what}. Look where the café stands before you press again.`,
};
