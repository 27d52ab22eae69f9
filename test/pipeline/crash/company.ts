import type { CanonicalRecord } from '@tocsin/contracts';

/** A small generator with a seed (mulberry32): the same rows and the same moments in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const regions = ['110000', '340000', '370000', '370200', '440000', '510000'];
const lines = ['property.motor', 'life.traditional', 'life.critical-illness'];
const sources = ['regulator', 'self', 'other'];

const pad = (value: number) => String(value).padStart(2, '0');
const dayOf = (index: number) => `2026-${pad(1 + (index % 9))}-${pad(1 + (Math.floor(index / 9) % 28))}`;
const pick = <T>(values: readonly T[], chance: number): T => values[Math.floor(chance * values.length)] as T;

export interface Batch {
  readonly key: string;
  readonly rows: readonly CanonicalRecord[];
}

/**
 * Batches of new complaints, and among them corrections of earlier ones: another region, and now and then another
 * day of receipt, each with a higher version.
 */
export function batches(seed: number, count: number, rowsEach: number): Batch[] {
  const random = seeded(seed);
  const versions = new Map<number, number>();
  let next = 0;
  const newRow = (id: number): CanonicalRecord => {
    const version = (versions.get(id) ?? 0) + 1;
    versions.set(id, version);
    const moved = version > 1 && random() < 0.3;
    return {
      complaint_id: `C${id}`,
      version: String(version),
      received_at: `${dayOf(moved ? id + version : id)} 10:${pad(id % 60)}:00`,
      source: pick(sources, random()),
      region: pick(regions, random()),
      line: pick(lines, random()),
      narrative: `客户反映第${id}号事项，版本${version}，要求尽快处理。`,
    };
  };
  return Array.from({ length: count }, (_, batch) => ({
    key: `batch-${batch}`,
    rows: Array.from({ length: rowsEach }, () =>
      random() < 0.15 && next > 100 ? newRow(Math.floor(random() * next)) : newRow(next++),
    ),
  }));
}

/** What the tables must hold once every batch is in: the highest version of each complaint. */
export function truthOf(all: readonly Batch[]): Map<string, CanonicalRecord> {
  const truth = new Map<string, CanonicalRecord>();
  for (const row of all.flatMap(({ rows }) => rows)) {
    const known = truth.get(row.complaint_id ?? '');
    if (Number(row.version) > Number(known?.version ?? 0)) truth.set(row.complaint_id ?? '', row);
  }
  return truth;
}

/** `day region` → complaints. */
export function countByDayAndRegion(rows: Iterable<CanonicalRecord>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.received_at?.slice(0, 10) ?? ''} ${row.region ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export const toNdjson = (rows: readonly CanonicalRecord[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** The same rows as a file with a header; no value needs quotes. */
export function toCsv(rows: readonly CanonicalRecord[]): string {
  const columns = Object.keys(rows[0] ?? {}) as (keyof CanonicalRecord)[];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return `${columns.join(',')}\n${lines.join('\n')}\n`;
}
