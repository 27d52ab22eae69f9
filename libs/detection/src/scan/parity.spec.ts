import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circularZones, indirectStandardisation, kulldorff, planeDistance } from '../index.ts';

// Results of R SpatialEpi 1.2.8. Not part of this repository: TOCSIN_SHARED, or ../shared beside it.
const folder = resolve(
  process.env['TOCSIN_SHARED'] ?? resolve(import.meta.dirname, '../../../../../shared'),
  'data/scan',
);
const read = (name: string) => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as never;

describe.skipIf(!existsSync(folder))(`Kulldorff's scan against R (skipped without ${folder})`, () => {
  it.each([
    ['ny_leukemia_poisson.json', 30, 106, 61.6374853097935, 15.1775091895448],
    ['penn_lung.json', 2, 1900, 1673.64866678906, 17.6628831253954],
  ])('%s: %i locations, %i cases against %f, LLR %f', (name, size, cases, expected, score) => {
    const file = read(name) as Record<'x' | 'y' | 'cases' | 'population' | 'expected', number[]>;
    const zones = circularZones(file.population, planeDistance(file.x, file.y));
    const { mostLikely, nullMaxima } = kulldorff(zones, file.cases, file.expected);
    expect(mostLikely).toMatchObject({ locations: { length: size }, cases });
    expect(mostLikely!.expected).toBeCloseTo(expected, 6);
    expect(mostLikely!.score).toBeCloseTo(score, 8);
    expect(mostLikely!.pValue).toBeLessThanOrEqual(0.005);
    expect(nullMaxima).toHaveLength(999);
  });

  it('indirect standardisation gives the expected cases of Pennsylvania', () => {
    const strata = read('penn_lung_strata.json') as Record<string, never[]>;
    const { ids, expected } = read('penn_lung.json') as { ids: string[]; expected: number[] };
    const rows = strata['county']!.map((location, i) => ({
      location,
      stratum: `${strata['race']![i]} ${strata['gender']![i]} ${strata['age']![i]}`,
      population: strata['population']![i]!,
      cases: strata['cases']![i]!,
    }));
    const ours = indirectStandardisation(rows);
    expect([...ours.keys()]).toEqual(ids);
    ids.forEach((id, i) => expect(ours.get(id)).toBeCloseTo(expected[i]!, 8));
  });
});
