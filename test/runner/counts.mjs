import { existsSync, readFileSync } from 'node:fs';

/** What Vitest's JSON report counted. A run that failed without a failed test (a file that did not load) counts one. */
export function vitestCounts(report, ok) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
  return atLeastOneFailure(
    { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests },
    ok,
  );
}

/** What Playwright's JSON report counted; a test that passed on a second try passed. */
export function playwrightCounts(report, ok) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats;
  return atLeastOneFailure({ passed: expected + flaky, failed: unexpected, skipped }, ok);
}

function atLeastOneFailure(counts, ok) {
  return ok ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}
