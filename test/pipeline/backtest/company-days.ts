import { addCalendarDays, addMonths } from '@tocsin/calendar';
import type { CanonicalRecord } from '@tocsin/contracts';
import { createCompany } from '@tocsin/synthetic';

export const FROM = '2025-09-01';
/** On this morning the company starts to watch: all that was known by then comes in one file. */
export const STARTS = '2026-03-02';
export const UNTIL = '2026-03-24';
export const DAYS = Array.from({ length: 22 }, (_, i) => addCalendarDays(STARTS, i));

/** A branch that hands everything in so many days late, and how late one row in twenty of the others is. */
const LATE_REGION = '440000';
const DAYS_LATE = 9;

/**
 * What a company hands in each morning: the versions of the day before, in the order in which they were entered, with rows
 * that come late and corrections that move complaints to another region.
 */
export function morningFiles(): Map<string, string> {
  const company = createCompany({ seed: 7, complaints: 5_000, from: FROM, until: UNTIL });
  const files = new Map<string, string[]>();
  let count = 0;
  for (const record of company.complaintRows({ histories: true })) {
    count += 1;
    const entered = (record.updated_at ?? record.received_at).slice(0, 10);
    const isLate = record.region?.startsWith(LATE_REGION.slice(0, 2)) === true || count % 20 === 0;
    put(files, addCalendarDays(entered, isLate ? DAYS_LATE : 1), record);
    // One complaint in sixty was entered under the wrong region, which is noticed five days later.
    if (count % 60 === 0) {
      const day = addCalendarDays(entered, 5);
      put(files, addCalendarDays(day, 1), { ...record, region: '110000', updated_at: `${day}T15:00:00+08:00` });
    }
  }
  return new Map([...files].map(([day, lines]) => [day, lines.join('')]));
}

function put(files: Map<string, string[]>, day: string, record: CanonicalRecord): void {
  const morning = day < STARTS ? STARTS : day;
  const lines = files.get(morning);
  const line = `${JSON.stringify(record)}\n`;
  if (lines === undefined) files.set(morning, [line]);
  else lines.push(line);
}

/** So many complaints of one day in one region. */
export function burst(name: string, day: string, region: string, rows: number): string {
  const records = Array.from({ length: rows }, (_, i): CanonicalRecord => ({
    ...{ complaint_id: `${name}-${i}`, received_at: `${day}T10:00:00+08:00`, source: 'self', region },
    ...{ line: 'property.motor', link: 'claim', reason: 'claim.delay', organisation: '370000.02' },
  }));
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** A known event in the province of the burst, before it. */
export const JANUARY = {
  ...{ id: 'january', label: { zh: '一月雪灾', en: 'January snow' }, from: '2026-01-05', until: '2026-01-19' },
  slice: { region: '370000' },
};

const LAST = 23;

/** The business of two provinces over two years, one of which doubles; of the other the last month lacks a digit. */
export function volumes(): string {
  const months = Array.from({ length: LAST + 1 }, (_, i) => addMonths('2024-02-01', i).slice(0, 7));
  const rows = months.flatMap((month, i) => [
    `${month},370000,${i < LAST ? 1000 : 100}`,
    `${month},110000,${i < 12 ? 1000 : 2000}`,
  ]);
  return policies(rows);
}

/** The month as it should have been, and the one after it. */
export const laterVolumes = (): string => policies(['2026-01,370000,1000', '2026-02,370000,1000']);

const policies = (rows: readonly string[]) => ['month,region,policies', ...rows, ''].join('\n');

/** A limit of a published rate, by province. */
export const RATE_LIMIT = {
  ...{ kind: 'series', id: 'rate-limit', label: { zh: '万张保单投诉量上限', en: 'Limit per 10k policies' } },
  ...{ measure: 'per_10k_policies', grain: 'month', split: [{ dimension: 'region' }] },
  ...{ detector: { name: 'threshold', atLeast: 2000, level: 'orange' }, hysteresis: { calmPeriods: 1 } },
} as const;

/** Enquiries at the two centres of a province, by day. */
export const ENQUIRIES = {
  ...{ kind: 'series', id: 'enquiries-day', label: { zh: '咨询激增', en: 'More enquiries' } },
  ...{ measure: 'leading:enquiries', grain: 'day', split: [{ dimension: 'organisation', level: 2 }], minCount: 5 },
  ...{ detector: { name: 'ears-c2' }, hysteresis: { calmPeriods: 1 } },
} as const;

const SURGES: Readonly<Record<string, number>> = { '2026-03-09': 60, '2026-03-20': 70 };

/** The enquiries of these days at both centres, about a dozen each, with two surges at the second one. */
export function enquiries(days: readonly string[], surges = SURGES): string {
  const rows = days.flatMap((day, i) => {
    const usual = 10 + ((Number(day.slice(8)) * 5 + i) % 5);
    return [`${day},enquiries,370000.01,${usual}`, `${day},enquiries,370000.02,${surges[day] ?? usual + 1}`];
  });
  return ['day,series,organisation,count', ...rows, ''].join('\n');
}

/** The second centre of a province gives its business to the first. */
export const merger = (day: string): string =>
  [
    'code,zh,parent,from,until,successor',
    '370000,山东,,,,',
    '370000.01,一中支,370000,,,',
    `370000.02,二中支,370000,,${day},370000.01`,
    '',
  ].join('\n');
