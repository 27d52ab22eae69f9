/** One bar of a ranked list; lengths are shares of the longest thing drawn, 0–1. */
export interface Bar {
  readonly code: string;
  readonly value: number;
  readonly length: number;
  /** Where the comparison's tick stands, or null without a comparison. */
  readonly tick: number | null;
}

export interface BarInput {
  readonly code: string;
  readonly value: number | null;
  readonly before: number | null;
}

/** Bars sorted by value, largest first (ties by code, so that the order never flickers); rows without a value fall out. */
export function rankedBars(rows: readonly BarInput[], limit: number): Bar[] {
  const known = rows.filter((row): row is BarInput & { value: number } => row.value !== null);
  const kept = known.sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1)).slice(0, limit);
  const longest = Math.max(0, ...kept.flatMap(({ value, before }) => [value, before ?? 0]));
  const share = (value: number) => (longest === 0 ? 0 : value / longest);
  return kept.map(({ code, value, before }) => ({
    code,
    value,
    length: share(value),
    tick: before === null ? null : share(before),
  }));
}
