import type { Measure } from '@tocsin/contracts';

/** How a figure moved against an earlier one, in the form in which it may honestly be said. */
export type Change = (
  | { readonly kind: 'ratio'; readonly ratio: number }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'both'; readonly before: number; readonly value: number }
) & { readonly verdict: 'better' | 'worse' | 'same'; readonly isUp: boolean };

/** Below this many cases a percentage says nothing, and both counts are shown. */
const SMALL_BASE = 10;
/** Past this a percentage no longer reads (1.49 万 → 59.55 万). */
const HUGE_RATIO = 9;

/** Null when either figure is unknown. Percentages differ in points; counts from a small base show both values. */
export function changeOf(measure: Measure, value: number | null, before: number | null): Change | null {
  if (value === null || before === null) return null;
  const difference = value - before;
  const direction = { isUp: difference > 0, verdict: verdictOf(measure, difference) };
  if (measure.unit.en === '%') return { kind: 'points', points: difference, ...direction };
  const ratio = difference / before;
  const isSmall = measure.kind === 'sum' && before < SMALL_BASE;
  if (before === 0 || isSmall || ratio > HUGE_RATIO) return { kind: 'both', before, value, ...direction };
  return { kind: 'ratio', ratio, ...direction };
}

function verdictOf({ worse }: Measure, difference: number): Change['verdict'] {
  if (difference === 0 || worse === 'neither') return 'same';
  return difference > 0 === (worse === 'more') ? 'worse' : 'better';
}
