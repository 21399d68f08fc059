import { expect, test } from 'vitest';
import { findBrowser } from './find.mjs';

const machine = (
  platform: NodeJS.Platform,
  env: Record<string, string>,
  ...programs: readonly string[]
) => ({ platform, env, isProgram: (path: string) => programs.includes(path) });

test('CHROMIUM_PATH is taken before the machine’s own', () => {
  const env = { CHROMIUM_PATH: '/opt/c', PATH: '/usr/bin' };
  expect(findBrowser(machine('linux', env, '/opt/c', '/usr/bin/chromium'))).toBe('/opt/c');
});

test('a CHROMIUM_PATH that leads nowhere is not passed over', () => {
  const env = { CHROMIUM_PATH: '/opt/gone', PATH: '/usr/bin' };
  expect(findBrowser(machine('linux', env, '/usr/bin/chromium'))).toBeNull();
});

test.each([
  ['linux', { PATH: '/bin:/usr/bin' }, '/usr/bin/google-chrome'],
  ['darwin', { PATH: '/bin' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['win32', { PROGRAMFILES: 'C:\\P' }, 'C:\\P\\Google\\Chrome\\Application\\chrome.exe'],
] as const)('on %s the browser is found where it is usually installed', (platform, env, path) => {
  expect(findBrowser(machine(platform, env, path))).toBe(path);
});

test('a machine without a browser has none', () => {
  expect(findBrowser(machine('linux', { PATH: '/usr/bin' }))).toBeNull();
});
