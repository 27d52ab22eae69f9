import { setImmediate as otherWork } from 'node:timers/promises';
import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import type { Period } from '@tocsin/warehouse';
import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import {
  GetExcess,
  type GetExcessQuery,
  type GetExcessReply,
  GetExpectation,
  type GetExpectationQuery,
  type GetExpectationReply,
} from '@tocsin/contracts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { comparable } from '../figures/comparable.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { checkPeriod, Today } from '../figures/period.ts';
import { bucketsOf } from '../indicators/spark-buckets.ts';
import { type Arrivals, ArrivalsService } from './arrivals.service.ts';
import { ExpectationsService } from './expectations.service.ts';
import { nowcastOfDays } from './nowcast-of-days.ts';
import type { SliceHistory } from './slice-history.ts';

/** A fit takes about a millisecond; after so many others get their turn. */
const FITS_AT_ONCE = 8;
const UNKNOWN = { expected: null, lower: null, upper: null };

/** What was to be expected: over time, and by the values of a dimension. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class ExpectationController {
  constructor(
    private readonly expectations: ExpectationsService,
    private readonly arrivals: ArrivalsService,
    private readonly figures: FiguresService,
    private readonly today: Today,
  ) {}

  @Get(GetExpectation.path)
  async overTime(
    @Query({ schema: GetExpectation.query }) { measure, by, ...filter }: GetExpectationQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetExpectationReply> {
    checkPeriod(filter);
    const provenance = await this.figures.provenanceOfQuestion({ measure, by, filter, scope: scope.organisations });
    const { elapsed } = comparable(filter, this.today.day);
    const found = await this.expectations.histories({ measure, filter, scope, split: [] }, elapsed.until);
    const arrivals = measure === 'complaints' ? await this.arrivals.now(scope) : undefined;
    const points: GetExpectationReply['points'] = [];
    for (const [index, bucket] of bucketsOf(filter, by).entries()) {
      const until = bucket.until < elapsed.until ? bucket.until : elapsed.until;
      const from = bucket.from > filter.from ? bucket.from : filter.from;
      const stretch =
        found && from < until
          ? found.slices[0]?.expected.between(found.indexOf(from), found.indexOf(until))
          : undefined;
      const coming = comingIn(found?.slices[0], arrivals, { from, until });
      points.push({ at: bucket.from, ...bounds(stretch), ...coming });
      if (index % FITS_AT_ONCE === FITS_AT_ONCE - 1) await otherWork();
    }
    return { points, provenance };
  }

  @Get(GetExcess.path)
  async byValue(
    @Query({ schema: GetExcess.query }) { measure, by, level, ...filter }: GetExcessQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetExcessReply> {
    checkPeriod(filter);
    const provenance = await this.figures.provenanceOfQuestion({
      measure,
      by,
      level,
      filter,
      scope: scope.organisations,
    });
    const { elapsed } = comparable(filter, this.today.day);
    const split = [{ dimension: by, level }];
    const found = await this.expectations.histories({ measure, filter, scope, split }, elapsed.until);
    const rows: GetExcessReply['rows'] = [];
    for (const [index, slice] of (found?.slices ?? []).entries()) {
      const observed = slice.observed(elapsed);
      const stretch = found && slice.expected.between(found.indexOf(elapsed.from), found.indexOf(elapsed.until));
      const chance =
        stretch === undefined
          ? null
          : observed >= stretch.expected
            ? stretch.chanceOfMore(observed)
            : stretch.chanceOfFewer(observed);
      if (observed > 0 || stretch !== undefined)
        rows.push({ code: slice.codes[0] ?? '', observed, ...bounds(stretch), chance });
      if (index % FITS_AT_ONCE === FITS_AT_ONCE - 1) await otherWork();
    }
    const excess = (row: (typeof rows)[number]) => row.observed - (row.expected ?? row.observed);
    rows.sort((a, b) => excess(b) - excess(a) || b.observed - a.observed || (a.code < b.code ? -1 : 1));
    return { rows, provenance };
  }
}

/** How much of the days has come in, and how many cases they will have in the end. */
function comingIn(slice: SliceHistory | undefined, arrivals: Arrivals | undefined, { from, until }: Period) {
  if (slice === undefined || arrivals === undefined || from >= until) return { maturity: null, nowcast: null };
  const days = Array.from({ length: daysBetween(from, until) }, (_, index) => addCalendarDays(from, index));
  return nowcastOfDays(
    days.map((day) => ({
      observed: slice.observed({ from: day, until: addCalendarDays(day, 1) }),
      age: arrivals.ageOf(day),
    })),
    arrivals.late,
  );
}

const bounds = (stretch: { expected: number; lower: number; upper: number } | undefined) =>
  stretch === undefined ? UNKNOWN : { expected: stretch.expected, lower: stretch.lower, upper: stretch.upper };
