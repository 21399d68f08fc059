import { expect, it } from 'vitest';
import * as v from 'valibot';
import { WireCommand } from './command.ts';
import { Rehearsal, facilitator, secondFacilitator } from './fixture.ts';
import { questionAt, questionOfTable } from './questions.ts';
import { slice } from './slice.ts';

const about = (one: Rehearsal, said: object, by = facilitator) =>
  one.do(v.parse(WireCommand, { kind: 'describeCafe', about: said }), by);
const refusal = (decision: ReturnType<typeof about>) =>
  'refusal' in decision ? decision.refusal.code : null;

it('what is said about a café changes word by word, so two facilitators do not undo each other', () => {
  const one = new Rehearsal();
  about(one, { title: 'Another morning', notice: 'Be kind.' });
  about(one, { question: 'What next?', title: 'Another morning' }, secondFacilitator);
  expect(one.cafe.definition).toMatchObject({
    ...{ title: 'Another morning', notice: 'Be kind.', question: 'What next?' },
    organisation: 'Tarn Valley',
  });
  expect(one.cafe.activity[0]).toMatchObject({ did: 'cafeDescribed', about: ['question'] });
  expect(about(one, { title: 'Another morning' })).toEqual({ facts: [] });
  expect(one.do({ kind: 'describeCafe', about: {} }, { role: 'screen' })).toMatchObject({
    refusal: { code: 'not allowed' },
  });
});

it('what phones say at the door can be said, changed, taken away and undone', () => {
  const one = new Rehearsal();
  const lobbyNow = () => slice(one.cafe, 'everyone').find(({ kind }) => kind === 'cafe')?.view;
  const undoNewest = () => one.do({ kind: 'undo', fact: one.cafe.activity[0]?.number ?? 0 });
  about(one, { lobby: 'Coffee is at the back.' });
  expect(lobbyNow()).toMatchObject({ lobby: 'Coffee is at the back.' });
  expect(one.cafe.activity[0]).toMatchObject({ did: 'cafeDescribed', about: ['lobby'] });
  undoNewest();
  expect(one.cafe.definition).not.toHaveProperty('lobby');
  expect(about(one, { lobby: '' })).toEqual({ facts: [] });
  about(one, { lobby: 'Coffee is at the back.' });
  about(one, { lobby: '' });
  expect(lobbyNow()).not.toHaveProperty('lobby');
  undoNewest();
  expect(lobbyNow()).toMatchObject({ lobby: 'Coffee is at the back.' });
});

it('once the doors are open the opening time stays, and nothing is kept for longer than was said', () => {
  const one = new Rehearsal();
  const undoNewest = () => one.do({ kind: 'undo', fact: one.cafe.deeds[0]?.fact ?? 0 });
  about(one, { keepDays: 60 });
  about(one, { opensAt: 4_000 });
  expect(undoNewest()).toHaveProperty('facts');
  about(one, { opensAt: 5_000 });
  const opening = one.cafe.deeds[0]?.fact ?? 0;
  expect(one.cafe.definition).toMatchObject({ opensAt: 5_000, keepDays: 60 });
  one.next();
  expect(refusal(one.do({ kind: 'undo', fact: opening }))).toBe('doors opened');
  expect(refusal(about(one, { opensAt: 6_000 }))).toBe('doors opened');
  expect(refusal(about(one, { keepDays: 61 }))).toBe('kept promise');
  about(one, { keepDays: 7, opensAt: 5_000 });
  expect(one.cafe.definition.keepDays).toBe(7);
  expect(refusal(undoNewest())).toBe('kept promise');
  about(one, { notice: 'Be kind.' });
  expect(undoNewest()).toHaveProperty('facts');
  one.do({ kind: 'close', phase: one.cafe.phase });
  expect(refusal(about(one, { title: 'Late' }))).toBe('cafe closed');
});

it('the narrowest question is asked: the team’s or table’s own, else the round’s, else the café’s', () => {
  const one = new Rehearsal();
  const ask = (table: string, question: string) => one.do({ kind: 'askAtTable', table, question });
  const asked = (table: string, round: number) => {
    const { definition } = one.cafe;
    return questionAt(definition, questionOfTable(definition, table), round);
  };
  const [, , , round1] = one.cafe.definition.programme;
  if (round1?.kind !== 'round') throw new Error('no round');
  const steps = [{ ...round1, question: 'Of round 1?' }, ...one.cafe.definition.programme.slice(4)];
  one.do({ kind: 'changePlan', edition: 0, from: 3, steps });
  expect([asked('t1', 1), asked('t1', 2)]).toEqual(['Of round 1?', 'What helped?']);
  ask('t1', 'Of the table?');
  expect([asked('t1', 1), asked('t2', 1)]).toEqual(['Of the table?', 'Of round 1?']);
  one.do({ kind: 'describeTeam', team: 'team1', topic: '', story: '', question: 'Of the team?' });
  expect(asked('t1', 2)).toBe('Of the team?');
  expect(ask('none', 'x')).toMatchObject({ refusal: { code: 'no table' } });
  ask('t1', '');
  expect(one.cafe.definition.tables[0]).not.toHaveProperty('question');
  expect(ask('t1', '')).toEqual({ facts: [] });
});

it('a table’s own question is told to those who will sit there, and to facilitators', () => {
  const one = new Rehearsal();
  one.next();
  one.fill(9);
  one.do({ kind: 'askAtTable', table: 't3', question: 'Of table 3?' });
  one.goTo(3);
  const [here] = slice(one.cafe, 'person:p1');
  const [all] = slice(one.cafe, 'facilitators');
  const goes = one.cafe.itineraries?.['p1']?.tables.includes('t3') === true;
  expect(here?.kind === 'person' && here.view.subjects.some(({ table }) => table === 't3')).toBe(
    goes,
  );
  expect(all?.kind === 'facilitator' && all.view.asked).toEqual([
    { table: 't3', question: 'Of table 3?' },
  ]);
});
