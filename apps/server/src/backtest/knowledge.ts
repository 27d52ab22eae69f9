import type { IsoDay, Sentence } from '@tocsin/contracts';
import { type BatchArrival, STILL_KNOWN } from '@tocsin/warehouse';

/** A file about a longer time, or one that came so long after it, did not come day by day. */
const LONGEST_SPAN_DAYS = 62;
const LONGEST_LAG_DAYS = 31;
/** For so long after the first batch of all, a company is still loading its past. */
const LOADING_S = 31 * 86_400;
/** More moments a day than this are looked at by the hour: whoever sends every minute is not judged every minute. */
const MOST_A_DAY = 12;

/** What is known about how a company's data came to be known. */
export interface KnowledgePlan {
  readonly history: readonly string[];
  readonly roundTo: number;
  /** Batches that came as they came: moments follow them. */
  readonly live: readonly BatchArrival[];
  /** What feeds delivered: a file of history is a delivery as well, at the moment at which it came. */
  readonly deliveries: readonly BatchArrival[];
  /** When anything was first seen, in unix seconds; undefined without any data. */
  readonly firstSeen: number | undefined;
  readonly notes: readonly Sentence[];
}

/**
 * How data came to be known, as a back-test of a time from `from` (unix seconds) on needs it. Files of history that came
 * after that moment tell nothing of when their rows would have been known: their rows are taken as known the midnight
 * after they were received, as they are now. Everything else counts from when it was seen.
 */
export function knowledgePlan(arrivals: readonly BatchArrival[], from: number, until: number): KnowledgePlan {
  const firstSeen = arrivals[0]?.knownFrom;
  const isHistory = (one: BatchArrival) => isOfHistory(one, { knownFrom: one.knownFrom, from, firstSeen });
  const history = arrivals.filter((one) => one.rows > 0 && isHistory(one));
  const live = arrivals.filter((one) => !history.includes(one));
  const within = live.filter(({ knownFrom }) => knownFrom >= from && knownFrom < until).length;
  const isDense = within > (MOST_A_DAY * Math.max(1, until - from)) / 86_400;
  return {
    history: history.map(({ batchId }) => batchId),
    roundTo: isDense ? 3600 : 1,
    live,
    deliveries: arrivals.filter(({ feed }) => feed !== ''),
    firstSeen,
    notes: [...(history.length === 0 ? [] : [historyNote(history)]), ...(isDense ? [byTheHour] : [])],
  };
}

/** The moment (unix seconds) from which on is replayed, and when anything was first seen. */
export interface ReplayedFrom extends Pick<KnowledgePlan, 'firstSeen'> {
  readonly from: number;
}

/** The first whole second at which something said at a moment (ISO) was known. */
export const secondsOf = (at: string): number => Math.ceil(Date.parse(at) / 1000);

/** Whether what came at a moment did not come day by day: it is about a longer time, or came long after it while the past was loaded. */
export const isOfHistory = (
  { spanDays, lagDays }: Pick<BatchArrival, 'spanDays' | 'lagDays'>,
  { knownFrom, from, firstSeen }: ReplayedFrom & { readonly knownFrom: number },
): boolean =>
  knownFrom > from &&
  (spanDays > LONGEST_SPAN_DAYS || (lagDays > LONGEST_LAG_DAYS && knownFrom <= (firstSeen ?? 0) + LOADING_S));

/** What is said of leading counts that came as history; nothing where there are none. */
export const leadingNotes = (rows: number): Sentence[] =>
  rows === 0
    ? []
    : [
        {
          zh: `先行指标有 ${rows} 行随历史数据导入，当时何时知晓已无记录：这些行按其日期次日零时计入。`,
          en: `${rows} rows of leading counts came in with files of history, and nothing tells when they would have been known: they count from the midnight after their day.`,
        },
      ];

function historyNote(history: readonly BatchArrival[]): Sentence {
  const rows = history.reduce((sum, one) => sum + one.rows, 0);
  return {
    zh: `${history.length} 个历史数据文件（${rows} 行）在回测期开始之后才导入，当时何时知晓已无记录：这些行按受理次日零时、以现有内容计入。`,
    en: `${history.length} files of history (${rows} rows) came in after this period began, and nothing tells when their rows would have been known: they count from the midnight after they were received, as they are now.`,
  };
}

const byTheHour: Sentence = {
  zh: '数据每天送达多次：回测按整点判断，预警的时刻最多晚一小时。',
  en: 'Data came many times a day: it is judged by the hour, so that moments are up to an hour late.',
};

/** Batches that came or went at a moment: the first month whose figures they changed. */
export function changedAt(live: readonly BatchArrival[], roundTo: number): ReadonlyMap<number, IsoDay> {
  const months = new Map<number, IsoDay>();
  const note = (seconds: number, month: IsoDay) => {
    const moment = Math.ceil(seconds / roundTo) * roundTo;
    const known = months.get(moment);
    if (known === undefined || month < known) months.set(moment, month);
  };
  for (const { knownFrom, knownUntil, firstMonth } of live) {
    if (firstMonth === null) continue;
    note(knownFrom, firstMonth);
    if (knownUntil < STILL_KNOWN) note(knownUntil, firstMonth);
  }
  return months;
}
