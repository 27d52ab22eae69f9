import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.mjs';

let folder: string;

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'tocsin-counts-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the total of a run', () => {
  const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 2 };

  it('is what Vitest counted', () => {
    expect(vitestCounts(report(vitest), true)).toEqual({ passed: 7, failed: 0, skipped: 3 });
  });

  it('has a failure when a file did not even load', () => {
    expect(vitestCounts(report(vitest), false)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('has a failure when there is no report', () => {
    expect(vitestCounts(join(folder, 'none.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightCounts(join(folder, 'none.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a browser test that passed on a second try as passed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 2, skipped: 3 };
    expect(playwrightCounts(report({ stats }), false)).toEqual({ passed: 6, failed: 1, skipped: 3 });
  });
});
