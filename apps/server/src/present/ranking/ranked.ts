import { type GetRankingReply, type MeasureId, measures } from '@tocsin/contracts';

interface Figure {
  readonly code: string;
  readonly value: number | null;
  readonly cases: number;
}

type Rows = GetRankingReply['rows'];

/**
 * Values in their places, from the worst on (the largest where neither way is bad), those without a place last. Equal
 * values share a place and the next one is left out, as in sports.
 */
export function ranked(measure: MeasureId, fewest: number, now: readonly Figure[], before: readonly Figure[]): Rows {
  const sign = measures[measure].worse === 'less' ? 1 : -1;
  const [places, placesBefore] = [now, before].map((figures) => placesOf(figures, fewest, sign));
  const valuesBefore = new Map(before.map(({ code, value }) => [code, value]));
  const rows = now.map(({ code, value, cases }) => ({
    ...{ code, value, cases },
    place: places?.get(code) ?? null,
    periodBefore: valuesBefore.get(code) ?? null,
    placeBefore: placesBefore?.get(code) ?? null,
  }));
  const last = Number.MAX_SAFE_INTEGER;
  return rows.sort((a, b) => (a.place ?? last) - (b.place ?? last) || b.cases - a.cases || (a.code < b.code ? -1 : 1));
}

function placesOf(figures: readonly Figure[], fewest: number, sign: 1 | -1): Map<string, number> {
  const placed = figures.flatMap(({ code, value, cases }) =>
    value === null || cases < fewest ? [] : [{ code, key: sign * value }],
  );
  const keys = placed.map(({ key }) => key);
  return new Map(placed.map(({ code, key }) => [code, 1 + keys.filter((other) => other < key).length]));
}
