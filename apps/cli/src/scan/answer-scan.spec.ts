import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerMap, answerStrata, scanMap } from './answer-scan.ts';
import { isStrata, type MapFile, readScanFile, type StrataFile } from './scan-file.ts';

// Results of R SpatialEpi 1.2.8. Not part of this repository: TOCSIN_SHARED, or ../shared beside it.
const shared = process.env['TOCSIN_SHARED'] ?? resolve(import.meta.dirname, '../../../../../shared');
const folder = resolve(shared, 'data/scan');
const settings = { seed: 1, simulations: undefined, maxShare: undefined };
const fileAt = (name: string) => readScanFile(resolve(folder, name));

interface Found {
  locations1based: number[];
  p: number;
  mcRank: number;
  [figure: string]: unknown;
}
interface Answer {
  mlc: Found;
  secondary: Found[];
  nullMaxLLRquantiles: Record<string, number>;
}

describe.skipIf(!existsSync(folder))(`reference results of R (skipped without ${folder})`, () => {
  it.each(['ny_leukemia.json', 'ny_leukemia_poisson.json', 'penn_lung.json'])('%s', (name) => {
    const file = fileAt(name) as MapFile;
    const theirs = file as unknown as Answer;
    const ours = answerMap(file, scanMap(file, settings)) as Answer;
    const pairs = [[ours.mlc, theirs.mlc], ...theirs.secondary.map((one, i) => [ours.secondary[i]!, one])] as const;
    for (const [mine, reference] of pairs as unknown as [Found, Found][]) {
      expect(mine.locations1based).toEqual(reference.locations1based);
      for (const figure of ['cases', 'expected', 'SMR', 'LLR'])
        expect(Math.abs((mine[figure] as number) / (reference[figure] as number) - 1), figure).toBeLessThan(1e-9);
      // Two estimates from 999 maps each.
      expect(Math.abs(mine.p - reference.p)).toBeLessThan(0.003 + 4.5 * Math.sqrt((2 * reference.p) / 999));
    }
    expect(ours.mlc['population']).toBe(theirs.mlc['population']);
    for (const [share, theirQuantile] of Object.entries(theirs.nullMaxLLRquantiles).slice(0, 3))
      expect(Math.abs(ours.nullMaxLLRquantiles[share]! / theirQuantile - 1), share).toBeLessThan(0.08);
  });

  it('the results in a file do not reach its answer', () => {
    const { mlc: _mlc, secondary: _secondary, ...asked } = fileAt('penn_lung.json') as MapFile;
    const file = fileAt('penn_lung.json') as MapFile;
    expect(answerMap(asked as MapFile, scanMap(asked as MapFile, settings))).toEqual(
      answerMap(file, scanMap(file, settings)),
    );
  });

  it('strata become expected cases by county', () => {
    const file = fileAt('penn_lung_strata.json');
    expect(isStrata(file)).toBe(true);
    const { ids, expected } = answerStrata(file as StrataFile) as { ids: string[]; expected: number[] };
    const county = fileAt('penn_lung.json') as MapFile;
    expect(ids).toEqual(county.ids);
    expected.forEach((value, i) => expect(value).toBeCloseTo(county.expected![i]!, 8));
  });
});
