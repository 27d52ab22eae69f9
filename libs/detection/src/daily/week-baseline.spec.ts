import { createHash } from 'node:crypto';
import { addCalendarDays } from '@tocsin/calendar';
import { expect, it } from 'vitest';
import type { Point } from '../point.ts';
import { dailyDesign } from './daily-design.ts';
import { dailyRegression } from './daily-regression.ts';
import { type KeptBaselines, type LearnedFrom, type WeekBaseline } from './week-baseline.ts';

/** A Monday; the series runs until a Thursday. */
const FIRST = '2023-01-02';
const DAYS = 1103;
const FROM = 1060;

const countOn = (index: number) => 20 + ((index * 7919) % 11) + (index % 7 > 4 ? -9 : 0);
const series = (change: (index: number) => number = countOn, exposure?: number): Point[] =>
  Array.from({ length: DAYS }, (_, index) => ({
    ...{ at: addCalendarDays(FIRST, index), count: change(index), complete: index < DAYS - 1 },
    ...(exposure === undefined ? {} : { exposure }),
  }));

/** Keeps by everything that was learned from, and counts what had to be fitted. */
class Keeping implements KeptBaselines {
  readonly kept = new Map<string, WeekBaseline | undefined>();
  fitted = 0;

  of(monday: string, from: LearnedFrom, fit: () => WeekBaseline | undefined): WeekBaseline | undefined {
    const name = monday + JSON.stringify(from);
    if (!this.kept.has(name)) {
      this.fitted += 1;
      this.kept.set(name, fit());
    }
    return this.kept.get(name);
  }
}

const WEEKS = 7;

it('a week is judged by the same fit whichever of its days is the first', () => {
  const all = dailyRegression(series(), {}, { from: FROM });
  for (let later = 1; later < 8; later += 1) {
    expect(dailyRegression(series(), {}, { from: FROM + later })).toEqual(all.slice(later));
  }
});

it('verdicts by kept fits are those by new ones, and no design is made for them', () => {
  const baselines = new Keeping();
  const first = dailyRegression(series(), {}, { from: FROM, baselines });
  expect(first).toEqual(dailyRegression(series(), {}, { from: FROM }));
  expect(baselines.fitted).toBe(WEEKS);
  const design = () => {
    throw new Error('a fit was made');
  };
  expect(dailyRegression(series(), {}, { from: FROM, baselines, design })).toEqual(first);
});

it('days of the last two weeks change no fit, earlier ones those that learned from them', () => {
  const baselines = new Keeping();
  dailyRegression(series(), {}, { from: FROM, baselines });
  const with9More = (day: number) => series((index) => countOn(index) + (index === day ? 9 : 0));
  const fittedAgain = (points: readonly Point[]) => {
    const before = baselines.fitted;
    expect(dailyRegression(points, {}, { from: FROM, baselines })).toEqual(dailyRegression(points, {}, { from: FROM }));
    return baselines.fitted - before;
  };
  expect(fittedAgain(with9More(DAYS - 1))).toBe(0);
  // the Monday of its week less the 14 days that are left out
  expect(fittedAgain(with9More(DAYS - 4 - 14 - 1))).toBe(1);
  expect(fittedAgain(with9More(500))).toBe(WEEKS);
  expect(fittedAgain(series(countOn, 1000))).toBe(WEEKS);
});

it('a kept fit expects in proportion to the exposure of the day', () => {
  const baselines = new Keeping();
  const expected = (points: readonly Point[]) =>
    dailyRegression(points, {}, { from: DAYS - 1, baselines })[0]!.expected!;
  const usual = series(countOn, 1000);
  const doubled = usual.map((point, index) => (index === DAYS - 1 ? { ...point, exposure: 2000 } : point));
  expect(expected(doubled)).toBeCloseTo(2 * expected(usual), 9);
  expect(baselines.fitted).toBe(1);
});

it('a borrowed holiday belongs to what was learned from', () => {
  const baselines = new Keeping();
  const short = series().slice(DAYS - 500);
  const parent = (more: number) => series((index) => 100 * countOn(index) + more).slice(DAYS - 500);
  const last = short.length - 1;
  for (const lender of [parent(0), parent(0), parent(700)]) {
    const context = { from: last, parent: lender };
    expect(dailyRegression(short, {}, { ...context, baselines })).toEqual(dailyRegression(short, {}, context));
  }
  expect(baselines.fitted).toBe(2);
});

/** Whoever changes these figures raises `DAILY_MODEL`: what was stored before is of another model. */
it('model 1 explains days, and expects, as it always did', () => {
  const days = Array.from({ length: 5 * 365 }, (_, index) => addCalendarDays('2022-01-03', index));
  const { full } = dailyDesign(days);
  const print = createHash('sha256').update(full.entries).update(full.starts).digest('hex').slice(0, 16);
  const [last] = dailyRegression(series(), {}, { from: DAYS - 1 });
  expect([print, last!.expected!.toPrecision(8), last!.upper]).toMatchInlineSnapshot(`
    [
      "28579fd968c4f70a",
      "24.788084",
      38,
    ]
  `);
});
