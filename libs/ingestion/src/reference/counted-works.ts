import type { GetWorksReply } from '@tocsin/contracts';
import { publishedPeriod } from './published-period.ts';
import type { ReferenceCells } from './read-row.ts';

type CountedWork = GetWorksReply['works'][number];

interface Asked {
  readonly from: string;
  readonly until: string;
  /** Empty: all. */
  readonly kind: readonly string[];
  /** Organisations whose offices are added up; empty: the whole company. */
  readonly organisation: readonly string[];
}

/**
 * Works counters by period, kind and metric, for periods that lie within the days asked about. A row that names no organisation
 * is the whole company's: where there is one, the branches' rows are parts of it and are not added on top.
 */
export function countedWorks(rows: readonly ReferenceCells[], asked: Asked): CountedWork[] {
  const groups = new Map<string, { work: Omit<CountedWork, 'value'>; whole: number[]; parts: number[] }>();
  for (const { period = '', kind = '', metric = '', organisation = '', value = '' } of rows) {
    const days = publishedPeriod(period);
    if (days === undefined || days.from < asked.from || days.until > asked.until) continue;
    if (asked.kind.length > 0 && !asked.kind.includes(kind)) continue;
    if (asked.organisation.length > 0 && !asked.organisation.some((code) => isBelow(organisation, code))) continue;
    const key = JSON.stringify([days.from, days.until, kind, metric]);
    const group = groups.get(key) ?? { work: { period, ...days, kind, metric }, whole: [], parts: [] };
    groups.set(key, group);
    (organisation === '' ? group.whole : group.parts).push(Number(value));
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { work, whole, parts }]) => ({ ...work, value: total(whole.length > 0 ? whole : parts) }));
}

const isBelow = (code: string, above: string): boolean => code === above || code.startsWith(`${above}.`);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
