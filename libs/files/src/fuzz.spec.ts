import { expect, it } from 'vitest';
import { fuzz } from './testing/fuzz.ts';

it('no mutated file crashes the reader, hangs it, or loses a row (the first 440 of `npm run bench -- fuzz`)', async () => {
  const report = await fuzz(1, 440);
  expect(report.failures).toEqual([]);
  expect(report.files).toBe(440);
  // The mutations must be neither harmless nor hopeless.
  expect(report.imported).toBeGreaterThan(80);
  expect(report.refused).toBeGreaterThan(60);
}, 120_000);
