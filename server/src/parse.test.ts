import { LIMITS } from '@tablecloth/shared/cafe';
import { CommandMessage } from '@tablecloth/shared/protocol';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from './parse.ts';

const id = '00000000-0000-4000-8000-000000000001';
const refused = (command: unknown) => {
  const read = parse(CommandMessage, { id, command });
  return read.ok ? null : read.refusal;
};

describe('a message that cannot be read', () => {
  test.each([
    [{ kind: 'extend', endsAt: 1, minutes: 'x' }, 'command.minutes'],
    [{ kind: 'extend', endsAt: 1 }, 'command.minutes'],
    [{ kind: 'no such command' }, 'command.kind'],
    [{ kind: 'timeSteps', phase: 1, edition: 1, steps: [{ index: 0 }] }, 'command.steps.0.minutes'],
    [null, 'command'],
  ])('is refused with the place of its first mistake: %j', (command, where) => {
    expect(refused(command)).toEqual({ code: 'not understood', where });
  });

  test('has no place where it is wrong as a whole', () => {
    expect(parse(CommandMessage, 7)).toEqual({ ok: false, refusal: { code: 'not understood' } });
  });

  test('names no more of a place than has a bound', () => {
    const schema = v.record(v.string(), v.number());
    const read = parse(schema, { ['x'.repeat(10_000)]: 'y' });
    expect(read.ok ? null : read.refusal).toEqual({
      code: 'not understood',
      where: 'x'.repeat(LIMITS.mistakePathCharsMax),
    });
  });

  test('says of a name what is wrong with it, and of a name that is none its place', () => {
    const person = { kind: 'addPerson', person: id, team: null, withoutPhone: false };
    expect(refused({ ...person, name: ' ' })).toEqual({ code: 'name empty' });
    expect(refused({ ...person, name: 7 })).toEqual({
      code: 'not understood',
      where: 'command.name',
    });
  });
});
