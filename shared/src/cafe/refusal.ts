import type { ActorLabel } from './actor.ts';

/** A no. The code is stable for programs; `refusalSentence` says in plain words what to do next. */
export type Refusal =
  | { code: 'already'; by: ActorLabel; at: number }
  | { code: 'undone already'; by: ActorLabel; at: number }
  | { code: 'changed since'; by: ActorLabel; at: number }
  /** `now`: what stands instead, by the field it was sent in. */
  | { code: 'written since'; now: Partial<Record<'topic' | 'story' | 'question' | 'text', string>> }
  /** `name`: what was typed, or of somebody on the list a first name and a letter. */
  | { code: 'same name' | 'on the list'; name: string }
  /** `where`: the path of the first field that does not fit, where it is one. */
  | { code: 'not understood'; where?: string }
  | { code: Exclude<RefusalCode, Told> };

/** Refusals that carry more than their code. */
type Told =
  'already' | 'undone already' | 'changed since' | 'written since' | 'same name' | 'on the list';

const sentences = {
  already: 'Somebody was faster. Look at how it stands now.',
  'undone already': 'Somebody has undone that already. Look at how it stands now.',
  'changed since': 'That has been changed again since, so it cannot be undone.',
  'written since':
    'Somebody else has written something else there meanwhile. Look at it, then choose which stays.',
  'relied on': 'Something else has come to rely on that since, so it cannot be undone.',
  'undo late': 'That was for another round. People have been told more since, so it stays.',
  'same name': 'Somebody with this name is already here. Is that you?',
  'on the list': 'Somebody on the list has this first name. Is that you?',
  'name shared': 'Several people on the list have this first name. Write your surname too.',
  'not allowed': 'This link cannot do that. Ask a facilitator.',
  'not understood': 'That message could not be read. Reload the page and try again.',
  'too large': 'That is too long to send at once. Shorten it and try again.',
  'too fast': 'That was a lot at once. Wait a moment and try again.',
  'old page': 'This page is from an earlier version. Reload it.',
  'no session': 'This link is no longer valid. Ask for a new one, or join again with the code.',
  'cafe deleted': 'This café was deleted with all its notes, so there is nothing left to do here.',
  'only joins': 'This link is the way in: open it and type your name. It opens nothing else.',
  'no address': 'There is nothing at this address. The protocol page lists those there are.',
  'no cafe':
    'No café has this code. Look at the big screen and try again. After its day it may have been deleted.',
  'not open': 'The doors are not open yet. Try again in a moment.',
  'not begun': 'Nothing has begun yet. Open the doors first.',
  'cafe closed': 'This café has ended. Your team’s notes are on your team’s link.',
  'name empty': 'Please type a name. A first name is enough.',
  'name long': 'That name is too long. A first name is enough.',
  'name unreadable': 'That name has signs that cannot be stored. Type it again.',
  'no team': 'Choose your team from the list.',
  'without team': 'You are of no team here, so no team has brought anything back for you to read.',
  'not home': 'No team is at home at this table yet. What one brings back is read here then.',
  'plan made': 'The tables are made already, so this cannot be chosen any more.',
  'not planned': 'No tables are planned ahead for this person. Plan the tables first.',
  'people told': 'The doors have been open, and people were told. This stays as it is now.',
  'seats made': 'The tables are made already. Change the host under People.',
  'no person': 'That person is not in this café.',
  'not here': 'This person has not arrived yet. Check them in first.',
  'noted as gone': 'The desk has noted that you are not here any more. Say first that you are.',
  'no table': 'There is no such table. Look at the number on the table.',
  'no round': 'No round is running or coming, so there is nothing to change.',
  'not seated': 'Nobody has a table yet. Tables are told when the first move begins: wait for it.',
  'no seat': 'You have no table in this round yet. Choose one, or ask at the desk.',
  'torn apart': 'Both stay at a table, each at another. Let one of them go with the other only.',
  'number taken': 'Another table has this number. Choose one that is free.',
  'number told': 'People have been told this number, so it stays today.',
  'chairs taken': 'More people are sent there than that. Move some of them first.',
  'chairs kept': 'More people always sit at that table. Change it for some of them first.',
  'chairs given':
    'The table they always sit at has no chair left for them. Change where they sit, or lay more chairs there.',
  'table has team': 'Another team has this table. Choose one that is free.',
  'team named': 'Another team has this name. Choose a name of its own.',
  'team here': 'Somebody of this team has arrived, so it stays.',
  'enough phones':
    'Two devices stay at this table already. Join as yourself, or ask a facilitator to end one.',
  'table closed': 'That table is closed today. Choose another one.',
  'table full': 'Every chair at that table is taken. Choose another one.',
  'own table': 'That is your own team’s table. Choose another one to visit.',
  'all full': 'Every table is full just now. Ask at the desk.',
  'people pick': 'People pick their tables here, so there is nothing to plan.',
  'seat fixed': 'This person stays at their table: the café comes to them.',
  'step begun': 'That step has begun or is over. Change one that is to come.',
  'no minutes': 'So many minutes are not left of this step. Take fewer.',
  'round short': 'A round needs a minute for each of its parts at least.',
  'old plan': 'The plan of the day has been changed meanwhile. Look at it again, then change it.',
  'plan end': 'The day must end with something that waits for you, such as thanks or a break.',
  'home last': 'The home round comes once, after every other round.',
  'no round left': 'A café needs one round at least.',
  'plan long': 'The plan of the day is full: take something out first.',
  'round reached': 'People have been in that round already, so it stays. Go on to it instead.',
  'doors opened': 'The doors have opened, so the opening time stays as it was.',
  'kept promise':
    'People were told when everything is deleted. It can be sooner now, but not later.',
  'not paused': 'The clock is running already.',
  'is paused': 'The clock is paused. Resume it first.',
  'cannot pause': 'This step waits for you anyway; there is nothing to pause.',
  'bell held': 'A bell is waiting for you. Ring it now, or give this round more minutes.',
  'nothing to ring': 'No round is running, so there is no bell to ring.',
  'nothing to undo': 'There is nothing to go back to.',
  'room full': 'This café has as many tables and teams as it can hold.',
  'old list': 'The café has changed since this list was read. Look at it again, then add it.',
  'cafe full': 'This café has as many people as it can hold.',
  'too late': 'These notes can no longer be changed. You can still read, copy and print them.',
  'team corrects': 'This table’s team corrects its notes, with the team’s own link.',
  'hosted already': 'Somebody hosts this table already. They can hand over to you.',
  'not hosting': 'You are not hosting now, so there is nothing to hand over.',
  'enough passed on': 'Three notes are picked for the next group already. Take one back first.',
  'nobody after': 'Nobody comes to this table after this round.',
  'enough asked': 'This table has asked a lot of questions already. Take one back first.',
  'no question': 'That question is not in the list any more.',
  'not the time': 'A question can stand on the big screen in a break and while the panel talks.',
  'no page': 'There are no notes with that name.',
  'not your page': 'Only people who sit at that table can write there.',
  'page early': 'That round has not begun. Its notes can be picked and signed once it has.',
  'hosts remove':
    'Only who hosts at this table can remove a note for good, while its page is open. Ask one of them, or a facilitator.',
  'bad note':
    'That change did not fit the notes, so it was left out. Reload the page if this goes on.',
  'no note': 'That note is not there any more.',
  'page anew': 'A note was removed for good here. Your words are being put on the page again.',
  'page full':
    'This page of notes is full. A host or facilitator makes room by removing a note for good.',
  'nobody listed': 'Nobody is on the list yet. Add people first, then plan their tables.',
  'cannot plan': 'The tables cannot hold everybody. Open a table or add chairs.',
  'old preview': 'People or seats have changed since this preview. Look at the new one.',
  'not stored': 'The café could not be stored just now. Nothing was lost; try again.',
  'went wrong': 'Something went wrong on the server. Nothing was lost; try again.',
} as const;

export type RefusalCode = keyof typeof sentences;

/** The plain English sentence of a refusal: what to do next, never the word "error". */
export function refusalSentence(refusal: Refusal): string {
  return sentences[refusal.code];
}

/** Makes a refusal that needs nothing but its code. */
export function refuse(code: Exclude<RefusalCode, Told>): { refusal: Refusal } {
  return { refusal: { code } };
}
