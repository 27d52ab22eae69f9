import { addMonths, monthStart } from '@tocsin/calendar';
import type { GetSaleCohortsReply, IsoDay } from '@tocsin/contracts';

interface Known {
  /** Data reach `firstDay ≤ day < until`. */
  readonly firstDay: IsoDay;
  readonly until: IsoDay;
  readonly cases: readonly { readonly month: string; readonly age: number; readonly cases: number }[];
  /** By sale month, `2026-01`. */
  readonly policies: ReadonlyMap<string, number | null>;
}

/** The first days of the sale months that end with the one before `until`, oldest first. */
export function saleMonths(until: IsoDay, months: number): IsoDay[] {
  const last = monthStart(until) === until ? addMonths(until, -1) : monthStart(until);
  return Array.from({ length: months }, (_, index) => addMonths(last, index - months + 1));
}

/** The development triangle: each cohort month by month, as far as data reach. A month with data and no case is 0. */
export function triangle(months: readonly IsoDay[], known: Known): GetSaleCohortsReply['cohorts'] {
  const found = new Map(known.cases.map(({ month, age, cases }) => [`${month} ${age}`, cases]));
  return months.map((first) => {
    const month = first.slice(0, 7);
    const policies = known.policies.get(month) ?? null;
    let total: number | null = 0;
    const cells: GetSaleCohortsReply['cohorts'][number]['cells'] = [];
    for (let age = 0; addMonths(first, age) < known.until; age += 1) {
      const [from, end] = [addMonths(first, age), addMonths(first, age + 1)];
      const cases = from < known.firstDay ? null : (found.get(`${month} ${age}`) ?? 0);
      total = cases === null || total === null ? null : total + cases;
      const per10k = total === null || policies === null || policies === 0 ? null : (total * 1e4) / policies;
      cells.push({ age, cases, total, per10k, mature: end <= known.until });
    }
    return { month, policies, cells };
  });
}
