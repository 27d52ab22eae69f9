import type { GetTargetsReply } from '@tocsin/contracts';

type Target = GetTargetsReply['targets'][number];

/** Places on a bar from 0 to 100, in percent of its length. */
export interface Bullet {
  readonly actual: number;
  readonly target: number;
  readonly likely?: { readonly from: number; readonly until: number };
  readonly wide?: { readonly from: number; readonly until: number };
}

/** A little air behind the last mark. */
const AIR = 1.06;

/** A target as a bar: what has come, where the year will end, and where it should. Percentages run to a hundred. */
export function bulletOf({ actual, target, forecast }: Target, isPercent: boolean): Bullet {
  const longest = isPercent ? 100 : AIR * Math.max(target, actual ?? 0, forecast?.wide.upper ?? 0, Number.MIN_VALUE);
  const place = (value: number) => Math.min(100, Math.max(0, (100 * value) / longest));
  const between = ({ lower, upper }: { lower: number; upper: number }) => ({ from: place(lower), until: place(upper) });
  return {
    actual: place(actual ?? 0),
    target: place(target),
    ...(forecast && { likely: between(forecast.likely), wide: between(forecast.wide) }),
  };
}

/** Whether a target holds as things stand: by the forecast where there is one, else by what has come; null if unknown. */
export function holds({ actual, target, forecast }: Target, worse: 'more' | 'less' | 'neither'): boolean | null {
  const value = forecast?.expected ?? actual;
  if (value === null || worse === 'neither') return null;
  return worse === 'more' ? value <= target : value >= target;
}
