import { expect, test } from 'vitest';
import { Draft } from './draft.svelte.ts';

const look = ({ typed, base, theirs, isChanged }: Draft) => ({ typed, base, theirs, isChanged });

test('a box in which nobody types follows what others save', () => {
  const draft = new Draft('Doors');
  draft.hear('Open doors');
  expect(look(draft)).toMatchObject({ typed: 'Open doors', base: 'Open doors', theirs: null });
  expect(draft.isChanged).toBe(false);
});

test('what others saved stands beside words that are being typed, until one is chosen', () => {
  const draft = new Draft('Doors');
  draft.typed = 'Mine';
  draft.hear('Theirs');
  draft.hear('Theirs');
  expect(look(draft)).toMatchObject({ typed: 'Mine', base: 'Doors', theirs: 'Theirs' });
  draft.keepMine();
  expect(look(draft)).toMatchObject({ typed: 'Mine', base: 'Theirs', theirs: null });
  draft.hear('Theirs again');
  draft.takeTheirs();
  expect(look(draft)).toMatchObject({ typed: 'Theirs again', theirs: null, isChanged: false });
});

test('others’ words are no news once they are as they were, or as those in the box', () => {
  const draft = new Draft('Doors');
  draft.typed = 'Mine ';
  draft.hear('Theirs');
  draft.hear('Doors');
  expect(draft.theirs).toBeNull();
  draft.hear('Mine');
  expect(look(draft)).toMatchObject({ typed: 'Mine ', theirs: null, isChanged: false });
});

test('one’s own words that come back before their answer are not somebody else’s', () => {
  const draft = new Draft('Doors');
  draft.typed = 'Mine';
  draft.send('Mine');
  draft.typed = 'Mine, and more';
  draft.hear('Mine');
  expect(draft.theirs).toBeNull();
  draft.saved('Mine');
  expect(look(draft)).toMatchObject({ typed: 'Mine, and more', isChanged: true });
});

test('a no tells what stands there instead, of this box alone', () => {
  const draft = new Draft('Doors');
  const no = { code: 'written since' as const, sentence: '', now: { story: 'Theirs' } };
  draft.typed = 'Mine';
  draft.refused({ code: 'no network' }, 'story');
  draft.refused(no, 'topic');
  expect(draft.theirs).toBeNull();
  draft.refused(no, 'story');
  expect(draft.theirs).toBe('Theirs');
});
