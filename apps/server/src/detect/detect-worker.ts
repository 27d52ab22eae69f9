import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { comesAfterRequests } from '../threads/comes-after-requests.ts';
import { type JudgedSeries, judgedBy } from './baselines/judged-series.ts';
import type { KnownBaseline } from './baselines/series-baselines.ts';
import type { EvaluatedRule } from './evaluated-rule.ts';
import { type JudgeSeries, judgedSeries } from './series-verdicts.ts';
import { type PointColumns, pointsOnDays } from './threads/point-columns.ts';

/** One series on its way to a thread; its fits are taken from `known`, where that is given. */
export interface SeriesTask {
  readonly columns: PointColumns;
  readonly known: readonly KnownBaseline[] | undefined;
}

/** Some series of one family, to be judged by its rule. */
export interface JudgeTask {
  /** The same for all tasks of one family in one run: what they have in common is worked out once a thread. */
  readonly run: string;
  readonly rule: EvaluatedRule;
  readonly from: IsoDay;
  readonly holidays: HolidayTable | undefined;
  readonly days: readonly IsoDay[];
  readonly whole: PointColumns;
  readonly series: readonly SeriesTask[];
}

comesAfterRequests();

let last: { readonly run: string; readonly judge: JudgeSeries } | undefined;

/** What comes out for each series, in their order. */
export default function judgeBatch({ run, rule, from, holidays, days, whole, series }: JudgeTask): JudgedSeries[] {
  if (last?.run !== run) {
    const family = { series: [], whole: pointsOnDays(days, whole), ...(holidays === undefined ? {} : { holidays }) };
    last = { run, judge: judgedSeries(rule, family, from) };
  }
  const { judge } = last;
  return series.map(({ columns, known }) => judgedBy(judge, pointsOnDays(days, columns), known));
}
