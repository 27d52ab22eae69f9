import { describe, expect, it } from 'vitest';
import { rankedBars } from './bars.ts';
import { colourEdges, colourStep } from './colour-steps.ts';
import { compareLevels, levelShapes } from './level-shape.ts';
import { palettes, withAlpha } from './palette.ts';
import { sparkShape } from './spark.ts';
import { escapeHtml, tooltipHtml } from './tooltip.ts';

describe('sparks', () => {
  it('draw from the smallest to the largest value', () => {
    // width 24, pad 2: x = 2, 12, 22; height 14, pad 2: y = 12 (least) … 2 (most)
    expect(sparkShape([0, 5, 10], 24, 14)).toEqual({ path: 'M2 12L12 7L22 2', last: { x: 22, y: 2 } });
  });

  it('leave a gap where nothing is known', () => {
    expect(sparkShape([0, null, 10, 10], 32, 14).path).toBe('M2 12M20.67 2L30 2');
  });

  it('do not make a leap of a ripple', () => {
    const { path } = sparkShape([100, 101], 24, 14);
    const [first, last] = [...path.matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.abs((first ?? 0) - (last ?? 0))).toBeLessThan(1);
  });

  it('say nothing when nothing is known', () => {
    expect(sparkShape([null, null], 24, 14)).toEqual({ path: '', last: null });
    expect(sparkShape([], 24, 14)).toEqual({ path: '', last: null });
  });
});

describe('ranked bars', () => {
  const rows = [
    { code: 'b', value: 5, before: 20 },
    { code: 'a', value: 5, before: null },
    { code: 'c', value: 10, before: 8 },
    { code: 'd', value: null, before: 3 },
  ];

  it('come largest first, ties by code, unknown ones left out', () => {
    expect(rankedBars(rows, 10).map(({ code }) => code)).toEqual(['c', 'a', 'b']);
  });

  it('share one scale with the ticks of the comparison', () => {
    expect(rankedBars(rows, 10)).toMatchObject([
      { length: 0.5, tick: 0.4 },
      { length: 0.25, tick: null },
      { length: 0.25, tick: 1 },
    ]);
  });

  it('survive nothing but zeros', () => {
    expect(rankedBars([{ code: 'a', value: 0, before: 0 }], 3)).toEqual([{ code: 'a', value: 0, length: 0, tick: 0 }]);
  });
});

describe('colour steps', () => {
  it('spread skewed values over all five steps', () => {
    const values = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
    const edges = colourEdges(values);
    expect(edges).toEqual([2, 8, 32, 130]);
    expect(new Set(values.map((value) => colourStep(value, edges)))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('use the middle step when there is nothing to tell apart', () => {
    expect(colourEdges([7, 7, null, 0])).toEqual([]);
    expect(colourStep(7, [])).toBe(2);
    expect(colourStep(0, [])).toBe(0);
  });
});

describe('palettes', () => {
  it('have a colour for every level and a text colour for every step, in both themes', () => {
    for (const palette of Object.values(palettes)) {
      expect(Object.keys(palette.level)).toEqual(Object.keys(levelShapes));
      expect(palette.onSequential).toHaveLength(palette.sequential.length);
    }
  });

  it('thin a colour', () => {
    expect(withAlpha('#0F6E84', 0.14)).toBe('rgba(15, 110, 132, 0.14)');
  });
});

describe('levels', () => {
  it('rise from blue to red and have four different shapes', () => {
    expect(compareLevels('red', 'blue')).toBeGreaterThan(0);
    expect(new Set(Object.values(levelShapes).map(({ symbol }) => symbol)).size).toBe(4);
  });
});

describe('tooltips', () => {
  it('never turn text into markup', () => {
    expect(escapeHtml(`<img src=x onerror='a("b")'>&`)).not.toMatch(/[<>"']/);
    expect(tooltipHtml('<b>', [{ label: '<i>', value: '1' }])).toContain('&lt;b&gt;');
  });
});
