/** One press told from its effect to its undoing, as everybody sees it. */
import type { SliceKind, WireCommand } from '@tablecloth/shared/cafe';
import { expect } from 'vitest';
import type { Phone } from '../phone.ts';
import { aSecond, type Room } from './room.ts';

export interface Story {
  press: (room: Room) => Promise<WireCommand>;
  /** Where it shows beside the facilitators' own view. */
  shows?: (room: Room) => [Phone, SliceKind][];
  /** Its time is given back, so that the clock stands by as much later. */
  isTimed?: boolean;
}

export type Stories = Record<string, Story>;

export const all = ({ phones, screen }: Room, kind: SliceKind): [Phone, SliceKind][] =>
  [...phones, screen].map((one) => [one, kind]);

/** A view without the list, without what only grows, and without what an undo adds. */
function matter(view: object, isTimed: boolean): unknown {
  const { activity, undoable, deletesAt, pages, takenBack, sentTo, phase, edition, ...rest } =
    view as Record<string, unknown>;
  void [activity, undoable, deletesAt, pages, takenBack, sentTo, phase, edition];
  if (!isTimed || !('stage' in rest)) return rest;
  const { at, index } = rest.stage as { at: string; index: number };
  return { ...rest, stage: { at, index } };
}

export async function tell(room: Room, kind: string, { press, shows, isTimed = false }: Story) {
  const { facilitator, second } = room;
  const command = await press(room);
  const places: [Phone, SliceKind][] = [
    [facilitator, 'facilitator'],
    [second, 'facilitator'],
    ...(shows?.(room) ?? []),
  ];
  const looks = ([phone, slice]: [Phone, SliceKind]) => phone.sees(slice);
  await aSecond(room);
  const before = await Promise.all(places.map(looks));
  const list = (await facilitator.sees('facilitator')).activity[0]?.number ?? 0;
  const is = (view: object, i: number): boolean =>
    JSON.stringify(matter(view, isTimed)) === JSON.stringify(matter(before[i] ?? {}, isTimed));

  const done = await facilitator.command(command);
  expect(done, kind).toMatchObject({ ok: true });
  await aSecond(room);
  const { undoable, activity } = await second.sees('facilitator', (view) =>
    view.undoable.some((fact) => fact > list),
  );
  const fact = undoable.find((one) => one > list) ?? 0;
  for (const [i, [phone, slice]] of places.entries()) {
    // Facilitators see what has no other place in the list alone.
    if (i > 1) await phone.sees(slice, (view) => !is(view, i));
  }
  expect(activity.some(({ number }) => number === fact)).toBe(true);
  expect(done.ok && done.undo, kind).toBe(fact);

  const undone = await second.command({ kind: 'undo', fact });
  expect(undone, kind).toMatchObject({ ok: true });
  expect(undone, kind).not.toHaveProperty('undo');
  await aSecond(room);
  for (const [i, [phone, slice]] of places.entries()) {
    await phone
      .sees(slice, (view) => is(view, i))
      .catch(async () => {
        // Says what is not as it was.
        expect(matter(await phone.sees(slice), isTimed), `${kind}: ${slice}`).toEqual(
          matter(before[i] ?? {}, isTimed),
        );
      });
  }
  for (const one of [facilitator, second]) {
    const { activity: after } = await one.sees('facilitator', (view) =>
      view.activity.some((line) => line.number === fact && line.undone === true),
    );
    const [newest] = after;
    expect(newest?.by).toEqual({ role: 'facilitator', label: 'Facilitator 2' });
    expect(newest?.undid).toMatchObject({ number: fact });
  }
  return fact;
}
