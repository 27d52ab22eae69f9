import { defaultPolicy } from '@tocsin/alerting';
import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import { SeriesRule } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import { afterAll, expect, it } from 'vitest';
import { type EvaluatedRule, isEvaluated } from './evaluated-rule.ts';
import { KeptVerdicts } from './kept-verdicts.ts';
import { DetectThreads } from './threads/detect-threads.ts';
import { type RuleFamily, ruleSignals } from './rule-signals.ts';

const FIRST = '2023-01-02';
const DAYS = 900;
const FROM = addCalendarDays(FIRST, DAYS - 10);

function evaluated(version: number): EvaluatedRule {
  const rule = SeriesRule.parse({
    ...{ id: 'region-day', version, label: { zh: '地区', en: 'Region' }, measure: 'complaints', grain: 'day' },
    ...{ split: [{ dimension: 'region' }], detector: { name: 'daily-regression' } },
  });
  if (!isEvaluated(rule)) throw new Error('not evaluated');
  return rule;
}

/** Counts of three regions; the newest day of each is made anew every time, as after an import. */
function family(newest: readonly number[]): RuleFamily {
  const points = (last: number, level: number) =>
    Array.from({ length: DAYS }, (_, i) => ({
      ...{
        at: addCalendarDays(FIRST, i),
        count: i === DAYS - 1 ? last : level + ((i * 7) % 5),
        complete: i < DAYS - 1,
      },
    }));
  const series = newest.map((last, i) => ({
    key: `region=${i}`,
    slice: { region: String(i) },
    points: points(last, 8),
  }));
  const sum = newest.reduce((all, one) => all + one, 0);
  return { series, whole: points(sum, 8 * newest.length) };
}

const rule = evaluated(1);
const options = { from: FROM, at: new Date(0), levels: defaultPolicy.levels };

const threads = new DetectThreads(2);
afterAll(() => threads.close());

it('series whose points have not changed keep their verdicts, the others are judged anew', async () => {
  const kept = new KeptVerdicts(threads);
  const [before, after] = [family([10, 10, 10]), family([10, 40, 10])];
  const { verdictsOf: first } = await kept.judged(rule, before, FROM);
  const judged = before.series.map((one) => first(one));
  const { verdictsOf: second } = await kept.judged(rule, after, FROM);
  const again = after.series.map((one) => second(one));
  expect(again.map((verdicts, i) => verdicts === judged[i])).toEqual([true, false, true]);
  expect(again[1]!.at(-1)).toMatchObject({ verdict: 'excess', observed: 40 });
});

it('what is kept leads to the same signals as judging everything', async () => {
  const kept = new KeptVerdicts(threads);
  await kept.judged(rule, family([10, 10, 10]), FROM);
  const now = family([10, 40, 10]);
  const { verdictsOf } = await kept.judged(rule, now, FROM);
  expect(ruleSignals(rule, now, { ...options, verdictsOf })).toEqual(ruleSignals(rule, now, options));
});

it('only buckets in which a verdict has changed are told again, and all of them until they have been written', async () => {
  const kept = new KeptVerdicts(threads);
  const buckets = async (of: RuleFamily, written: boolean) => {
    const judged = await kept.judged(rule, of, FROM);
    const found = ruleSignals(rule, of, { ...options, ...judged });
    if (written) judged.told.settle();
    return new Set(found.map(({ bucket }) => bucket)).size;
  };
  const [before, after] = [family([10, 10, 10]), family([10, 40, 10])];
  const all = await buckets(before, false);
  expect(all).toBe(10);
  expect(await buckets(before, true)).toBe(all);
  expect(await buckets(before, true)).toBe(0);
  expect(await buckets(after, false)).toBe(1);
  expect(await buckets(after, true)).toBe(1);
  expect(await buckets(after, true)).toBe(0);
});

it('many series are judged on threads, with all that is known of their points, and alike', async () => {
  const many = family(Array.from({ length: 70 }, (_, i) => (i % 9 === 0 ? 40 : 8)));
  const series = many.series.map((one, i) => ({ ...one, points: one.points.map((point) => withMarks(point, i)) }));
  const now: RuleFamily = { ...many, series, holidays: { 2024: { off: { '2024-03-04': 'tomb-sweeping' }, work: {} } } };
  const { verdictsOf } = await new KeptVerdicts(threads).judged(rule, now, FROM);
  expect(ruleSignals(rule, now, { ...options, verdictsOf })).toEqual(ruleSignals(rule, now, options));
}, 60_000);

const STORM = { zh: '风暴', en: 'the storm' };

/** A gap and the recovery after it, an event, exposure and maturity: each in some of the series. */
function withMarks(point: Point, series: number): Point {
  const day = daysBetween(FIRST, point.at);
  if (series % 3 === 0 && day >= 400 && day < 403) return { ...point, count: null };
  if (series % 3 === 0 && day === 403) return { ...point, isRecovery: true };
  if (series % 5 === 0 && day === 500) return { ...point, count: 90, isEvent: true, event: STORM };
  if (series % 7 === 0) return { ...point, exposure: 1 + day / DAYS };
  return series % 4 === 0 && day > DAYS - 4 ? { ...point, maturity: 0.8 } : point;
}

it('a new version of the rule, another first bucket and other holidays begin anew', async () => {
  const kept = new KeptVerdicts(threads);
  const one = family([10, 10, 10]);
  const first = async (version: EvaluatedRule, of: RuleFamily, from: string) =>
    (await kept.judged(version, of, from)).verdictsOf(one.series[0]!);
  const known = await first(rule, one, FROM);
  expect(await first(rule, one, FROM)).toBe(known);
  expect(await first(evaluated(2), one, FROM)).not.toBe(known);
  expect(await first(rule, one, addCalendarDays(FROM, 1))).toHaveLength(9);
  expect(await first(rule, { ...one, holidays: { 2031: { off: {}, work: {} } } }, FROM)).not.toBe(known);
});
