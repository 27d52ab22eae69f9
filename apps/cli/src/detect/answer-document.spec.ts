import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerDocument } from './answer-document.ts';
import { readSeriesFile } from './series-file.ts';

// Results of R surveillance 1.20.3. Not part of this repository: TOCSIN_SHARED, or ../shared beside it.
const shared = process.env['TOCSIN_SHARED'] ?? resolve(import.meta.dirname, '../../../../../shared');
const folder = resolve(shared, 'data/detection');
/** Figures of single functions: those of libs/stats are held against them. */
const OF_FUNCTIONS = ['dist_functions.json', 'daily_nb_glm.json', 'multiple_testing.json'];
const files = existsSync(folder) ? readdirSync(folder).filter((name) => !OF_FUNCTIONS.includes(name)) : [];

type Columns = Record<string, (number | null)[] | number>;
interface Reference {
  observed: number[];
  expected?: Columns;
  runs?: Columns[];
}
const EXACT = ['alarm', 'trendUsed'];
/** Without what a run was asked. */
const ASKED = ['control', 'range1based', 'label'];

function compare(ours: Columns, theirs: Columns, what: string): number {
  const fields = Object.keys(theirs).filter((field) => !ASKED.includes(field));
  let compared = 0;
  for (const field of fields) {
    const expected = [theirs[field]].flat();
    const actual = [ours[field]].flat();
    expect(actual.length, `${what} ${field}`).toBe(expected.length);
    if (EXACT.includes(field)) expect(actual, `${what} ${field}`).toEqual(expected);
    expected.forEach((value, i) => {
      compared += 1;
      if (value === null || value === undefined) return expect(actual[i], `${what} ${field} ${i}`).toBeNull();
      const off = Math.abs(Number(actual[i]) - value) / Math.max(1, Math.abs(value));
      expect(off, `${what} ${field} ${i}: ${actual[i]} instead of ${value}`).toBeLessThan(1e-6);
    });
  }
  return compared;
}

describe.skipIf(files.length === 0)(`reference results of R (skipped without ${folder})`, () => {
  it.each(files)('%s: every figure to 1e-6, every alarm and trend flag', (name) => {
    const path = resolve(folder, name);
    const reference = JSON.parse(readFileSync(path, 'utf8')) as Reference;
    const ours = answerDocument({ ...readSeriesFile(path), expected: undefined }) as Reference;
    expect(ours.observed).toEqual(reference.observed);
    const pairs = reference.runs?.map((run, i) => [ours.runs![i]!, run] as const) ?? [
      [ours.expected!, reference.expected!] as const,
    ];
    const compared = pairs.map(([mine, theirs], i) => compare(mine, theirs, `run ${i}`));
    expect(Math.min(...compared)).toBeGreaterThan(50);
  });

  it('the numbers of a file do not reach its answer', () => {
    const path = resolve(folder, 'cusum_k1.json');
    const file = readSeriesFile(path);
    const runs = file.runs!.map(({ control, range1based }) => ({ control, range1based }));
    expect(answerDocument({ ...file, runs })).toEqual(answerDocument(file));
  });
});

describe('a file of another algorithm', () => {
  it('has no answer here', () => {
    expect(answerDocument({ name: '', observed: [1], algorithm: 'ears-c2' })).toBeUndefined();
    expect(answerDocument({ name: '', observed: [1] })).toBeUndefined();
  });
});
