import { addDays, monthStart, weekStart } from '../../i18n/days.ts';

export interface Period {
  readonly from: string;
  readonly until: string;
}

export const presets = [
  'last-week',
  'last-month',
  'this-month',
  'last-quarter',
  'last-12-months',
  'this-year',
  'last-year',
] as const;
export type Preset = (typeof presets)[number];

/**
 * The days of a preset, half-open. `edge` is the first day without data: "last" periods are whole and end at or before
 * it, "this" periods end there and are unfinished.
 */
export function presetPeriod(preset: Preset, edge: string): Period {
  const month = monthStart(edge);
  const yearOf = (years: number) => `${Number(edge.slice(0, 4)) + years}-01-01`;
  switch (preset) {
    case 'last-week':
      return { from: addDays(weekStart(edge), -7), until: weekStart(edge) };
    case 'last-month':
      return { from: monthStart(edge, -1), until: month };
    case 'this-month':
      return edge === month ? { from: monthStart(edge, -1), until: month } : { from: month, until: edge };
    case 'last-quarter': {
      const start = monthStart(edge, -((Number(edge.slice(5, 7)) - 1) % 3));
      return { from: monthStart(start, -3), until: start };
    }
    case 'last-12-months':
      return { from: monthStart(edge, -12), until: month };
    case 'this-year':
      return edge === yearOf(0) ? { from: yearOf(-1), until: yearOf(0) } : { from: yearOf(0), until: edge };
    case 'last-year':
      return { from: yearOf(-1), until: yearOf(0) };
  }
}

/** The preset that means just these days, or undefined when they were picked by hand. */
export const presetOf = ({ from, until }: Period, edge: string): Preset | undefined =>
  presets.find((preset) => {
    const period = presetPeriod(preset, edge);
    return period.from === from && period.until === until;
  });

/**
 * The first day without data: tomorrow at most, and no later than the day after the newest complaint. Without data,
 * today.
 */
export function dataEdge(today: string, newestDay: string | null): string {
  if (newestDay === null) return today;
  const afterNewest = addDays(newestDay, 1);
  const tomorrow = addDays(today, 1);
  return afterNewest < tomorrow ? afterNewest : tomorrow;
}
