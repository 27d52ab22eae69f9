import { addCalendarDays, addMonths, daysBetween } from '@tocsin/calendar';
import type { IsoDay, Translation } from '@tocsin/contracts';
import { askedFor, isExposureKnown } from '@tocsin/warehouse';
import { cutAt, withinCut } from '../circumstances/told-cells.ts';
import { type ToldExposure, exposureBy } from '../circumstances/told-exposure.ts';
import { inDigits } from '../detect/rule-signals.ts';
import { EXPOSURE_DAYS } from '../detect/scans/exposure-over.ts';
import { splitOver } from '../detect/scans/scan-places.ts';
import type { ScanQuestion } from '../detect/scans/scan-question.ts';

/**
 * Premium or policies of each place over the last year before the end of a question, as `exposureOver` tells it of now: rows
 * of exposure with their codes told as they were then. A month's figure is spread evenly over its days.
 */
export function asOfExposure(
  { over, offset, basis, where, periods }: ScanQuestion,
  {
    rows,
    today,
    translation,
  }: { readonly rows: ToldExposure; readonly today: IsoDay; readonly translation: Translation },
): ReadonlyMap<string, number> | undefined {
  if (offset === 'expected') return undefined;
  const until = periods.at(-1)?.until ?? today;
  const from = addCalendarDays(until, -EXPOSURE_DAYS);
  const split = [splitOver[over]] as const;
  const found = new Map<string, number>();
  if (!isExposureKnown({ filter: { ...where, basis }, splits: split })) return found;
  const [{ dimension, level }] = split;
  const isAsked = withinCut(askedFor(where, translation));
  for (const cells of exposureBy(rows, { where, split })) {
    const [month = '', figure = ''] = [cells['month'], cells[offset]];
    if (figure === '' || !isAsked(cells)) continue;
    const code = cutAt(dimension, cells[dimension] ?? '', level);
    const amount = Number(figure) * shareWithin(month, { from, until });
    if (code !== '' && amount > 0) found.set(code, (found.get(code) ?? 0) + amount);
  }
  return new Map([...found].map(([code, amount]) => [code, inDigits(amount)]));
}

/** The part of a month's days that lies in a period. */
function shareWithin(month: IsoDay, { from, until }: { readonly from: IsoDay; readonly until: IsoDay }): number {
  const next = addMonths(month, 1);
  const [first, end] = [month > from ? month : from, next < until ? next : until];
  return first < end ? daysBetween(first, end) / daysBetween(month, next) : 0;
}
