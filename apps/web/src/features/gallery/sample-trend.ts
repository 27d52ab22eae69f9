import type { EvidencePoint, Trend, TrendPoint } from '@tocsin/charts';
import type { AlertEvent } from '@tocsin/contracts';
import type { ExhibitState } from './exhibits.ts';
import { LAST, arrivals, complaints, expected, isGap, upper, weeks, yearBefore } from './sample-figures.ts';

/** The weeks of an exhibit: the one that still runs is only there where that is what is shown. */
export const shownWeeks = (state: ExhibitState): readonly string[] =>
  state === 'unfinished' ? weeks : weeks.slice(0, LAST);
export const valueIn = (state: ExhibitState, values: readonly number[], index: number): number | null =>
  state === 'gap' && isGap(index) ? null : (values[index] ?? null);
export const isComplete = (state: ExhibitState, index: number): boolean => state !== 'unfinished' || index !== LAST;

/** Half a year of weeks against the year before, with the warnings of September. */
export function sampleTrend(state: ExhibitState, words: { warning: string; note: string }): Trend {
  const points = shownWeeks(state).map((at, index): TrendPoint => ({
    ...{ at, value: valueIn(state, complaints, index), before: yearBefore[index] ?? null },
    ...{ complete: isComplete(state, index), nowcast: state === 'immature' ? arrivals.get(index) : undefined },
    band: { lower: 2 * (expected[index] ?? 0) - (upper[index] ?? 0), upper: upper[index] ?? 0 },
  }));
  return {
    points,
    marks: [
      { at: weeks[20] ?? '', level: 'orange', count: 2, label: words.warning },
      { at: weeks[21] ?? '', level: 'blue', count: 1, label: words.warning },
    ],
    selected: { from: weeks[18] ?? '', until: weeks[22] ?? '' },
    notes: [{ at: weeks[18] ?? '', text: words.note }],
  };
}

/** What a warning saw of the same weeks: the first without an expectation, two in excess. */
export function sampleEvidence(state: ExhibitState): readonly EvidencePoint[] {
  return shownWeeks(state).map((at, index): EvidencePoint => {
    const observed = valueIn(state, complaints, index);
    const isNew = index < 4;
    const bound = upper[index] ?? 0;
    const verdict =
      observed === null ? 'no-data' : isNew ? 'too-little-history' : observed > bound ? 'excess' : 'normal';
    return {
      ...{ at, observed, verdict, complete: isComplete(state, index), note: null, pValue: null, score: null },
      ...{ expected: isNew ? null : (expected[index] ?? null), upper: isNew ? null : bound },
    };
  });
}

/** How that warning went: orange in the first week, down to yellow in the second. */
export const sampleEvents: readonly Pick<AlertEvent, 'bucket' | 'level'>[] = [
  { bucket: weeks[20] ?? '', level: 'orange' },
  { bucket: weeks[21] ?? '', level: 'yellow' },
];
