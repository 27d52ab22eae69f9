import type { Signal } from '@tocsin/warehouse';
import { describe, expect, it } from 'vitest';
import type { FoundCluster } from './scan-question.ts';
import { namedClusters, standingBefore } from './standing-clusters.ts';

const cluster = (...codes: string[]): FoundCluster => ({
  members: codes.map((code) => ({ code, observed: 9, expected: 3 })),
  ...{ from: '2026-11-16', until: '2026-11-23', observed: 9, expected: 3, upper: 8, relativeRisk: 3, score: 5 },
  ...{ pValue: 0.001, lift: 1, baseline: null },
});
const standing = (key: string, ...codes: string[]) => ({ key, codes });
const keysOf = (...asked: Parameters<typeof namedClusters>) => namedClusters(...asked).map(({ key }) => key);

describe('the name of a cluster', () => {
  it('is that of its place of largest excess', () => expect(keysOf([cluster('b', 'a')], [])).toEqual(['cluster=b']));

  it('stays while it grows, shrinks and moves, as long as one place is the same', () => {
    expect(keysOf([cluster('c', 'b')], [standing('cluster=a', 'a', 'b')])).toEqual(['cluster=a']);
    expect(keysOf([cluster('c', 'd')], [standing('cluster=a', 'a', 'b')])).toEqual(['cluster=c']);
  });

  it('goes to the one that shares most, and each to one only', () => {
    const two = [cluster('a', 'x'), cluster('b', 'c')];
    expect(keysOf(two, [standing('cluster=a', 'a', 'b', 'c')])).toEqual(['cluster=x', 'cluster=a']);
  });

  it('is not that of another that stands', () => {
    expect(keysOf([cluster('a', 'b')], [standing('cluster=a', 'z')])).toEqual(['cluster=b']);
    expect(keysOf([cluster('a')], [standing('cluster=a', 'z')])).toEqual(['cluster=a+2']);
  });
});

describe('what stands before a bucket', () => {
  const signal = (seriesKey: string, bucket: string, verdict: Signal['verdict'], ...codes: string[]): Signal => ({
    ...{ ruleId: 'r', ruleVersion: 1, seriesKey, slice: {}, grain: 'week', bucket, observed: 1, expected: 1, upper: 1 },
    ...{ pValue: null, score: null, verdict, level: '', note: null, evaluatedAt: '2026-11-23T00:00:00.000Z' },
    members: codes.map((code) => ({ dimension: 'region', code, observed: 1, expected: 1, excess: 0, share: 0 })),
  });

  it('is each cluster as it was when it was last one, for twelve weeks', () => {
    const known = [
      signal('cluster=a', '2026-11-02', 'excess', 'a'),
      signal('cluster=a', '2026-11-09', 'excess', 'a', 'b'),
      signal('cluster=a', '2026-11-16', 'normal'),
      signal('cluster=b', '2026-08-24', 'excess', 'b'),
      signal('cluster=c', '2026-11-23', 'excess', 'c'),
    ];
    expect(standingBefore('2026-11-23', 'week', known)).toEqual([standing('cluster=a', 'a', 'b')]);
    expect(standingBefore('2026-11-16', 'week', known)).toEqual([
      standing('cluster=a', 'a', 'b'),
      standing('cluster=b', 'b'),
    ]);
  });
});
