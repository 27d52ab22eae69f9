import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay, Verdict } from '@tocsin/contracts';
import { comesAfterRequests } from '../threads/comes-after-requests.ts';
import type { EvaluatedRule } from './evaluated-rule.ts';
import { type JudgeSeries, judgedSeries } from './series-verdicts.ts';
import { type PointColumns, pointsOnDays } from './threads/point-columns.ts';

/** Some series of one family, to be judged by its rule. */
export interface JudgeTask {
  /** The same for all tasks of one family in one run: what they have in common is worked out once a thread. */
  readonly run: string;
  readonly rule: EvaluatedRule;
  readonly from: IsoDay;
  readonly holidays: HolidayTable | undefined;
  readonly days: readonly IsoDay[];
  readonly whole: PointColumns;
  readonly series: readonly PointColumns[];
}

comesAfterRequests();

let last: { readonly run: string; readonly judge: JudgeSeries } | undefined;

/** The verdicts of each series, in their order. */
export default function judgeBatch({
  run,
  rule,
  from,
  holidays,
  days,
  whole,
  series,
}: JudgeTask): (readonly Verdict[])[] {
  if (last?.run !== run) {
    const family = { series: [], whole: pointsOnDays(days, whole), ...(holidays === undefined ? {} : { holidays }) };
    last = { run, judge: judgedSeries(rule, family, from) };
  }
  const { judge } = last;
  return series.map((columns) => judge(pointsOnDays(days, columns)));
}
