import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cafe } from './cafe.ts';
import { planNeeded } from './decide-plan.ts';
import { plan } from '../rotation/index.ts';
import { Rehearsal, facilitator, secondFacilitator, smallProgramme } from './fixture.ts';
import { homeRound, roundCount, visitingRounds, type Step } from './programme.ts';
import { slice } from './slice.ts';

const ROUND_2 = 6;
const BREAK = 8;

function room(): Rehearsal {
  const one = new Rehearsal();
  one.next();
  one.fill(9);
  return one;
}

const round = (minutes = 15): Step[] => [
  { kind: 'move', minutes: 2, round: 1 },
  { kind: 'round', minutes, round: 1, beats: [{ kind: 'talk', minutes }] },
  { kind: 'grace', minutes: 1, round: 1 },
];

/** Puts other steps in place of those from `from` on. */
function change(one: Rehearsal, from: number, steps: Step[], by = facilitator) {
  const command = { kind: 'changePlan' as const, edition: one.cafe.edition, from, steps };
  const instance = planNeeded(one.cafe, command);
  const proposal = instance && { instance, planned: plan(instance, 1, false) };
  return one.do(command, by, proposal);
}
const rest = ({ cafe }: Rehearsal, from: number) => cafe.definition.programme.slice(from);
const refusal = (decision: ReturnType<typeof change>) =>
  'refusal' in decision ? decision.refusal.code : null;
const kinds = ({ cafe }: Rehearsal) => cafe.definition.programme.map(({ kind }) => kind);
const seats = ({ cafe }: Rehearsal, rounds: number) =>
  Object.fromEntries(
    Object.entries(cafe.itineraries ?? {}).map(([id, { tables }]) => [id, tables.slice(0, rounds)]),
  );
/** All but what counts and lists. */
function plain({ cafe }: Rehearsal): Partial<Cafe> {
  const { factNumber: _a, lastAt: _b, activity: _c, edition: _d, ...state } = cafe;
  return state;
}

describe('the plan of the day', () => {
  it('before the doors is whatever makes a day, with its rounds numbered anew', () => {
    const one = new Rehearsal();
    const [doors, ...more] = smallProgramme;
    if (doors === undefined) throw new Error('no doors');
    change(one, 0, [doors, ...round(), ...more]);
    expect(visitingRounds(one.cafe.definition.programme)).toBe(3);
    expect(homeRound(one.cafe.definition.programme)).toBe(4);
    expect(refusal(change(one, 0, more))).toBe('not understood');
    expect(refusal(change(one, 0, [doors, ...round()]))).toBe('plan end');
    expect(refusal(change(one, 0, [doors, { kind: 'break', minutes: 5, title: 'Tea' }]))).toBe(
      'no round left',
    );
    expect(refusal(change(one, 0, [doors, { kind: 'home', minutes: 5, round: 1 }, ...more]))).toBe(
      'home last',
    );
    const many = Array.from({ length: 21 }, () => round()).flat();
    expect(refusal(change(one, 1, [...many, ...more]))).toBe('plan long');
  });

  it('keeps a step that runs or is over, but for the words of the one that runs', () => {
    const one = room();
    one.goTo(BREAK);
    const { stage, trail } = one.cafe;
    expect(refusal(change(one, BREAK, rest(one, BREAK + 1)))).toBe('step begun');
    expect(refusal(change(one, ROUND_2, rest(one, BREAK)))).toBe('step begun');
    expect(refusal(change(one, 1, rest(one, 2)))).toBe('step begun');
    change(one, BREAK, [
      { kind: 'break', minutes: 20, title: 'Tea and cake' },
      ...rest(one, BREAK + 1),
    ]);
    expect(one.cafe.definition.programme[BREAK]).toMatchObject({ title: 'Tea and cake' });
    expect([one.cafe.stage, one.cafe.trail]).toEqual([stage, trail]);
  });

  it('sends whoever is on the way to a round on to it', () => {
    const one = room();
    one.goTo(5);
    expect(refusal(change(one, 6, rest(one, BREAK)))).toBe('step begun');
    expect(
      refusal(change(one, 6, [{ kind: 'break', minutes: 5, title: 'Tea' }, ...rest(one, 6)])),
    ).toBe('step begun');
  });

  it('is changed by whoever saw it as it is, and by somebody else only after another look', () => {
    const one = room();
    const seen = one.cafe.edition;
    change(one, BREAK, rest(one, BREAK + 1));
    const late = { kind: 'changePlan' as const, edition: seen, from: BREAK, steps: [] };
    expect(refusal(one.do(late, secondFacilitator))).toBe('old plan');
    const minutes = { kind: 'timeSteps' as const, phase: one.cafe.phase, edition: seen };
    expect(refusal(one.do({ ...minutes, steps: [{ index: 8, minutes: 9 }] }))).toBe('old plan');
    expect(change(one, 1, rest(one, 1))).toEqual({ facts: [] });
  });

  it('may be drafted through a bell: what has begun meanwhile only has to stay', () => {
    const one = room();
    one.goTo(3);
    const steps = [...rest(one, 4).filter(({ kind }) => kind !== 'break')];
    const { edition } = one.cafe;
    one.next();
    expect(one.do({ kind: 'changePlan', edition, from: 4, steps })).toMatchObject({
      facts: [{ from: BREAK }],
    });
    expect(kinds(one)).not.toContain('break');
  });
});

describe('a round that is added once everybody is seated', () => {
  it('gets tables for everybody, and nobody loses one they were told', () => {
    const one = room();
    one.goTo(3);
    const before = seats(one, 2);
    const home = Object.values(one.cafe.itineraries ?? {}).map(({ tables }) => tables[2]);
    change(one, 5, [...round(), ...rest(one, 5)]);
    expect(homeRound(one.cafe.definition.programme)).toBe(4);
    expect(seats(one, 2)).toEqual(before);
    const all = Object.values(one.cafe.itineraries ?? {});
    expect(all.map(({ tables }) => tables[3])).toEqual(home);
    for (const { tables } of all) expect(tables[2]).toEqual(expect.any(String));
    // Somebody hosts in the new round, too.
    expect(all.filter(({ hosting }) => hosting[2]).length).toBe(3);
    expect(one.cafe.activity[0]).toMatchObject({ did: 'planChanged', rounds: 1, minutes: 18 });
  });

  it('gets them also as the very next round, after the last', () => {
    const one = room();
    one.goTo(BREAK);
    change(one, BREAK + 1, [...round(), ...rest(one, BREAK + 1)]);
    for (const { tables } of Object.values(one.cafe.itineraries ?? {})) {
      expect(tables).toHaveLength(4);
      expect(tables[2]).toEqual(expect.any(String));
    }
  });

  it('is not added to a room that cannot hold it, nor once the home round has begun', () => {
    const one = room();
    one.goTo(BREAK + 1);
    expect(refusal(change(one, BREAK + 2, [...round(), ...rest(one, BREAK + 2)]))).toBe(
      'home last',
    );
    one.do({ kind: 'back', phase: one.cafe.phase });
    expect(refusal(change(one, BREAK + 1, [...round(), ...rest(one, BREAK + 1)]))).toBe(
      'round reached',
    );
  });
});

describe('a round that is taken out', () => {
  it('leaves everybody the tables of the rounds that are left', () => {
    const one = room();
    one.goTo(3);
    change(one, 5, [...round(), ...rest(one, 5)]);
    const before = seats(one, 2);
    change(one, 5, rest(one, BREAK));
    expect(visitingRounds(one.cafe.definition.programme)).toBe(2);
    expect(seats(one, 2)).toEqual(before);
    expect(one.cafe.quality?.people).toBe(9);
  });

  it('stays once people have been in it, also after Back', () => {
    const one = room();
    one.goTo(ROUND_2);
    one.do({ kind: 'back', phase: one.cafe.phase });
    one.do({ kind: 'back', phase: one.cafe.phase });
    expect(refusal(change(one, 5, rest(one, BREAK)))).toBe('round reached');
  });
});

describe('undoing a change of the plan', () => {
  it('gives back everything as it was, seats too', () => {
    const one = room();
    one.goTo(3);
    const before = plain(one);
    change(one, 5, [...round(), ...rest(one, BREAK)]);
    change(one, 5, rest(one, BREAK));
    one.do({ kind: 'undoPlan' });
    one.do({ kind: 'undoPlan' });
    expect(visitingRounds(one.cafe.definition.programme)).toBe(2);
    change(one, 5, [...round(5), ...rest(one, 5)]);
    one.do({ kind: 'undoPlan' });
    expect(plain(one)['itineraries']).toEqual(before['itineraries']);
    expect(refusal(one.do({ kind: 'undoPlan' }))).toBe('nothing to undo');
  });

  it('gives whoever has come since a table in a round that comes back', () => {
    const one = room();
    one.goTo(3);
    change(one, 5, rest(one, BREAK));
    one.join('Late', 'team1');
    one.do({ kind: 'undoPlan' });
    for (const { tables } of Object.values(one.cafe.itineraries ?? {})) {
      expect(tables).toHaveLength(roundCount(one.cafe.definition.programme));
      expect(tables[1]).toEqual(expect.any(String));
    }
  });

  it('is over once a changed step has begun, a step was undone, or everybody is seated', () => {
    const view = ({ cafe }: Rehearsal) => {
      const [seen] = slice(cafe, 'facilitators');
      return seen?.kind === 'facilitator' && seen.view.replanned;
    };
    const tea: Step = { kind: 'break', minutes: 5, title: 'Tea' };
    const one = room();
    one.goTo(3);
    change(one, 5, [tea, ...rest(one, 5)]);
    one.goTo(4);
    expect(view(one)).toBe(true);
    one.goTo(5);
    expect(view(one)).toBe(false);
    const other = room();
    change(other, 1, [tea, ...rest(other, 1)]);
    expect(view(other)).toBe(true);
    other.do({ kind: 'back', phase: other.cafe.phase });
    expect(view(other)).toBe(false);
    const third = room();
    third.goTo(1);
    change(third, 5, rest(third, BREAK));
    third.next();
    expect(view(third)).toBe(false);
  });
});

it('any changes at any moment leave what runs alone, seat everybody, and are undone exactly', () => {
  let accepted = 0;
  const steps = fc.array(fc.nat(6), { maxLength: 5 });
  const pieces = (n: number): Step[] =>
    [
      [{ kind: 'break' as const, minutes: 5, title: 'Tea' }],
      round(9),
      round(20),
      [{ kind: 'home' as const, minutes: 9, round: 1 }],
      [{ kind: 'panel' as const, minutes: 9, title: 'Panel' }],
      [{ kind: 'grace' as const, minutes: 1, round: 1 }],
      [{ kind: 'welcome' as const, minutes: 9, title: 'More words', speaker: 'Ada' }],
    ][n] ?? [];
  fc.assert(
    fc.property(fc.nat(11), fc.nat(5), steps, steps, (moment, more, first, second) => {
      const one = room();
      one.goTo(moment);
      const thanks: Step = { kind: 'feedback', minutes: 5, title: 'Thanks' };
      for (const chosen of [first, second]) {
        const before = one.cafe;
        const from = Math.min(moment + 1 + more, before.definition.programme.length);
        if ('refusal' in change(one, from, [...chosen.flatMap(pieces), thanks])) continue;
        if (one.cafe === before) continue;
        accepted += 1;
        const { definition, itineraries } = one.cafe;
        expect(one.cafe.stage).toEqual(before.stage);
        expect(definition.programme.slice(0, moment + 1)).toEqual(
          before.definition.programme.slice(0, moment + 1),
        );
        const home = homeRound(definition.programme);
        for (const { tables } of Object.values(itineraries ?? {})) {
          expect(tables).toHaveLength(roundCount(definition.programme));
          expect(tables).not.toContain(null);
        }
        if (home !== null) expect(home).toBe(roundCount(definition.programme));
        const changed = one.cafe;
        one.do({ kind: 'undoPlan' });
        const { definition: d, itineraries: i, quality: q, stage: s } = one.cafe;
        expect([d, i, q, s]).toEqual([
          ...[before.definition, before.itineraries, before.quality, before.stage],
        ]);
        one.cafe = changed;
      }
    }),
    { numRuns: 60 },
  );
  expect(accepted).toBeGreaterThan(20);
});
