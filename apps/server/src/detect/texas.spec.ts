import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';
import { defaultPolicy, defaultRules } from '@tocsin/alerting';
import { dayNumber, daysBetween } from '@tocsin/calendar';
import { describe, expect, it } from 'vitest';
import { addedUp } from './covered-days.ts';
import { dayGrid, pointsOf } from './day-grid.ts';
import { type EvaluatedRule, isEvaluated } from './evaluated-rule.ts';
import { ruleSignals, seriesKey } from './rule-signals.ts';

// Complaints to the Texas Department of Insurance, one in five. Not part of this repository: TOCSIN_SHARED, or ../shared beside it.
const shared = process.env['TOCSIN_SHARED'] ?? resolve(import.meta.dirname, '../../../../../shared');
const file = join(shared, 'data/complaints/tdi_public.csv.gz');

const FIRST = '2012-06-04';
/** The newest day in the file is in April 2026: as if it had been handed over that day. */
const TODAY = '2026-04-27';
const FROM = '2016-04-04';

/** The weekly rules of a new installation that watch lines of business, whatever their level in the tree. */
const rules = defaultRules.flatMap((rule): EvaluatedRule[] =>
  isEvaluated(rule) && rule.grain === 'week' && rule.split.length === 1 && rule.split[0]?.dimension === 'line'
    ? [{ ...rule, split: [{ dimension: 'line' }] }]
    : [],
);

/** Complaints by line of business and day received, each number once. */
function rowsOf(text: string) {
  const seen = new Set<string>();
  const lines = new Map<string, Map<number, number>>();
  for (const record of text.trim().split('\n').slice(1)) {
    const cells = record.match(/("[^"]*"|[^,]*)(,|$)/g) ?? [];
    const [number = '', received = '', , , , , , , line = ''] = cells.map((cell) => cell.replace(/,$/, ''));
    if (seen.has(number) || received < FIRST || received > TODAY || line === '') continue;
    seen.add(number);
    const days = lines.get(line) ?? new Map<number, number>();
    const day = dayNumber(received) - dayNumber(FIRST);
    lines.set(line, days.set(day, (days.get(day) ?? 0) + 1));
  }
  return [...lines].map(([line, counts]) => {
    const days = [...counts.keys()].sort((one, other) => one - other);
    return { codes: [line], line, days, counts: days.map((day) => counts.get(day) ?? 0) };
  });
}

/** The Mondays of the weeks with a level, by line. */
function levelled(): Map<string, string[]> {
  const rows = rowsOf(gunzipSync(readFileSync(file)).toString());
  const grid = dayGrid(FIRST, TODAY, FIRST, []);
  const series = rows.map(({ line, codes: _, ...counts }) => ({
    ...{ key: seriesKey({ line }), slice: { line }, points: pointsOf(counts, grid, 'week', FIRST) },
  }));
  const whole = pointsOf(addedUp(rows), grid, 'week', FIRST);
  const options = { from: FROM, at: new Date(0), levels: defaultPolicy.levels };
  const found = new Map<string, string[]>(rows.map(({ line }) => [line, []]));
  for (const rule of rules) {
    for (const { bucket, level, slice } of ruleSignals(rule, { series, whole }, options))
      if (level !== '') found.get(slice.line ?? '')?.push(bucket);
  }
  return found;
}

describe.skipIf(!existsSync(file))(`complaints to Texas (skipped without ${file})`, () => {
  const found = existsSync(file) ? levelled() : new Map<string, string[]>();
  const homeowners = found.get('Homeowners') ?? [];

  it.each([
    ['hail in spring 2016', '2016-05-01', '2016-06-01'],
    ['Hurricane Harvey', '2017-09-01', '2017-11-01'],
    ['the winter storm of 2021', '2021-03-01', '2021-04-01'],
    ['Hurricane Beryl', '2024-07-01', '2024-08-01'],
  ])('of homeowners after %s are warned of', (_, from, until) => {
    expect(homeowners.filter((week) => week >= from && week < until)).not.toEqual([]);
  });

  it('of the last months, most of which are still open and so not published, raise nothing', () => {
    const last = [...found.values()].flat().filter((week) => week >= '2026-02-01');
    expect(last).toEqual([]);
  });

  it('are mostly quiet: a line has a level in fewer than one week in thirty', () => {
    const weeks = daysBetween(FROM, TODAY) / 7;
    expect([...found.values()].flat().length / (weeks * found.size)).toBeLessThan(1 / 30);
  });
});
