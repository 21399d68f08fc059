import type { WireCommand } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import type { Device } from '../lib/device.ts';
import { Kept } from '../lib/kept.ts';
import { at, figures, words as t } from './fixture.ts';
import { KeptPresses } from './kept-presses.ts';
import { PROGRAMME, Presses, type Answered } from './presses.svelte.ts';
import { refusalLine } from './refusal-line.ts';

/** A line whose answers are given by hand, and a device whose timers are. */
function desk() {
  const sent: WireCommand[] = [];
  const answers: ((answer: Answered) => void)[] = [];
  let timer: (() => void) | null = null;
  const device = {
    wall: () => 0,
    after: (_ms: number, run: () => void) => {
      timer = run;
      return () => (timer = null);
    },
  } as unknown as Device;
  const line = {
    command: (command: WireCommand) => {
      sent.push(command);
      return new Promise<Answered>((resolve) => answers.push(resolve));
    },
  };
  return {
    sent,
    presses: new Presses(device, line, new KeptPresses(new Kept(null), 'c'), () => null),
    answer: (answer: Answered) => answers.shift()?.(answer),
    aMomentPasses: () => {
      timer?.();
    },
  };
}

const own = { own: 'Facilitator 1', people: [] };
const next: WireCommand = { kind: 'next', phase: 1 };
const done: Answered = { ok: true, factNumber: 9 };

it('a double tap is one press, and the press after it has to be meant', async () => {
  const { presses, sent, answer, aMomentPasses } = desk();
  const first = presses.press(PROGRAMME, 'Next', next);
  const second = presses.press(PROGRAMME, 'Next', next);
  expect(presses.pending.map(({ key, label }) => [key, label])).toEqual([[PROGRAMME, 'Next']]);
  answer(done);
  expect([await first, await second]).toEqual([true, false]);
  // What stands on the button has just changed: the third tap was for the old words.
  expect(await presses.press(PROGRAMME, 'Ring', { kind: 'ring', phase: 2 })).toBe(false);
  aMomentPasses();
  void presses.press(PROGRAMME, 'Ring', { kind: 'ring', phase: 2 });
  expect(sent).toEqual([next, { kind: 'ring', phase: 2 }]);
});

it('what was last done here is known by the number that undoes it, else by that of its fact', async () => {
  const { presses, answer } = desk();
  const press = presses.press('p1', 'Check in: Zoë', { kind: 'checkIn', person: 'p1' });
  answer({ ok: true, factNumber: 9, undo: 7 });
  await press;
  expect(presses.done).toBe(7);
  const undo = presses.press('undo', 'Undo', { kind: 'undo', fact: 7 });
  expect(presses.done).toBe(null);
  answer({ ok: true, factNumber: 10 });
  await undo;
  expect(presses.done).toBe(10);
});

it('a step that came by itself keeps the thumb from pressing what it did not read', () => {
  const { presses, sent } = desk();
  presses.rest();
  void presses.press(PROGRAMME, 'Next', next);
  expect(sent).toEqual([]);
});

it('one person waits for an answer while others are served', () => {
  const { presses, sent } = desk();
  void presses.press('p1', 'Check in: Zoë', { kind: 'checkIn', person: 'p1' });
  void presses.press('p2', 'Check in: Dev', { kind: 'checkIn', person: 'p2' });
  void presses.press('p1', 'Check in: Zoë', { kind: 'checkIn', person: 'p1' });
  expect(sent).toEqual([
    { kind: 'checkIn', person: 'p1' },
    { kind: 'checkIn', person: 'p2' },
  ]);
});

it('somebody who was slower reads who was faster, and when', async () => {
  const { presses, answer } = desk();
  const press = presses.press(PROGRAMME, 'Next', next);
  const by = { role: 'facilitator', label: 'Facilitator 2' } as const;
  answer({ ok: false, refusal: { code: 'already', by, at: at(10, 8), sentence: 'x' } });
  expect(await press).toBe(false);
  const { refusal } = presses;
  expect(refusal && refusalLine(refusal, own, figures, t)).toBe(
    'Facilitator 2 did that already, at 10:08.',
  );
  const clock = { role: 'clock' } as const;
  const faster = { code: 'already', by: clock, at: at(10, 8), sentence: 'x' } as const;
  expect(refusalLine({ label: 'Next', refusal: faster }, own, figures, t)).toBe(
    'The clock was faster: it went on by itself at 10:08.',
  );
  const undid = { code: 'undone already', by, at: at(10, 8), sentence: 'x' } as const;
  expect(refusalLine({ label: 'Undo', refusal: undid }, own, figures, t)).toBe(
    'Facilitator 2 undid that already, at 10:08.',
  );
});

it('whoever was faster themselves, on another page of theirs, reads no name', () => {
  const by = { role: 'facilitator', label: 'Facilitator 1' } as const;
  const line = (code: 'already' | 'undone already' | 'changed since') =>
    refusalLine(
      { label: '+2 min', refusal: { code, by, at: at(10, 8), sentence: 'x' } },
      own,
      figures,
      t,
    );
  expect(line('already')).toBe('You did that already, at 10:08.');
  expect(line('undone already')).toBe('You undid that already, at 10:08.');
  expect(line('changed since')).toBe('You have changed that again since, at 10:08. So it stays.');
});

it('who was faster is read until the next step begins, also where that was pressed just now', async () => {
  const { presses, answer } = desk();
  const refuse = async (refusal: Extract<Answered, { ok: false }>['refusal']) => {
    const press = presses.press('any', 'Next', next);
    answer({ ok: false, refusal });
    await press;
  };
  const by = { role: 'facilitator', label: 'Facilitator 2' } as const;
  await refuse({ code: 'already', by, at: at(10, 8), sentence: 'x' });
  // The step they began may be heard of later than the no.
  presses.stepBegan(at(10, 8));
  expect(presses.refusal).not.toBe(null);
  presses.stepBegan(at(10, 23));
  expect(presses.refusal).toBe(null);
  await refuse({ code: 'no network' });
  presses.stepBegan(at(10, 40));
  expect(presses.refusal).not.toBe(null);
});
