import type {
  Dimension,
  GetBreakdown,
  GetExcess,
  GetExpectation,
  GetHeatMap,
  GetIndicators,
  GetRanking,
  GetSeries,
  Grain,
  MeasureId,
} from '@tocsin/contracts';
import { call, type Query } from '../../api/request.ts';
import { dayCell, numberCell, requestTable, textCell } from '../../api/request-table.ts';

export interface SeriesPoint {
  readonly at: string;
  readonly split: string;
  readonly value: number | null;
  /** The same bucket of the comparison asked for; null where there is none. */
  readonly compared: number | null;
  readonly complete: boolean;
}

export interface BreakdownRow {
  readonly code: string;
  readonly value: number | null;
  /** What the value is made of: the denominator of a ratio, otherwise the cases counted. */
  readonly cases: number;
  readonly yearBefore: number | null;
  readonly periodBefore: number | null;
}

export const comparisons = ['none', 'year', 'period', 'lunar'] as const;
export type Comparison = (typeof comparisons)[number];

export interface SeriesQuestion {
  readonly by: Grain;
  readonly measure?: MeasureId;
  readonly split?: Dimension | undefined;
  readonly level?: number | undefined;
  readonly top?: number | undefined;
  readonly compare?: Exclude<Comparison, 'none'> | undefined;
}

export interface BreakdownQuestion {
  readonly by: Dimension;
  readonly measure?: MeasureId;
  readonly level?: number | undefined;
  readonly limit?: number;
}

export async function fetchSeries(
  filter: Query,
  question: SeriesQuestion,
  signal?: AbortSignal,
): Promise<SeriesPoint[]> {
  const path: (typeof GetSeries)['path'] = '/api/v1/series';
  const rows = await requestTable(path, 'points', { query: { ...filter, ...question }, signal });
  return rows.map(({ at, split, value, compared, complete }) => ({
    at: dayCell(at),
    split: textCell(split),
    value: numberCell(value),
    compared: numberCell(compared),
    complete: Number(complete) !== 0,
  }));
}

export async function fetchBreakdown(
  filter: Query,
  question: BreakdownQuestion,
  signal?: AbortSignal,
): Promise<BreakdownRow[]> {
  const path: (typeof GetBreakdown)['path'] = '/api/v1/breakdown';
  const rows = await requestTable(path, 'rows', { query: { ...filter, ...question }, signal });
  return rows.map(({ code, value, cases, yearBefore, periodBefore }) => ({
    code: textCell(code),
    value: numberCell(value),
    cases: numberCell(cases) ?? 0,
    yearBefore: numberCell(yearBefore),
    periodBefore: numberCell(periodBefore),
  }));
}

export const fetchExpectation = (query: Query, signal?: AbortSignal) =>
  call<typeof GetExpectation>('GET', '/api/v1/expectation', { query, signal });

export const fetchExcess = (query: Query, signal?: AbortSignal) =>
  call<typeof GetExcess>('GET', '/api/v1/excess', { query, signal });

export interface HeatMapQuestion {
  readonly by: Dimension;
  readonly across: Dimension;
  readonly acrossLevel?: number | undefined;
  readonly measure?: MeasureId;
  readonly top?: number;
}

export interface HeatMapCell {
  readonly code: string;
  readonly across: string;
  readonly value: number | null;
  readonly cases: number;
}

export async function fetchHeatMap(
  filter: Query,
  question: HeatMapQuestion,
  signal?: AbortSignal,
): Promise<HeatMapCell[]> {
  const path: (typeof GetHeatMap)['path'] = '/api/v1/heat-map';
  const rows = await requestTable(path, 'cells', { query: { ...filter, ...question }, signal });
  return rows.map(({ code, across, value, cases }) => ({
    code: textCell(code),
    across: textCell(across),
    value: numberCell(value),
    cases: numberCell(cases) ?? 0,
  }));
}

export const fetchRanking = (query: Query, signal?: AbortSignal) =>
  call<typeof GetRanking>('GET', '/api/v1/ranking', { query, signal });

export const fetchIndicators = (query: Query, signal?: AbortSignal) =>
  call<typeof GetIndicators>('GET', '/api/v1/indicators', { query, signal });
