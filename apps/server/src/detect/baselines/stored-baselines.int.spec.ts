import { addCalendarDays, weekStart } from '@tocsin/calendar';
import { SeriesRule } from '@tocsin/contracts';
import { type Baseline, type Warehouse, baselines, saveBaselines } from '@tocsin/warehouse';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { type EvaluatedRule, isEvaluated } from '../evaluated-rule.ts';
import { KeptVerdicts } from '../kept-verdicts.ts';
import type { RuleFamily } from '../rule-signals.ts';
import { DetectThreads } from '../threads/detect-threads.ts';

const FIRST = '2023-01-02';
const DAYS = 900;
const FROM = addCalendarDays(FIRST, DAYS - 10);
const LAST = addCalendarDays(FIRST, DAYS - 1);
/** More than are judged without threads, with the whole of them. */
const MANY = 30;

let ruleId = 0;
const ruleOf = (version: number): EvaluatedRule => {
  const rule = SeriesRule.parse({
    ...{
      id: `region-day-${ruleId}`,
      version,
      label: { zh: '地区', en: 'Region' },
      measure: 'complaints',
      grain: 'day',
    },
    ...{ split: [{ dimension: 'region' }], detector: { name: 'daily-regression' } },
  });
  if (!isEvaluated(rule)) throw new Error('not evaluated');
  return rule;
};

/** Regions with some cases a day; `more` come to the first of them on one day. */
function family(series: number, more: { readonly day: number; readonly cases: number } | undefined): RuleFamily {
  const points = (place: number, level: number) =>
    Array.from({ length: DAYS }, (_, i) => ({
      at: addCalendarDays(FIRST, i),
      count: level + ((i * 7 + place) % 5) + (i === more?.day && place <= 0 ? more.cases : 0),
      complete: i < DAYS - 1,
    }));
  return {
    series: Array.from({ length: series }, (_, place) => ({
      ...{ key: `region=${place}`, slice: { region: String(place) }, points: points(place, 8) },
    })),
    whole: points(-1, 8 * series),
  };
}

let server: TestServer;
let warehouse: Warehouse;
const threads = new DetectThreads(2);

beforeAll(async () => {
  server = await startTestServer();
  warehouse = server.app.get<Warehouse>(WAREHOUSE);
});
afterAll(async () => {
  await threads.close();
  await server.stop();
});
beforeEach(() => (ruleId += 1));

const stored = () => warehouse.rows(baselines(ruleOf(1).id, '2020-01-06'));
const twice = ({ rates, ...baseline }: Baseline): Baseline => ({
  ...baseline,
  rates: rates.map((rate) => rate && 2 * rate),
});

/** What a server that has just started expects of each series on the last day; it stores what it fitted. */
async function expectedAfterStart(rule: EvaluatedRule, given: RuleFamily): Promise<(number | null)[]> {
  const verdicts = new KeptVerdicts(threads, warehouse);
  const { verdictsOf } = await verdicts.judged(rule, given, FROM);
  await verdicts.saveBaselines();
  return given.series.map((series) => verdictsOf(series).find(({ at }) => at === LAST)?.expected ?? null);
}

it.each([3, MANY])(
  'the fits of %i series are stored once a week, and serve a server that starts anew',
  async (series) => {
    const rule = ruleOf(1);
    const fitted = await expectedAfterStart(rule, family(series, undefined));
    const weeks = new Set(Array.from({ length: 10 }, (_, i) => weekStart(addCalendarDays(FROM, i))));
    const rows = await stored();
    expect(new Set(rows.map(({ week }) => week))).toEqual(weeks);
    expect(rows).toHaveLength((series + 1) * weeks.size); // and those of the whole
    expect(await expectedAfterStart(rule, family(series, undefined))).toEqual(fitted);
    expect(await stored()).toEqual(rows);

    // Were they fitted again, nobody would see what is stored.
    await saveBaselines(warehouse, rule.id, rows.map(twice));
    const doubled = await expectedAfterStart(rule, family(series, undefined));
    doubled.forEach((expected, i) => expect(expected).toBeCloseTo(2 * (fitted[i] ?? NaN), 6));
    // An other version of the rule learns from the same days in the same way.
    expect(await expectedAfterStart(ruleOf(2), family(series, undefined))).toEqual(doubled);
  },
);

it('a correction of the days that were learned from leads to a fit of its own, one of yesterday does not', async () => {
  const rule = ruleOf(1);
  const before = await expectedAfterStart(rule, family(3, undefined));
  const count = (await stored()).length;
  const yesterday = await expectedAfterStart(rule, family(3, { day: DAYS - 2, cases: 40 }));
  expect(yesterday).toEqual(before);
  expect(await stored()).toHaveLength(count);
  const corrected = await expectedAfterStart(rule, family(3, { day: 300, cases: 4 }));
  expect(corrected.slice(1)).toEqual(before.slice(1));
  expect(corrected[0]).not.toBe(before[0]);
  expect((await stored()).length).toBeGreaterThan(count);
});
