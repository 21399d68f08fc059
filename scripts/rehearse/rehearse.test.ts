import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { TestServer } from '../../client/test/server.ts';
import type { Finding } from './findings.ts';
import { rehearse } from './rehearse.ts';
import { shortCafe } from './tampering/short-cafe.ts';
import {
  copyToAnotherTable,
  loseOneWord,
  ringTwice,
  sendOneWrong,
  showAtAnotherTable,
} from './tampering/faults.ts';
import { tamper, type Fault } from './tampering/proxy.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

function commandLine(args: string[]): Promise<{ code: number; said: string }> {
  const script = fileURLToPath(new URL('../dist/rehearse.js', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (problem, said) => {
      resolve({ code: problem === null ? 0 : Number(problem.code), said });
    });
  });
}

async function findingsWith(fault: Fault, context: TestContext): Promise<Finding[]> {
  const proxy = await tamper(server.port, fault);
  context.onTestFinished(proxy.close);
  const options = { phones: 14, pace: 60, url: proxy.url, seed: 1, hurry: true };
  return (await rehearse(options, { cafe: shortCafe() })).findings;
}

describe.concurrent('a rehearsal', () => {
  test('against a good server finds nothing missing and nothing wrong', async () => {
    const report = await rehearse({ phones: 12, pace: 60, url: server.url, seed: 1, hurry: true });
    expect(report).toMatchObject({
      joined: 12,
      seated: 12,
      wrongTables: 0,
      wordsMissing: 0,
      wordsInWrongPlace: 0,
      bellsRungTwice: 0,
      rowsLeft: 0,
      findings: [],
    });
    expect(report.wordsTyped).toBeGreaterThan(60);
    expect(report.wordsFound).toBe(report.wordsTyped);
    expect(report.editLatency.count).toBeGreaterThan(100);
  });

  test('of people who pick their tables finds every pick kept, and a chair for everybody', async () => {
    const options = { phones: 24, pace: 60, url: server.url, seed: 2, hurry: true, pick: true };
    const report = await rehearse(options, { cafe: shortCafe() });
    expect(report).toMatchObject({ joined: 24, seated: 24, wrongTables: 0, findings: [] });
    expect(report.wordsFound).toBe(report.wordsTyped);
  });

  test('from the command line ends with code 1 and says what is wrong', async (context) => {
    const proxy = await tamper(server.port, loseOneWord());
    context.onTestFinished(proxy.close);
    const args = ['--phones', '3', '--pace', '60', '--hurry', '--url', proxy.url];
    const { code, said } = await commandLine(args);
    expect(said).toMatch(/✗ 1 words are missing from the notes: “zq\w{5}” by .+ on t\d+\.\d/u);
    expect(code).toBe(1);
  });

  test('through a proxy that changes nothing finds nothing either', async (context) => {
    expect(await findingsWith(({ body }) => [body], context)).toEqual([]);
  });

  test('names the word that a server lost', async (context) => {
    expect(await findingsWith(loseOneWord(), context)).toEqual([
      expect.objectContaining({ kind: 'word missing', count: 1 }),
    ]);
  });

  test('names the person whom a server sent to a wrong table', async (context) => {
    const findings = await findingsWith(sendOneWrong(), context);
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'wrong table', count: 1 }));
  });

  test('names notes of one table that came to another', async (context) => {
    const findings = await findingsWith(showAtAnotherTable(), context);
    // What somebody then writes into the foreign card may be missing too.
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'word in a wrong place' }));
  });

  test('names a word that was copied to another table', async (context) => {
    const findings = await findingsWith(copyToAnotherTable(), context);
    // What somebody then writes into the foreign card may be missing too.
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'word in a wrong place' }));
  });

  test('names the phone on which a bell rang twice', async (context) => {
    const findings = await findingsWith(ringTwice(), context);
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'bell rung twice' }));
  });
});
