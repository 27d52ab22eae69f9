import { describe, expect, it } from 'vitest';
import { type DimensionCounts, contributors, surprise } from './index.ts';

const value = (code: string, observed: number, ...baseline: (number | null)[]) => ({ code, observed, baseline });

/** 62 cases where 21 were expected: Anhui brought most, and it is the internet, wherever it was. */
const regions: DimensionCounts = {
  dimension: 'region',
  values: [value('340000', 40, 10, 12, 11), value('370000', 12, 6, 4, 5), value('440000', 10, 5, 5, 5)],
};
const channels: DimensionCounts = {
  dimension: 'sales_channel',
  values: [value('internet', 50, 5, 5, 5), value('agent', 12, 16, 16, 16)],
};

describe('contributors', () => {
  it('are the values furthest past their own expectation, with the share they explain', () => {
    // expected 21 of 62: excess 41. Anhui 40 − 11 = 29 of 41
    expect(contributors([regions])).toEqual([
      { dimension: 'region', code: '340000', observed: 40, expected: 11, excess: 29, share: 29 / 41 },
      { dimension: 'region', code: '370000', observed: 12, expected: 5, excess: 7, share: 7 / 41 },
      { dimension: 'region', code: '440000', observed: 10, expected: 5, excess: 5, share: 5 / 41 },
    ]);
  });

  it('may explain more than all, where another value fell', () => {
    const [internet, ...rest] = contributors([channels]);
    expect(internet).toMatchObject({ code: 'internet', excess: 45, share: 45 / 41 });
    expect(rest).toEqual([]);
  });

  it('put the dimension first whose shares moved most', () => {
    expect(contributors([regions, channels]).map(({ code }) => code)).toEqual([
      'internet',
      '340000',
      '370000',
      '440000',
    ]);
  });

  it('expect nothing of a value that was not there before', () => {
    const dimension: DimensionCounts = {
      dimension: 'product',
      values: [value('new', 9, 0, 0, 0), value('old', 20, 20, 20, 20)],
    };
    expect(contributors([dimension])).toEqual([
      { dimension: 'product', code: 'new', observed: 9, expected: 0, excess: 9, share: 1 },
    ]);
  });

  it('leave buckets without data out of the expectation', () => {
    const dimension: DimensionCounts = { dimension: 'line', values: [value('property.motor', 9, 4, null, 2)] };
    expect(contributors([dimension])).toMatchObject([{ expected: 3, excess: 6, share: 1 }]);
  });

  it('leave out what explains next to nothing, and no more than were asked for', () => {
    const many: DimensionCounts = {
      dimension: 'reason',
      values: [value('a', 100, 10), value('b', 60, 10), value('c', 50, 10), value('d', 11, 10)],
    };
    expect(contributors([many]).map(({ code }) => code)).toEqual(['a', 'b', 'c']);
    expect(contributors([many], { most: 1 }).map(({ code }) => code)).toEqual(['a']);
  });

  it('have no share when the whole is not above expectation, and nothing to say without values', () => {
    const falling: DimensionCounts = { dimension: 'line', values: [value('a', 12, 10), value('b', 3, 10)] };
    expect(contributors([falling])).toMatchObject([{ code: 'a', excess: 2, share: 0 }]);
    expect(contributors([{ dimension: 'line', values: [] }])).toEqual([]);
  });
});

describe('surprise', () => {
  it('is nothing for an unmoved share and ½·ln 2 for one out of nowhere', () => {
    expect(surprise(0.3, 0.3)).toBe(0);
    expect(surprise(0, 1)).toBeCloseTo(Math.LN2 / 2, 15);
    expect(surprise(0.1, 0.4)).toBeCloseTo(surprise(0.4, 0.1), 15);
  });
});
