import { expect, test } from 'vitest';
import { tellsCommand, tellsDrafts } from './tells.ts';

test('of what a team tells only changed boxes are sent, with the words they were made from', () => {
  const drafts = tellsDrafts({ topic: 'Doors', story: '', question: 'Which next?' });
  const none = { kind: 'describeTeam', team: 'a', was: {} };
  expect(tellsCommand('a', drafts)).toEqual(none);
  drafts.topic.typed = ' Doors ';
  drafts.story.typed = ' We opened one ';
  expect(tellsCommand('a', drafts)).toEqual({
    ...none,
    ...{ story: 'We opened one', was: { story: '' } },
  });
});
