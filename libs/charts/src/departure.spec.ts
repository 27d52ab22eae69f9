import { describe, expect, it } from 'vitest';
import { departure, independent } from './departure.ts';
import { palettes } from './palette.ts';
import { textOn } from './text-on.ts';

const count = (value: number | null, expected: number | null) =>
  departure({ value, expected, cases: undefined, kind: 'count' });

describe('the departure from what was expected', () => {
  it.each([
    // 62 against 21: (62 − 21) ÷ 21 = 1.952
    [62, 21, 3],
    [135, 100, 2],
    [120, 100, 1],
    [110, 100, 0],
    [95, 100, 0],
    [70, 100, -2],
    [40, 100, -3],
    // 5 more, when chance alone moves two such counts √17 = 4.1 apart
    [11, 6, 1],
    [6, 11, -1],
  ])('of %i against %i is painted in step %i', (value, expected, step) =>
    expect(count(value, expected)).toMatchObject({ kind: 'known', step }),
  );

  it('is its ratio to the expectation', () => expect(count(150, 100)).toEqual({ kind: 'known', size: 0.5, step: 2 }));

  it('is not said of few cases, observed and expected', () => {
    expect(count(9, 3)).toEqual({ kind: 'few' });
    expect(count(0, 9)).toEqual({ kind: 'few' });
    // none where twelve were expected is news
    expect(count(0, 12)).toMatchObject({ kind: 'known', size: -1 });
    expect(departure({ value: 80, expected: 95, cases: 4, kind: 'share' })).toEqual({ kind: 'few' });
  });

  it('is unknown where either figure is, and where nothing was expected', () => {
    expect(count(null, 20)).toEqual({ kind: 'unknown' });
    expect(count(20, null)).toEqual({ kind: 'unknown' });
    expect(count(20, 0)).toEqual({ kind: 'unknown' });
  });

  it('of a rate goes by the cases behind it, not by its size', () => {
    expect(departure({ value: 3, expected: 2, cases: 40, kind: 'rate' })).toMatchObject({ size: 0.5 });
    expect(departure({ value: 300, expected: 2, cases: 4, kind: 'rate' })).toEqual({ kind: 'few' });
  });

  it('of a count whose chance is known is pale where it is no rarity', () => {
    const of = (chance: number) => departure({ value: 62, expected: 21, cases: undefined, chance, kind: 'count' });
    expect([of(0.2), of(0.0001)]).toMatchObject([{ step: 1 }, { step: 3 }]);
  });

  it('of a share goes by points', () => {
    // 91 % against 96 %: 5 points below, past 3 and not past 6
    const share = departure({ value: 91, expected: 96, cases: 40, kind: 'share' });
    expect(share).toMatchObject({ kind: 'known', step: -2 });
  });
});

it('a table without a connection between rows and columns holds row × column ÷ whole', () => {
  const of = independent([
    { row: 'a', column: 'x', value: 30 },
    { row: 'a', column: 'y', value: 10 },
    { row: 'b', column: 'x', value: 20 },
  ]);
  // 40 × 50 ÷ 60
  expect(of('a', 'x')).toBeCloseTo(33.333, 3);
  expect(of('b', 'y')).toBeCloseTo(20 / 6, 6);
  expect(independent([])('a', 'x')).toBeNull();
});

describe('text on a coloured ground', () => {
  it('is the design’s on the sequential steps', () => {
    for (const { sequential, onSequential } of Object.values(palettes))
      expect(sequential.map(textOn)).toEqual(onSequential);
  });
});
