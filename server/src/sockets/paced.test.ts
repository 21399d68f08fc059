import { expect, test } from 'vitest';
import { FakeTime } from '../../test/fake-time.ts';
import { Paced } from './paced.ts';

test('the first is done at once, and of what follows too soon only the newest, when it is time', async () => {
  const time = new FakeTime(0);
  const paced = new Paced<string>(time);
  const done: string[] = [];
  const ask = (what: string, about = 1) => {
    paced.do('café', about, 1_000, () => done.push(what));
  };
  ask('a');
  ask('b');
  await time.pass(900);
  ask('c');
  expect(done).toEqual(['a']);
  await time.pass(100);
  expect(done).toEqual(['a', 'c']);
  await time.pass(999);
  ask('d');
  // What was true again meanwhile needs no telling.
  paced.drop('café');
  await time.pass(5_000);
  expect(done).toEqual(['a', 'c']);
  ask('e');
  ask('f');
  // Another round does not wait, and nothing of the old one comes after it.
  ask('g', 2);
  await time.pass(5_000);
  expect(done).toEqual(['a', 'c', 'e', 'g']);
  ask('h', 2);
  ask('i', 2);
  paced.forget('café');
  await time.pass(5_000);
  expect(done).toEqual(['a', 'c', 'e', 'g', 'h']);
});
