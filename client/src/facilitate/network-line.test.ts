import { expect, it } from 'vitest';
import { words as t } from './fixture.ts';
import { networkLine } from './network-line.ts';

it('without network presses wait, but for those of a plan that goes on by itself', () => {
  const line = (noNetwork: boolean, asPlanned: boolean) => networkLine({ noNetwork, asPlanned }, t);
  expect([line(false, false), line(true, false), line(true, true)]).toEqual([
    '',
    'No network. The café goes on; what you press is sent later.',
    'No network. The café goes on as planned.',
  ]);
});
