import { describe, expect, it } from 'vitest';
import { Rehearsal, facilitator } from './fixture.ts';
import { slice } from './slice.ts';

const choose = (named: boolean) => ({ kind: 'choosePackNames', named }) as const;

describe('names in the notes that teams take home', () => {
  it('are left out until somebody chooses, and the choice is listed and seen by everybody', () => {
    const room = new Rehearsal();
    expect(slice(room.cafe, 'everyone')[0]?.view).not.toHaveProperty('namesInPacks');
    expect(room.do(choose(false))).toEqual({ facts: [] });
    room.do(choose(true));
    expect(slice(room.cafe, 'everyone')).toMatchObject([
      { view: { namesInPacks: true } },
      { kind: 'clock' },
    ]);
    expect(room.cafe.activity[0]).toMatchObject({ did: 'packNamesChosen', isOn: true });
    room.do(choose(false));
    expect(slice(room.cafe, 'everyone')[0]?.view).not.toHaveProperty('namesInPacks');
  });

  it('are a promise once the doors have opened, though they were closed again', () => {
    const room = new Rehearsal();
    room.next();
    const refused = { refusal: { code: 'people told' } };
    expect(room.do(choose(true))).toEqual(refused);
    room.do({ kind: 'back', phase: room.cafe.phase });
    expect(room.cafe.stage.at).toBe('before');
    expect(room.do(choose(true))).toEqual(refused);
  });

  it('are chosen by facilitators alone', () => {
    const room = new Rehearsal();
    const refused = { refusal: { code: 'not allowed' } };
    expect(room.do(choose(true), { role: 'team', team: 'team1' })).toEqual(refused);
    expect(room.do(choose(true), facilitator)).not.toEqual(refused);
  });
});
