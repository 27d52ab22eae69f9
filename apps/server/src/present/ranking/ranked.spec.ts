import { expect, it } from 'vitest';
import { ranked } from './ranked.ts';

const figure = (code: string, value: number | null, cases = 50) => ({ code, value, cases });
const places = (rows: ReturnType<typeof ranked>) =>
  rows.map(({ code, place, placeBefore }) => [code, place, placeBefore]);

it('begins with the worst: the most complaints, the lowest share closed in time', () => {
  const now = [figure('a', 3), figure('b', 9), figure('c', 5)];
  expect(ranked('complaints', 0, now, []).map(({ code }) => code)).toEqual(['b', 'c', 'a']);
  expect(ranked('on_time_closure', 0, now, []).map(({ code }) => code)).toEqual(['a', 'c', 'b']);
});

it('lets equals share a place and leaves out the next', () => {
  const rows = ranked('complaints', 0, [figure('a', 7), figure('b', 7), figure('c', 1)], [figure('c', 3)]);
  expect(places(rows)).toEqual([
    ['a', 1, null],
    ['b', 1, null],
    ['c', 3, 1],
  ]);
});

it('gives no place to few cases or to no figure, and puts them last', () => {
  const now = [figure('small', 0, 4), figure('none', null, 80), figure('a', 90), figure('b', 80)];
  expect(places(ranked('on_time_closure', 10, now, []))).toEqual([
    ['b', 1, null],
    ['a', 2, null],
    ['none', null, null],
    ['small', null, null],
  ]);
});
