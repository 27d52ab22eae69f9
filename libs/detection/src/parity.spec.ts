import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addCalendarDays } from '@tocsin/calendar';
import { earsC1, earsC2, earsC3, earsDefaultsInR } from './index.ts';

// Reference figures of R surveillance 1.20.3. Not part of this repository: TOCSIN_SHARED, or ../shared beside it.
const folder = resolve(
  process.env['TOCSIN_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared'),
  'data/detection',
);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^ears_.*\.json$/.test(name)) : [];

interface Reference {
  observed: number[];
  runs: {
    control: { method: 'C1' | 'C2' | 'C3'; baseline?: number; alpha?: number; minSigma?: number };
    range1based: [number, number];
    upperbound: number[];
    alarm: (0 | 1)[];
  }[];
}

const methods = { C1: earsC1, C2: earsC2, C3: earsC3 };

describe.skipIf(files.length === 0)(`EARS against R (skipped without ${folder})`, () => {
  it.each(files)('%s: every bound to 1e-6, every alarm', (file) => {
    const { observed, runs } = JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Reference;
    const series = observed.map((count, i) => ({ at: addCalendarDays('2001-01-01', i), count, complete: true }));
    expect(runs.length).toBeGreaterThan(0);

    for (const { control, range1based, upperbound, alarm } of runs) {
      const verdicts = methods[control.method](series, { ...earsDefaultsInR[control.method], ...control });
      const [first, last] = range1based;
      expect(verdicts.slice(0, first - 1).every(({ verdict }) => verdict === 'too-little-history')).toBe(true);

      const tested = verdicts.slice(first - 1, last);
      expect(tested).toHaveLength(upperbound.length);
      tested.forEach(({ upper, verdict }, i) => {
        const off = Math.abs(upper! - upperbound[i]!) / Math.max(1, Math.abs(upperbound[i]!));
        expect(off, `${control.method} point ${first + i}: ${upper} instead of ${upperbound[i]}`).toBeLessThan(1e-6);
        expect(verdict, `${control.method} point ${first + i}`).toBe(alarm[i] === 1 ? 'excess' : 'normal');
      });
    }
  });
});
