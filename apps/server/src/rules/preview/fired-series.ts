import type { IsoDay, Level, PreviewRuleReply, SeriesRule, Slice } from '@tocsin/contracts';
import { type NameOf, decide, policyOf, sliceName } from '@tocsin/alerting';
import type { Signal } from '@tocsin/warehouse';

type Shown = PreviewRuleReply['series'][number];

/** A series of any kind: only its buckets matter, and whether all of each is known. */
export interface TriedSeries {
  readonly key: string;
  readonly slice: Slice;
  readonly points: readonly { readonly at: IsoDay; readonly complete: boolean }[];
}

/** A series with the highest level of each warning that it would have opened. */
export type FiredSeries = Shown & { readonly opened: readonly Level[] };

/** The series of a draft, those that fired most first, then the largest; each with its buckets. */
export function firedSeries(
  rule: SeriesRule,
  family: readonly TriedSeries[],
  signals: readonly Signal[],
  names: NameOf,
): FiredSeries[] {
  const bySeries = new Map<string, Signal[]>(family.map(({ key }) => [key, []]));
  for (const signal of signals) bySeries.get(signal.seriesKey)?.push(signal);
  const shown = family.map(({ key, slice, points }): FiredSeries => {
    const own = bySeries.get(key) ?? [];
    const opened = peaks(rule, own);
    const complete = new Map(points.map((point) => [point.at, point.complete]));
    return {
      ...{ key, slice, label: sliceName(slice, names), firings: opened.length, opened },
      points: own.map(({ bucket, observed, expected, upper, pValue, score, verdict, note, level }) => ({
        ...{ at: bucket, observed, expected, upper, pValue, score, verdict, note, level },
        complete: complete.get(bucket) ?? false,
      })),
    };
  });
  const size = ({ points }: Shown) => points.reduce((sum, { observed }) => sum + (observed ?? 0), 0);
  return shown.sort((one, other) => other.firings - one.firings || size(other) - size(one));
}

/** The highest level of each warning that the signals of one series would have opened. */
function peaks(rule: SeriesRule, signals: readonly Signal[]): Level[] {
  const found: Level[] = [];
  for (const { kind, after } of decide(signals, undefined, { grain: rule.grain, policy: policyOf(rule) })) {
    if (kind === 'opened') found.push(after.peakLevel);
    else found[found.length - 1] = after.peakLevel;
  }
  return found;
}

export function openedPerLevel(fired: readonly FiredSeries[]): PreviewRuleReply['firings']['byLevel'] {
  const byLevel = { blue: 0, yellow: 0, orange: 0, red: 0 };
  for (const { opened } of fired) for (const level of opened) byLevel[level] += 1;
  return byLevel;
}
