import { addCalendarDays, monthStart } from '@tocsin/calendar';
import { type IsoDay, type Translation, rates } from '@tocsin/contracts';
import { type RatesOfSlice, askedFor } from '@tocsin/warehouse';
import { cutAt, withinCut } from '../circumstances/told-cells.ts';
import { type ToldExposure, exposureBy } from '../circumstances/told-exposure.ts';
import type { CountsReader } from '../detect/kept-counts.ts';
import type { RatesAsked } from '../detect/rates/rate-family.ts';

/** A slice on its way: what lies above and below the line, by the first day of the month. */
interface Gathered {
  readonly codes: string[];
  readonly cases: Map<IsoDay, number>;
  readonly exposure: Map<IsoDay, number>;
}

/**
 * What published rates are made of by the counts and the exposure of a past moment, as `ratesBySlice` tells it of now: rows
 * of exposure with their codes told as they were then.
 */
export async function asOfRates(
  { measure, filter, split, from, until }: RatesAsked,
  known: { readonly counts: CountsReader; readonly exposure: ToldExposure; readonly translation: Translation },
): Promise<RatesOfSlice[]> {
  const { numerator, denominator, basis } = rates[measure];
  const { basis: _own, ...where } = filter;
  const slices = new Map<string, Gathered>();
  const sliceOf = (codes: string[]): Gathered => {
    const key = JSON.stringify(codes);
    const slice = slices.get(key) ?? { codes, cases: new Map(), exposure: new Map() };
    slices.set(key, slice);
    return slice;
  };
  for (const row of await known.counts.read({ sum: numerator, basis, where, split, from, until })) {
    const { cases } = sliceOf([...row.codes]);
    row.days.forEach((day, i) => add(cases, monthStart(addCalendarDays(from, day)), row.counts[i] ?? 0));
  }
  const isAsked = withinCut(askedFor(where, known.translation));
  for (const cells of exposureBy(known.exposure, { where, split })) {
    const [month = '', figure = ''] = [cells['month'], cells[denominator]];
    if (figure === '' || month < from || month >= until || !isAsked(cells)) continue;
    const codes = split.map(({ dimension, level }) => cutAt(dimension, cells[dimension] ?? '', level));
    add(sliceOf(codes).exposure, month, Number(figure));
  }
  return [...slices.values()].map(rowOf);
}

const add = (sums: Map<IsoDay, number>, month: IsoDay, value: number) =>
  sums.set(month, (sums.get(month) ?? 0) + value);

function rowOf({ codes, cases, exposure }: Gathered): RatesOfSlice {
  const months = [...new Set([...cases.keys(), ...exposure.keys()])].sort();
  return {
    ...{ codes, months, cases: months.map((month) => cases.get(month) ?? 0) },
    exposure: months.map((month) => exposure.get(month) ?? null),
  };
}
