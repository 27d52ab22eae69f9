import { expect, it } from 'vitest';
import { TokenBuckets } from './token-buckets.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 8) + seconds * 1000);

it('holds a minute of them, and fills up evenly', () => {
  const buckets = new TokenBuckets(60); // one a second
  for (let taken = 0; taken < 60; taken++) buckets.take('a', 1, at(0));
  expect(buckets.look('a', at(0))).toEqual({ remaining: 0, waitMs: 1000, fullInMs: 60_000 });
  expect(buckets.look('a', at(0.25))).toEqual({ remaining: 0, waitMs: 750, fullInMs: 59_750 });
  expect(buckets.look('a', at(5))).toEqual({ remaining: 5, waitMs: 0, fullInMs: 55_000 });
  expect(buckets.look('a', at(3600))).toEqual({ remaining: 60, waitMs: 0, fullInMs: 0 });
});

it('lets what was served be owed', () => {
  const buckets = new TokenBuckets(600); // ten a second
  buckets.take('a', 900, at(0)); // 300 more than there were
  expect(buckets.look('a', at(0))).toMatchObject({ remaining: 0, waitMs: 30_100 });
  expect(buckets.look('a', at(30.1))).toMatchObject({ remaining: 1, waitMs: 0 });
});

it('knows keys apart, and is not confused by a clock that was put back', () => {
  const buckets = new TokenBuckets(60);
  buckets.take('a', 60, at(100));
  expect(buckets.look('b', at(100)).remaining).toBe(60);
  expect(buckets.look('a', at(0)).remaining).toBe(0);
});
