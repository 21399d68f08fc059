/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, success: boolean, testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport */

/**
 * What a run of vitest comes to, from its JSON report. A missing report is one failure; a file that
 * could not be loaded and a test that was skipped are one each.
 * @param {VitestReport | null} report
 * @returns {{ passed: number, failed: number }}
 */
export function tally(report) {
  if (report === null) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + unloaded;
  // An error outside any test fails the run though every test passed.
  const atLeast = report.success && report.numPassedTests > 0 ? 0 : 1;
  return { passed: report.numPassedTests, failed: Math.max(failed, atLeast) };
}
