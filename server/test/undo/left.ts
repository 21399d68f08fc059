/** What has no story, and why; the same is at hand otherwise. */
export const LEFT: Record<string, string> = {
  addTeam: 'needs a table of its own; by-hand.test.ts and the fuzz of undo tell it',
  removeTeam: 'needs a team of which nobody is here; the fuzz of undo tells it',
  back: 'undoes a step itself',
  undo: 'is not undone itself: what is wanted again is pressed again',
  undoTimes: 'as undo, for the newest of its kind',
  undoPlan: 'as undo, for the newest of its kind',
  undoRepair: 'as undo, for the newest of its kind',
  undoTakeIn: 'as undo, for the newest of its kind',
  check: 'a box to tick, and to untick',
  choosePackNames: 'a choice of two, with the other one beside it until the doors open',
  passOn: 'a mark on a note, given back where it was given',
  askPanel: 'a mark on a note, given back where it was given',
  takePhone: 'a device that was taken away is laid down anew with the table’s QR',
  seatRest: 'does early what the bell does; whoever likes another table chooses it',
};
