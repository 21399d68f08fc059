import { position, toldRound } from '@tablecloth/shared/cafe';
import { describe, expect, it } from 'vitest';
import { at, cafe, figures, person, words } from './fixture.ts';
import { seatLine } from './seat-line.ts';

const line = (tables: (string | null)[], index: number, endsAt: number, now: number, of = cafe) => {
  const stage = { at: 'step' as const, index, startedAt: at(10, 0), endsAt };
  return seatLine(
    person('e', 'Eva', null, tables),
    of,
    position(cafe, stage, now),
    toldRound(cafe.programme, stage),
    figures,
    words,
  );
};

describe('what the desk tells somebody who has just come', () => {
  it('is the table and the minutes left while a round runs', () => {
    expect(line(['t2', 't1'], 3, at(10, 15), at(10, 7))).toBe('Eva: table 2, 8 minutes left.');
    expect(line(['t2', 't1'], 3, at(10, 15), at(10, 14, 30))).toBe('Eva: table 2, 1 minute left.');
  });

  it('is real minutes also where the café goes faster, as on the phones', () => {
    const rehearsal = { ...cafe, pace: 10 };
    expect(line(['t2', 't1'], 3, at(10, 1, 30), at(10, 0, 5), rehearsal)).toBe(
      'Eva: table 2, 2 minutes left.',
    );
  });

  it('is the next round where it is too late for this one', () => {
    expect(line([null, 't1'], 3, at(10, 15), at(10, 12))).toBe(
      'Eva: Home round at 10:36, table 1. Coffee meanwhile.',
    );
    expect(line(['t2', 't1'], 5, at(10, 36), at(10, 20))).toBe(
      'Eva: Home round at 10:36, table 1. Coffee meanwhile.',
    );
  });

  it('says no time that is past, where a break lasts longer than planned', () => {
    expect(line(['t2', 't1'], 5, at(10, 36), at(10, 40))).toBe('Eva: Home round, table 1.');
  });

  it('is the table of the round people walk to', () => {
    expect(line(['t2', 't1'], 2, at(10, 3), at(10, 1))).toBe('Eva: table 2. Round 1 at 10:03.');
  });

  it('is that they choose, where people pick their tables', () => {
    const picking = { ...cafe, seating: 'pick' as const };
    expect(line([null, 't1'], 3, at(10, 15), at(10, 7), picking)).toBe(
      'Eva: chooses a table on their phone, or you pick one here.',
    );
    const onPaper = { ...person('e', 'Eva', null, [null, 't1']), withoutPhone: true };
    const stage = { at: 'step' as const, index: 3, startedAt: at(10, 0), endsAt: at(10, 15) };
    const now = position(picking, stage, at(10, 7));
    const told = toldRound(picking.programme, stage);
    expect(seatLine(onPaper, picking, now, told, figures, words)).toBe(
      'Eva: has no phone, so pick a table here.',
    );
    expect(line(['t2', 't1'], 3, at(10, 15), at(10, 7), picking)).toContain('table 2');
  });

  it('is nothing before there are tables, and before the doors', () => {
    expect(line([null, null], 1, at(9, 45), at(9, 40))).toBe('');
    expect(seatLine(person('e', 'Eva', null), cafe, null, 1, figures, words)).toBe('');
  });
});
