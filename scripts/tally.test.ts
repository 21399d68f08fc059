import { expect, test } from 'vitest';
import { tally } from './tally.mjs';

const report = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};

test('a run in which everything passed has no failures', () => {
  expect(tally(report)).toEqual({ passed: 12, failed: 0 });
});

test.each([
  ['a failed test', { ...report, numFailedTests: 2, success: false }, 2],
  ['a skipped test', { ...report, numPendingTests: 1 }, 1],
  ['a test left for later', { ...report, numTodoTests: 1 }, 1],
  ['an error outside any test', { ...report, success: false }, 1],
  [
    'a file that cannot be loaded',
    { ...report, success: false, testResults: [{ status: 'failed', assertionResults: [] }] },
    1,
  ],
])('%s is a failure', (_, bad, failed) => {
  expect(tally(bad)).toEqual({ passed: 12, failed });
});

test('no report, and a report without a test, are one failure', () => {
  expect(tally(null)).toEqual({ passed: 0, failed: 1 });
  expect(tally({ ...report, numPassedTests: 0 })).toEqual({ passed: 0, failed: 1 });
});
