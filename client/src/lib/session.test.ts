import { expect, it } from 'vitest';
import { Kept } from './kept.ts';
import { secretIn, Sessions, type Session } from './session.ts';

const person = (cafe: string, who: string): Session => ({
  cafe,
  session: `secret-of-${who}`,
  role: 'person',
  person: who,
  team: null,
  label: null,
});

it('gives the newest session of a role and remembers who had the phone before', () => {
  const sessions = new Sessions(new Kept(null));
  sessions.keep(person('a', 'ana'));
  sessions.keep(person('a', 'bo'));
  sessions.keep({ ...person('a', 'x'), role: 'facilitator', person: null });
  expect(sessions.newest('person')?.person).toBe('bo');
  expect(sessions.all('person').map((session) => session.person)).toEqual(['bo', 'ana']);
  expect(sessions.of('person', 'b')).toBeNull();
  sessions.forget('secret-of-bo');
  expect(sessions.newest('person')?.person).toBe('ana');
});

it('replaces the same person’s session', () => {
  const sessions = new Sessions(new Kept(null));
  sessions.keep(person('a', 'ana'));
  sessions.keep({ ...person('a', 'ana'), session: 'a-newer-secret' });
  expect(sessions.all('person').map(({ session }) => session)).toEqual(['a-newer-secret']);
});

it('reads a secret from a fragment and nothing else', () => {
  const secret = 'SqlLzRlEYIkl5YSQ9eNmYA';
  expect(secretIn(`#${secret}`)).toBe(secret);
  expect(secretIn(`#k=${secret}`)).toBe(secret);
  for (const hash of ['', '#', '#top', `#k=${secret}&x=1`]) expect(secretIn(hash)).toBeNull();
});

it('lives on in memory where storage throws', () => {
  const throwing = {
    getItem() {
      throw new DOMException('no');
    },
    setItem() {
      throw new DOMException('no');
    },
  } as unknown as Storage;
  const sessions = new Sessions(new Kept(throwing));
  sessions.keep(person('a', 'ana'));
  expect(sessions.newest('person')?.person).toBe('ana');
});
