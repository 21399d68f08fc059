import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without settings the server listens everywhere on 3000 and keeps its data beside itself', () => {
  expect(readConfig({})).toEqual({
    config: {
      port: 3000,
      host: '0.0.0.0',
      dataDir: resolve('./data'),
      publicUrl: null,
      logLevel: 'info',
    },
  });
});

test('a public address loses its trailing slash', () => {
  const read = readConfig({
    PUBLIC_URL: 'https://cafe.example.org/',
    PORT: '0',
    HOST: '127.0.0.1',
  });
  expect(read).toMatchObject({
    config: { publicUrl: 'https://cafe.example.org', port: 0, host: '127.0.0.1' },
  });
});

test('every mistake is one sentence, and all are told at once', () => {
  expect(readConfig({ PORT: '80a', PUBLIC_URL: 'cafe.example', LOG_LEVEL: 'loud' })).toEqual({
    mistakes: [
      'PORT must be a whole number from 0 to 65535, but it is "80a".',
      'PUBLIC_URL must be an address like https://cafe.example.org without a path, but it is "cafe.example".',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, but it is "loud".',
    ],
  });
});
