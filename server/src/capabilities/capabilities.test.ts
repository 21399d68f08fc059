import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newCode, readCode } from './code.ts';
import { hashSecret, linkSecret, newSecret } from './secret.ts';
import { serverKey } from './server-key.ts';

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'tablecloth-key-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true });
  });
  return path;
}

test('a code is read whatever its case, spaces and look-alike letters', () => {
  expect(readCode(' k7-q0 1z')).toBe('K7Q01Z');
  expect(readCode('K7QOIZ')).toBe('K7Q01Z');
  expect(readCode('K7QOlz')).toBe('K7Q01Z');
});

test('what cannot be a code is none', () => {
  for (const typed of ['', 'K7Q01', 'K7Q01ZZ', 'K7Q0U1', 'K7Q0é1', 'ßßßßßß']) {
    expect(readCode(typed)).toBeNull();
  }
});

test('new codes are codes', () => {
  const codes = Array.from({ length: 200 }, newCode);
  expect(codes.map(readCode)).toEqual(codes);
  expect(new Set(codes).size).toBe(200);
});

test('the key is made once, for the server alone, and the same link keeps its secret', () => {
  const path = directory();
  const key = serverKey(path);
  expect(serverKey(path)).toEqual(key);
  expect(statSync(join(path, 'server.key')).mode & 0o777).toBe(0o600);
  const name = { cafe: 'c', role: 'team', ref: 't7', generation: 1 } as const;
  expect(linkSecret(key, name)).toBe(linkSecret(serverKey(path), name));
  expect(linkSecret(key, { ...name, generation: 2 })).not.toBe(linkSecret(key, name));
  expect(linkSecret(key, { ...name, role: 'join' })).not.toBe(linkSecret(key, name));
  expect(linkSecret(key, name)).toHaveLength(22);
});

test('a key that was cut short is said and kept, for another would open no link that was given away', () => {
  const path = directory();
  const key = serverKey(path);
  expect(readdirSync(path)).toEqual(['server.key']);
  writeFileSync(join(path, 'server.key'), key.subarray(1));
  expect(() => serverKey(path)).toThrow('is not a key of 32 bytes');
  expect(readFileSync(join(path, 'server.key'))).toHaveLength(31);
});

test('secrets are new every time and stored as something else', () => {
  const secret = newSecret();
  expect(newSecret()).not.toBe(secret);
  expect(hashSecret(secret)).not.toContain(secret);
});
