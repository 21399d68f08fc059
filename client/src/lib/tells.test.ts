import type { WireCommand } from '@tablecloth/shared/cafe';
import { expect, test } from 'vitest';
import { saveTells, tellsDrafts } from './tells.ts';

const told = { topic: 'Doors', story: '', question: 'Which next?' };

test('of what a team tells only changed boxes are sent, with the words they were made from', async () => {
  const drafts = tellsDrafts(told);
  const sent: WireCommand[] = [];
  const save = () =>
    saveTells('a', drafts, (command) => {
      sent.push(command);
      return Promise.resolve(null);
    });
  await save();
  drafts.topic.typed = ' Doors ';
  drafts.story.typed = ' We opened one ';
  await save();
  const none = { kind: 'describeTeam', team: 'a', was: {} };
  expect(sent).toEqual([none, { ...none, story: 'We opened one', was: { story: '' } }]);
  expect(drafts.story.isChanged).toBe(false);
});

test('what others have saved meanwhile is told to the boxes it is about', async () => {
  const drafts = tellsDrafts(told);
  drafts.topic.typed = 'Windows';
  drafts.story.typed = 'We opened one';
  const since = { code: 'written since', sentence: '', now: { story: 'We shut one' } } as const;
  const answer = await saveTells('a', drafts, () => {
    drafts.story.typed = 'We opened two';
    return Promise.resolve(since);
  });
  expect(answer).toBe(since);
  expect([drafts.topic.theirs, drafts.story.theirs]).toEqual([null, 'We shut one']);
  expect(drafts.story.typed).toBe('We opened two');
});
