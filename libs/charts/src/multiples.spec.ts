import { describe, expect, it } from 'vitest';
import { multipleShape, multipleTops, multiplesSvg } from './multiples.ts';
import { palettes } from './palette.ts';
import type { SplitPoint, SplitSeries } from './split-series.ts';

const points = (...values: (number | null)[]): SplitPoint[] =>
  values.map((value, index) => ({ value, compared: null, complete: index < values.length - 1 }));
const size = { width: 40, height: 24, top: 10 };
const style = { colour: '#498BEE', dash: 'solid' } as const;
const split: SplitSeries = {
  ...{ at: ['a', 'b', 'c', 'd'], notes: [] },
  lines: [
    { id: 'x', name: '甲 & 乙', style, points: points(0, 5, 10, 2) },
    { id: 'y', name: '丙', style, points: points(1, null, 2, null) },
  ],
};

describe('a small multiple', () => {
  it('reaches from zero at the foot to the top, with the unfinished bucket dotted and hatched', () => {
    // four buckets of 10 px, centres at 5, 15, 25, 35; 10 is at 4 px, half of it at 14
    const shape = multipleShape(split.lines[0]?.points ?? [], size);
    expect(shape.whole).toBe('M5 24L15 14L25 4');
    expect(shape.open).toBe('M25 4L35 20');
    expect(shape.unfinished).toEqual([{ x: 30, width: 10 }]);
    expect(shape.end).toEqual({ x: 25, y: 4 });
  });

  it('keeps gaps, and shows a value between two of them as a dot', () => {
    const shape = multipleShape(split.lines[1]?.points ?? [], size);
    expect(shape.whole).toBe('M5 22M25 20');
    expect(shape.alone).toEqual([
      { x: 5, y: 22 },
      { x: 25, y: 20 },
    ]);
  });

  it('stands without any data', () => {
    expect(multipleShape([], size)).toMatchObject({ whole: '', end: null });
    expect(multipleShape(points(0, 0), { ...size, top: 0 }).whole).toBe('M10 24');
  });
});

describe('several multiples', () => {
  it('share the highest scale, or have each their own', () => {
    expect(multipleTops(split, true)).toEqual([10, 10]);
    expect(multipleTops(split, false)).toEqual([10, 2]);
  });

  it('are one picture, in which text from outside is text', () => {
    const look = {
      palette: palettes.light,
      words: {},
      number: String,
      tick: (at: string) => at,
      bucket: (at: string) => at,
    };
    const { svg, height } = multiplesSvg(split, look as never, {
      columns: 2,
      width: 500,
      isShared: true,
      isCompared: true,
    });
    expect(svg).toContain('甲 &amp; 乙');
    expect(svg.match(/data-line=/g)).toHaveLength(2);
    expect(height).toBe(130);
  });
});
