import { expect, it } from 'vitest';
import { stayAwake } from './awake.ts';
import { settle } from './test/fake-device.ts';

function page(request?: () => Promise<unknown>) {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const navigator = request === undefined ? {} : { wakeLock: { request } };
  const stop = stayAwake({ document, navigator } as unknown as Window);
  const show = async (state: 'visible' | 'hidden') => {
    document.visibilityState = state;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
  };
  return { show, stop };
}

it('asks again whenever the page is shown again, and lets go at the end', async () => {
  const said: string[] = [];
  const { show, stop } = page(() => {
    said.push('asked');
    return Promise.resolve({ release: () => said.push('released') });
  });
  await show('hidden');
  await show('visible');
  expect(said).toEqual(['asked', 'asked']);
  stop();
  await show('visible');
  expect(said).toEqual(['asked', 'asked', 'released']);
});

it('does without where a browser has no such lock or refuses it', async () => {
  await page().show('visible');
  await page(() => Promise.reject(new Error('battery'))).show('visible');
});
