import { Readable } from 'node:stream';
import { addCalendarDays } from '@tocsin/calendar';
import { type IsoDay, dimensionCodeSets } from '@tocsin/contracts';
import { type FullRecord, createCompany } from '@tocsin/synthetic';
import { type Warehouse, applyBatch, dirtyMonths, insertVersions, rollUp } from '@tocsin/warehouse';
import { say } from '../measure/timing.ts';
import { versionRow } from './version-row.ts';

/** The splits of the rule that expands to these series. */
export const SPLIT = ['region', 'reason', 'line'] as const;
const CHUNK_CHARACTERS = 1 << 20;
const BATCH_ROWS = 500_000;

/** Region, reason and line of each series, the first ones varying slowest. */
export function manySlices(count: number): Slice[] {
  const [regions, reasons, lines] = SPLIT.map(
    (name) => dimensionCodeSets.find((set) => set.name === name)?.codes.map(({ code }) => code) ?? [],
  ) as [string[], string[], string[]];
  const provinces = regions.filter((code) => code.endsWith('0000'));
  const slices = reasons.flatMap((reason) =>
    lines.flatMap((line) => provinces.map((region) => ({ region, reason, line }))),
  );
  if (slices.length < count) throw new Error(`the shipped codes make ${slices.length} series, not ${count}`);
  return slices.slice(0, count);
}

export type Slice = Readonly<Record<(typeof SPLIT)[number], string>>;

/** Days `from ≤ day < until` of so many series, each with its own level and nothing unusual. Answers the rows stored. */
export async function storeManySeries(
  warehouse: Warehouse,
  slices: readonly Slice[],
  { from, days }: { readonly from: IsoDay; readonly days: number },
): Promise<number> {
  const rows = caseRows(slices, from, days);
  const progress = { rows: 0, isDone: false };
  while (!progress.isDone) {
    const batchId = `bench-${progress.rows}`;
    const first = progress.rows;
    await insertVersions(warehouse, Readable.from(batchChunks(rows, batchId, progress)), 'TabSeparated');
    if (progress.rows > first) await applyBatch(warehouse, batchId);
    say(`  ${progress.rows.toLocaleString('en')} rows stored`);
  }
  await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
  return progress.rows;
}

function* batchChunks(
  rows: Generator<FullRecord>,
  batchId: string,
  progress: { rows: number; isDone: boolean },
): Generator<Buffer> {
  const end = progress.rows + BATCH_ROWS;
  let text = '';
  while (progress.rows < end && !progress.isDone) {
    const next = rows.next();
    if (next.done === true) progress.isDone = true;
    else {
      text += versionRow(next.value, batchId, progress.rows);
      progress.rows += 1;
    }
    if (text.length < CHUNK_CHARACTERS && !progress.isDone) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

function* caseRows(slices: readonly Slice[], from: IsoDay, days: number): Generator<FullRecord> {
  const company = createCompany({ seed: 2026, complaints: 1000, from, until: addCalendarDays(from, days) });
  const template = company.complaintRows().next().value as FullRecord;
  let state = 20_261_101;
  // Park & Miller (1988): the same rows in every run.
  const chance = () => (state = (state * 48_271) % 0x7fffffff) / 0x7fffffff;
  let id = 0;
  for (let day = 0; day < days; day += 1) {
    const received = `${addCalendarDays(from, day)}T02:00:00Z`;
    const common = { ...template, received_at: received, arrived_at: received, updated_at: received, narrative: '' };
    for (const [place, slice] of slices.entries()) {
      // Knuth's Poisson; levels from one in twenty days to one a day and a half.
      const least = Math.exp(-(0.05 + 0.6 * ((place * 0.618_034) % 1)));
      for (let product = chance(); product > least; product *= chance()) {
        id += 1;
        yield { ...common, ...slice, complaint_id: `S${id}`, due_on: '', closed_at: '', answered_at: '' };
      }
    }
  }
}
