import type { WireCommand } from '@tablecloth/shared/cafe';
import type { Room } from '@tablecloth/shared/intake';
import { describe, expect, it } from 'vitest';
import { UNHEARD } from '../../lib/http.ts';
import { cafe } from '../fixture.ts';
import { filledTeams } from './line-words.ts';
import { ListDraft } from './list-draft.svelte.ts';

const room: Room = {
  tables: cafe.tables,
  teams: cafe.teams.map((team) => ({ ...team, topic: '', question: '' })),
  people: [],
};

interface Sent {
  id: string;
  command: WireCommand;
}

function pasted(text: string): ListDraft {
  const draft = new ListDraft();
  draft.text = text;
  return draft;
}

function unknownIn(draft: ListDraft) {
  const read = draft.read(room);
  return read.kind === 'people' ? read.list.unknownTeams : [];
}

it('sends what was understood and keeps the other lines', async () => {
  const draft = pasted('name;team\nAda;Amber\nBen;Cobalt\n');
  const sent: Sent[] = [];
  await draft.add(draft.read(room), room, (message) => {
    sent.push(message);
    return Promise.resolve({ ok: true });
  });
  expect(sent).toHaveLength(1);
  expect(sent[0]?.command).toMatchObject({ kind: 'takeIn', people: [{ name: 'Ada', team: 'a' }] });
  expect(draft.added).toEqual({ ok: true, people: 1, teams: 0, filled: 0, left: 1 });
  expect(draft.text).toBe('name;team\nBen;Cobalt\n');
});

it('sends the very same message again after silence, so that nobody is added twice', async () => {
  const draft = pasted('Ada\nBen');
  const sent: Sent[] = [];
  const silent = (message: Sent) => {
    sent.push(message);
    return Promise.resolve(UNHEARD);
  };
  await draft.add(draft.read(room), room, silent);
  expect(draft.text).toBe('Ada\nBen');
  await draft.add(draft.read(room), room, silent);
  expect(sent[1]).toEqual(sent[0]);
  draft.text = 'Ada';
  await draft.add(draft.read(room), room, silent);
  expect(sent[2]?.id).not.toBe(sent[0]?.id);
});

it('takes a misspelt team for the one it is like, in all its lines, until told otherwise', async () => {
  const draft = pasted('Ada;Ambre\nBen;Cobalt\nCy;ambre');
  const [amber] = unknownIn(draft);
  expect(amber).toMatchObject({ name: 'Ambre', lines: [1, 3], like: { id: 'a' }, isTaken: false });
  if (amber !== undefined) draft.take(amber);
  const sent: Sent[] = [];
  await draft.add(draft.read(room), room, (message) => {
    sent.push(message);
    return Promise.resolve(UNHEARD);
  });
  const both = [
    { name: 'Ada', team: 'a' },
    { name: 'Cy', team: 'a' },
  ];
  expect(sent[0]?.command).toMatchObject({ people: both });
  const [taken] = unknownIn(draft);
  expect(taken?.isTaken).toBe(true);
  if (taken !== undefined) draft.take(taken);
  expect(unknownIn(draft)[0]?.isTaken).toBe(false);
});

it('counts a team once that two of its lines fill in', async () => {
  const draft = new ListDraft();
  draft.kind = 'teams';
  draft.text = 'team;topic;question\nAmber;Men;\nAmber;;Who calls?\n';
  const read = draft.read(room);
  expect(filledTeams(read.list.lines)).toBe(1);
  await draft.add(read, room, () => Promise.resolve({ ok: true }));
  expect(draft.added).toEqual({ ok: true, people: 0, teams: 0, filled: 1, left: 0 });
});

it('keeps teams and people apart', () => {
  const draft = pasted('Ada');
  draft.kind = 'teams';
  expect(draft.text).toBe('');
  draft.text = 'Cobalt';
  expect(draft.read(room)).toMatchObject({ kind: 'teams', list: { lines: [{ is: 'team' }] } });
  draft.kind = 'people';
  expect(draft.text).toBe('Ada');
});

describe('a file', () => {
  const left = 'name;team\nBen;Cobalt\n';
  const second = 'name;team\nCy;Amber\n';
  const turned = 'team;name\nAmber;Cy\n';

  it('stands beneath the lines that are left or were typed', () => {
    const draft = pasted(left);
    draft.takeFile('b.csv', second, room);
    expect(draft.text).toBe(`${left}Cy;Amber\n`);
    expect(draft.taken).toBe('beneath');
    draft.text += 'Di';
    expect(draft.taken).toBeUndefined();
  });

  it('waits for an answer where its columns are others, and loses nothing until then', () => {
    const draft = pasted(left);
    draft.takeFile('b.csv', turned, room);
    expect(draft.taken).toMatchObject({ name: 'b.csv', because: 'columns' });
    expect(draft.text).toBe(left);
    draft.answer(false);
    expect(draft.taken).toBeUndefined();
    expect(draft.text).toBe(left);
    draft.takeFile('b.csv', turned, room);
    draft.answer(true);
    expect(draft.text).toBe(turned);
    expect(draft.taken).toBeUndefined();
  });

  it('that was put right elsewhere takes its own place, as long as nothing was changed here', () => {
    const draft = new ListDraft();
    draft.takeFile('a.csv', left, room);
    draft.takeFile('a.csv', second, room);
    expect(draft.text).toBe(second);
    draft.text += 'Di';
    draft.takeFile('a.csv', left, room);
    expect(draft.taken).toMatchObject({ name: 'a.csv', because: 'again' });
    expect(draft.text).toBe(`${second}Di`);
  });

  it('is asked about once more when its unclear lines are all that is left of it', async () => {
    const draft = new ListDraft();
    draft.takeFile('a.csv', 'name;team\nAda;Amber\nBen;Cobalt\n', room);
    await draft.add(draft.read(room), room, () => Promise.resolve({ ok: true }));
    draft.takeFile('a.csv', second, room);
    expect(draft.taken).toMatchObject({ because: 'again' });
    expect(draft.text).toBe(left);
  });
});
