import type { GetBreakdownReply, GetHeatMapReply, GetSeriesReply } from '@tocsin/contracts';
import type { WatchedServer } from '../flow/watched-server.ts';
import { type Grain, between, bucket, buckets, next, plus, plusMonths } from './plain-days.ts';
import type { Question } from './random-question.ts';
import { type RawTruth, type Split, inBuckets } from './raw-truth.ts';
import { parts } from './slow-figures.ts';

/** One figure: what it is, what it is compared with, whether its bucket has ended. */
export interface Cell {
  readonly value: number | null;
  readonly compared?: number | null;
  readonly complete?: number;
}
type Cells = Map<string, Cell>;

const TOP_OF_HEAT_MAP = 50;
/** Down the side of a heat map where the question has no split. */
const LINE: Split = { dimension: 'line' };

/** The answers of the product, by `place|code|across`. */
export async function asked(server: WatchedServer, question: Question): Promise<Cells> {
  const { form, measure, filter, from, until, by, split, across, compare } = question;
  const query = new URLSearchParams({ from, until, measure, basis: filter.basis });
  for (const [name, values] of Object.entries(filter))
    if (Array.isArray(values)) for (const value of values as string[]) query.append(name, value);
  if (form === 'series') {
    query.set('by', by);
    if (compare !== undefined) query.set('compare', compare);
    if (split !== undefined) query.set('split', split.dimension);
    if (split?.level !== undefined) query.set('level', String(split.level));
    const { points } = await server.get<GetSeriesReply>(`/api/v1/series?${query}`);
    return new Map(points.map(({ at, split: code, ...cell }) => [`${at}|${code}|`, cell]));
  }
  const main = split ?? (form === 'heat-map' ? LINE : across);
  query.set('by', main.dimension);
  if (main.level !== undefined) query.set('level', String(main.level));
  if (form === 'breakdown') {
    query.set('limit', '1000');
    const { rows } = await server.get<GetBreakdownReply>(`/api/v1/breakdown?${query}`);
    return new Map(
      rows.flatMap(({ code, value, yearBefore, periodBefore }): [string, Cell][] => [
        [`now|${code}|`, { value }],
        [`year|${code}|`, { value: yearBefore }],
        [`period|${code}|`, { value: periodBefore }],
      ]),
    );
  }
  query.set('across', across.dimension);
  query.set('top', String(TOP_OF_HEAT_MAP));
  if (across.level !== undefined) query.set('acrossLevel', String(across.level));
  const { cells } = await server.get<GetHeatMapReply>(`/api/v1/heat-map?${query}`);
  const kept = cells.filter(({ code, across: beside }) => code !== '…' && beside !== '…');
  return new Map(kept.map(({ code, across: beside, value }) => [`now|${code}|${beside}`, { value }]));
}

/** The same answers from the raw rows. */
export function expected(truth: RawTruth, question: Question, today: string): Cells {
  if (question.form === 'series') return expectedSeries(truth, question, today);
  return question.form === 'breakdown'
    ? expectedBreakdown(truth, question, today)
    : expectedHeatMap(truth, question, today);
}

function expectedSeries(truth: RawTruth, question: Question, today: string): Cells {
  const { measure, filter, from, until, by, split, compare } = question;
  const here = truth.figures(measure, filter, [split], inBuckets(from, until, by), today);
  const shift = compare === undefined ? undefined : shiftOf(question);
  const there =
    shift === undefined ? undefined : truth.figures(measure, filter, [split], besideOf(question, shift, today), today);
  const codes = new Set([...here.keys(), ...(there?.keys() ?? [])].map((key) => key.split('|')[1] ?? ''));
  if (split === undefined) codes.add('');
  const nothing = parts[measure].kind === 'sum' ? 0 : null;
  const cells: Cells = new Map();
  for (const at of buckets(from, until, by)) {
    const end = next(at, by);
    const isCovered = at <= truth.lastDay && end > truth.firstDay;
    const isKnown = shift !== undefined && shift.back(at) >= truth.firstDay;
    for (const code of codes) {
      const key = `${at}|${code}|`;
      cells.set(key, {
        value: isCovered ? (here.get(key)?.value ?? nothing) : null,
        compared: isKnown ? (there?.get(key)?.value ?? nothing) : null,
        complete: at >= from && end <= (until < today ? until : today) ? 1 : 0,
      });
    }
  }
  return cells;
}

interface Shift {
  readonly back: (day: string) => string;
  readonly forward: (day: string) => string;
}

const isFirst = (day: string): boolean => day.endsWith('-01');
const months = (from: string, until: string): number =>
  12 * (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
const byDays = (days: number): Shift => ({ back: (day) => plus(day, -days), forward: (day) => plus(day, days) });
const byMonths = (count: number): Shift => ({
  back: (day) => plusMonths(day, -count),
  forward: (day) => plusMonths(day, count),
});

function shiftOf({ compare, from, until, by }: Question): Shift {
  if (compare === 'year') return by === 'week' ? byDays(52 * 7) : byMonths(12);
  if (isFirst(from) && isFirst(until) && by !== 'week') return byMonths(months(from, until));
  const days = between(from, until);
  return byDays(by === 'week' ? Math.ceil(days / 7) * 7 : days);
}

/** Where a day of the other period goes: into the bucket of the day that it is compared with. */
function besideOf({ from, until, by }: Question, { back, forward }: Shift, today: string) {
  const end = until < today ? until : today < from ? from : today;
  const last = back(end);
  return (day: string): string | undefined => {
    if (day < back(from) || day >= last) return undefined;
    const partner = forward(day);
    return by === 'day' && back(partner) !== day ? undefined : bucket(partner, by as Grain);
  };
}

function comparisons({ from, until }: Question, today: string) {
  if (from >= today) return { now: [from, until], year: undefined, period: undefined };
  const isRunning = today > from && today < until;
  const end = isRunning ? today : until;
  const days = between(from, end);
  const year = plusMonths(from, -12);
  const before =
    isFirst(from) && isFirst(until) ? plusMonths(from, -months(from, until)) : plus(from, -between(from, until));
  const beforeEnd = !isRunning || plus(before, days) > from ? from : plus(before, days);
  return {
    now: [from, end],
    year: [year, isRunning ? plus(year, days) : plusMonths(until, -12)],
    period: [before, beforeEnd],
  };
}

function expectedBreakdown(truth: RawTruth, question: Question, today: string): Cells {
  const { measure, filter, split, across } = question;
  const cells: Cells = new Map();
  for (const [name, period] of Object.entries(comparisons(question, today))) {
    const [from = '', until = ''] = period ?? [];
    if (period === undefined || (name !== 'now' && from < truth.firstDay)) continue;
    const figures = truth.figures(
      measure,
      filter,
      [split ?? across],
      (day) => (day >= from && day < until ? name : undefined),
      today,
    );
    for (const [key, { value }] of figures) cells.set(key, { value });
  }
  return cells;
}

function expectedHeatMap(truth: RawTruth, question: Question, today: string): Cells {
  const { measure, filter, from, until, split, across } = question;
  const main = split ?? LINE;
  const figures = truth.figures(
    measure,
    filter,
    [main, across],
    (day) => (day >= from && day < until ? 'now' : undefined),
    today,
  );
  const keep = (part: 1 | 2): Set<string> => {
    const sizes = new Map<string, number>();
    for (const [key, { cases }] of figures) {
      const code = key.split('|')[part] ?? '';
      sizes.set(code, (sizes.get(code) ?? 0) + cases);
    }
    const inOrder = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return new Set(inOrder.slice(0, TOP_OF_HEAT_MAP).map(([code]) => code));
  };
  const [codes, besides] = [keep(1), keep(2)];
  const kept = [...figures].filter(([key]) => {
    const [, code = '', beside = ''] = key.split('|');
    return codes.has(code) && besides.has(beside);
  });
  return new Map(kept.map(([key, { value }]) => [key, { value }]));
}
