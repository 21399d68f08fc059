import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { WireCommand } from './command.ts';
import type { Listed } from './definition.ts';
import { Rehearsal, smallDefinition } from './fixture.ts';
import { isReady } from './of-team.ts';
import { slice } from './slice.ts';

const team1: Actor = { role: 'team', team: 'team1' };

const described = {
  kind: 'describeTeam' as const,
  team: 'team1',
  topic: 'Health checks',
  story: 'We took scales to the barber’s.',
  question: 'Where do people already feel welcome?',
};

const listed = (id: string, team: string | null): Listed => ({
  id,
  name: id,
  team,
  withoutPhone: false,
  fixedAt: null,
  goesWith: null,
});

describe('what a team says about itself', () => {
  it('is said by its own link and by facilitators, and by nobody else', () => {
    const room = new Rehearsal();
    expect(room.do({ ...described, team: 'team2' }, team1)).toEqual({
      refusal: { code: 'not allowed' },
    });
    expect(room.do(v.parse(WireCommand, described), team1)).toHaveProperty('facts');
    expect(room.cafe.definition.teams[0]).toMatchObject({ story: described.story });
    expect(room.do({ ...described, team: 'team2', topic: 'Waits' })).toHaveProperty('facts');
    expect(room.cafe.definition.teams[1]?.topic).toBe('Waits');
    room.join('Ada', 'team1');
    const ada: Actor = { role: 'person', person: 'p1' };
    expect(room.do(described, ada)).toEqual({ refusal: { code: 'not allowed' } });
    expect(room.do(described, { role: 'screen' })).toEqual({ refusal: { code: 'not allowed' } });
  });

  it('is listed once, and not when nothing changed', () => {
    const room = new Rehearsal();
    room.do(described, team1);
    expect(room.do(described, team1)).toEqual({ facts: [] });
    for (const change of [{ topic: 'Other' }, { story: 'Other' }, { question: 'Other?' }]) {
      const again = room.do({ ...described, ...change }, team1);
      expect(again).toEqual({ facts: [{ ...described, ...change, kind: 'teamDescribed' }] });
      room.do(described, team1);
    }
    expect(room.cafe.activity.at(-1)).toMatchObject({
      did: 'teamDescribed',
      team: 'team1',
      by: team1,
    });
    const untold = { kind: 'describeTeam' as const, team: 'team2', story: '', question: '' };
    expect(room.do({ ...untold, topic: 'Topic 2' })).toEqual({ facts: [] });
    expect(room.do({ ...untold, team: 'nobody', topic: 'Waits' })).toEqual({
      refusal: { code: 'no team' },
    });
    expect(room.cafe.definition.teams.map(({ topic }) => topic)).toEqual([
      ...[described.topic, 'Topic 2', 'Topic 3'],
    ]);
  });

  it('is changed box by box: what is left out stays', () => {
    const room = new Rehearsal();
    room.do(described, team1);
    const one = v.parse(WireCommand, { kind: 'describeTeam', team: 'team1', topic: 'Checks' });
    expect(room.do(one)).toEqual({
      facts: [{ ...described, kind: 'teamDescribed', topic: 'Checks' }],
    });
    expect(room.do({ kind: 'describeTeam', team: 'team1' })).toEqual({ facts: [] });
  });

  it('is not written over by whoever has not seen it', () => {
    const room = new Rehearsal();
    const { topic, question } = room.cafe.definition.teams[0] ?? { topic: '', question: '' };
    const was = { topic, story: '', question };
    const own = { kind: 'describeTeam' as const, team: 'team1' };
    room.do({ ...own, was, story: 'Ours', topic: 'Ours' }, team1);
    // Another box of the same page, and the very words that stand there.
    expect(room.do({ ...own, was, question: 'Theirs?' })).toHaveProperty('facts');
    expect(room.do({ ...own, was, story: 'Ours' })).toEqual({ facts: [] });
    const late = { ...own, was, story: 'Theirs', topic: 'Theirs', question: 'Theirs?' };
    expect(room.do(late)).toEqual({
      refusal: { code: 'written since', now: { topic: 'Ours', story: 'Ours' } },
    });
    expect(room.do({ ...late, was: { ...was, story: 'Ours', topic: 'Ours' } })).toHaveProperty(
      'facts',
    );
    expect(room.cafe.definition.teams[0]).toMatchObject({ story: 'Theirs', question: 'Theirs?' });
  });

  it('is given back exactly when a facilitator’s change of it is undone', () => {
    const room = new Rehearsal();
    room.do(described, team1);
    const before = room.cafe.definition.teams;
    room.do({
      kind: 'describeTeam',
      team: 'team1',
      topic: 'Ours',
      was: { topic: described.topic },
    });
    const fact = room.cafe.deeds[0]?.fact ?? 0;
    expect(room.do({ kind: 'undo', fact })).toHaveProperty('facts');
    expect(room.cafe.definition.teams).toEqual(before);
  });

  it('is heard by its own link alone, as it is now', () => {
    const room = new Rehearsal();
    room.do(described, team1);
    const { topic, story, question } = described;
    expect(slice(room.cafe, 'team:team1')).toEqual([
      { kind: 'tells', view: { topic, story, question } },
    ]);
    expect(slice(room.cafe, 'team:nobody')).toEqual([]);
  });

  it('makes it ready, topic and question both', () => {
    expect(isReady({ topic: 'Waits', question: '' })).toBe(false);
    expect(isReady({ topic: '', question: 'How long?' })).toBe(false);
    expect(isReady(described)).toBe(true);
  });

  it('is told on the day to those who will sit there, and to nobody else', () => {
    const room = new Rehearsal();
    room.do(described, team1);
    room.fill(9);
    room.goTo(3);
    for (const person of Object.keys(room.cafe.people)) {
      const [own] = slice(room.cafe, `person:${person}`);
      const view = own?.kind === 'person' ? own.view : null;
      const isThere = view?.tables.includes('t1');
      expect(view?.subjects.some(({ story }) => story === described.story)).toBe(isThere);
    }
    expect(JSON.stringify(slice(room.cafe, 'everyone'))).not.toContain('barber');
  });

  it('may change while people are here, until the café is closed', () => {
    const room = new Rehearsal();
    room.fill(9);
    room.goTo(11);
    expect(room.do(described, team1)).toHaveProperty('facts');
    room.next();
    expect(room.do({ ...described, topic: 'Late' }, team1)).toEqual({
      refusal: { code: 'cafe closed' },
    });
  });
});

describe('who hosts when', () => {
  const room = () =>
    new Rehearsal(smallDefinition(), [
      ...['a', 'b'].map((id) => listed(id, 'team1')),
      ...['c', 'd'].map((id) => listed(id, 'team2')),
      ...['e', 'f'].map((id) => listed(id, 'team3')),
      listed('g', null),
    ]);
  const wish = (person: string, rounds: number[]) =>
    v.parse(WireCommand, { kind: 'wishToHost', person, rounds });

  it('is for people alone, not for what every object has by itself', () => {
    for (const person of ['constructor', 'toString', '__proto__']) {
      const morning = room();
      const refusal = { refusal: { code: 'no person' } };
      expect(morning.do({ kind: 'wishToHost', person, rounds: [1] })).toEqual(refusal);
    }
  });

  it('is as the team wishes, where everybody is here', () => {
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const morning = room();
      expect(morning.do(wish(first, [2]), team1)).toHaveProperty('facts');
      for (const id of Object.keys(morning.cafe.people)) {
        morning.do({ kind: 'checkIn', person: id });
      }
      morning.goTo(3);
      expect(morning.cafe.itineraries?.[first]?.hosting).toEqual([false, true, false]);
      expect(morning.cafe.itineraries?.[second]?.hosting).toEqual([true, false, false]);
    }
  });

  it('is a wish of its own people only, in rounds there are, before there are seats', () => {
    const morning = room();
    const code = (command: WireCommand, by: Actor = team1) => {
      const decision = morning.do(command, by);
      return 'refusal' in decision ? decision.refusal.code : null;
    };
    expect(code(wish('c', [1]))).toBe('not allowed');
    expect(code(wish('g', [1]))).toBe('no team');
    expect(code(wish('nobody', [1]))).toBe('no person');
    expect(code(wish('a', [3]))).toBe('no round');
    expect(code(wish('c', [1]), { role: 'person', person: 'c' })).toBe('not allowed');
    expect(code(wish('a', [2, 1, 2]))).toBeNull();
    expect(morning.do(wish('a', [1, 2]), team1)).toEqual({ facts: [] });
    expect(morning.do(wish('b', []), team1)).toEqual({ facts: [] });
    expect(morning.cafe.people['a']?.hostsIn).toEqual([1, 2]);
    expect(code(wish('a', []))).toBeNull();
    expect(morning.cafe.people['a']).not.toHaveProperty('hostsIn');
    morning.goTo(3);
    expect(code(wish('a', [1]))).toBe('seats made');
    morning.goTo(11);
    morning.next();
    expect(code(wish('a', [1]))).toBe('cafe closed');
  });

  it('written by a facilitator stands in the list and can be undone until there are seats', () => {
    const morning = room();
    morning.do(wish('a', [1]), team1);
    expect(morning.cafe.activity).toEqual([]);
    morning.do(wish('a', [2]));
    const [line] = morning.cafe.activity;
    expect(line).toMatchObject({ did: 'hostWished', person: 'a' });
    const undo = { kind: 'undo' as const, fact: line?.number ?? 0 };
    const later = new Rehearsal(smallDefinition(), [listed('a', 'team1')]);
    later.do(wish('a', [2]));
    later.goTo(3);
    const [newest] = later.cafe.activity.filter(({ did }) => did === 'hostWished');
    expect(later.do({ kind: 'undo', fact: newest?.number ?? 0 })).toEqual({
      refusal: { code: 'seats made' },
    });
    morning.do(undo);
    expect(morning.cafe.people['a']?.hostsIn).toEqual([1]);
  });
});
