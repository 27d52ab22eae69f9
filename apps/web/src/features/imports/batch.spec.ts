import { describe, expect, it } from 'vitest';
import { addsUp, isUnderWay, toneOf, topReasons } from './batch.ts';

describe('how a batch stands', () => {
  it('is good only when nothing was refused or doubted', () => {
    expect(toneOf({ state: 'done', rejected: 0, warned: 0 })).toBe('good');
    expect(toneOf({ state: 'done', rejected: 1, warned: 0 })).toBe('doubt');
    expect(toneOf({ state: 'done', rejected: 0, warned: 3 })).toBe('doubt');
    expect(toneOf({ state: 'stopped', rejected: 9, warned: 0 })).toBe('bad');
    expect(toneOf({ state: 'withdrawn', rejected: 9, warned: 0 })).toBe('calm');
  });

  it('is under way until it is over', () => {
    expect(isUnderWay({ state: 'received' })).toBe(true);
    expect(isUnderWay({ state: 'cancelled' })).toBe(false);
  });
});

it('counts add up or do not', () => {
  expect(addsUp(10, [7, 2, 1])).toBe(true);
  expect(addsUp(10, [7, 2])).toBe(false);
});

it('the reasons of most rows come first', () => {
  const reason = (code: string, rows: number) => ({ code, field: '', rows, sentence: { zh: '', en: '' } });
  const reasons = [reason('a', 1), reason('b', 9), reason('c', 4)];
  expect(topReasons(reasons, 2).map(({ code }) => code)).toEqual(['b', 'c']);
});
