import { palettes } from '@tocsin/charts';
import { measures } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { departureOf, paintOf } from './region-paint.ts';
import { regionWindow } from './region-window.ts';

describe('a region’s colour', () => {
  const paint = (value: number | null, expected: number | null) =>
    paintOf(palettes.light, 'excess', departureOf(measures.complaints, { value, expected }), value, []);

  it('is diverging around what was expected', () => {
    expect(paint(160, 100)?.background).toBe(palettes.light.diverging[6]);
    expect(paint(100, 100)?.background).toBe(palettes.light.diverging[3]);
    expect(paint(60, 100)?.background).toBe(palettes.light.diverging[1]);
  });

  it('is not given to few cases, to what cannot be compared, or to what is not known', () => {
    expect([paint(9, 2), paint(60, null), paint(null, 60)]).toEqual([undefined, undefined, undefined]);
  });

  it('by size takes the step of its figure', () => {
    const away = departureOf(measures.complaints, { value: 5, expected: null });
    expect(paintOf(palettes.dark, 'value', away, 5, [1, 2, 3, 4])?.background).toBe(palettes.dark.sequential[4]);
  });
});

describe('the window of the maps over time', () => {
  it.each([
    ['month', { from: '2026-10-01', until: '2026-11-01' }, { from: '2025-10-01', until: '2026-11-01' }],
    ['quarter', { from: '2026-10-01', until: '2026-11-01' }, { from: '2023-10-01', until: '2027-01-01' }],
    // the week of 30 October is that of Monday the 26th; twelve weeks before it is 3 August
    ['week', { from: '2026-10-01', until: '2026-10-31' }, { from: '2026-08-03', until: '2026-11-02' }],
  ] as const)('is thirteen whole buckets by %s', (grain, period, window) =>
    expect(regionWindow(period, grain)).toEqual(window),
  );
});
