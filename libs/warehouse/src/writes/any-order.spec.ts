import { startEngine } from '@tocsin/engine';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Warehouse } from '../connection/warehouse.ts';
import { dirtyMonths } from '../queries/dirty-months.query.ts';
import { erasedKeys } from '../queries/erased-keys.query.ts';
import { identifier } from '../sql/identifier.ts';
import { sql } from '../sql/sql.ts';
import { type Cube, allCubes, cubeTables } from '../tables/cubes.ts';
import { countedByHand } from '../testing/counted-by-hand.ts';
import { dyingAt } from '../testing/dying-at.ts';
import { onEngine } from '../testing/on-engine.ts';
import { PlainHistory, complaintKey } from '../testing/plain-history.ts';
import { type VersionRow, putVersions } from '../testing/version-row.ts';
import { applyBatch } from './apply-batch.ts';
import { discardBatch } from './discard-batch.ts';
import { eraseComplaints } from './erase-complaints.ts';
import { rollUp } from './roll-up.ts';

const engine = onEngine(startEngine);

/** Histories tried in one run of the tests, always the same ones. */
const RUNS = 8;

const filled = [
  'complaint',
  'complaint_version',
  'settlement',
  'touched_month',
  'rolled_month',
  'erased',
  ...cubeTables,
] as const;

const KINDS = ['complaint', 'complaint', 'complaint', 'chaser', 'enquiry'];
const LINES = ['property.motor', 'life.annuity', ''];
const DAY = 86_400;
const START = Date.parse('2025-12-28T16:00:00Z') / 1000;

/** What a version says follows from its number alone: of one complaint, a version is always the same row. */
function rowOf(complaint: number, version: number): VersionRow {
  const pick = (salt: number, of: number): number => (complaint * 7919 + version * 104_729 + salt * 1_299_709) % of;
  const received_at = START + pick(1, 80) * DAY + pick(2, DAY);
  const isClosed = pick(3, 2) === 0;
  return {
    complaint_id: `C-${complaint}`,
    version,
    received_at,
    arrived_at: received_at + 3_600,
    kind: KINDS[pick(4, KINDS.length)] ?? '',
    source: ['regulator', 'self', 'other'][pick(5, 3)] ?? '',
    line: LINES[pick(6, LINES.length)] ?? '',
    report_region: ['110000', '440300'][pick(7, 2)] ?? '',
    is_repeat: pick(8, 4) === 0 ? 1 : 0,
    due_on: pick(9, 5) === 0 ? null : new Date((received_at + 15 * DAY) * 1000).toISOString().slice(0, 10),
    closed_at: isClosed ? received_at + pick(10, 30 * DAY) : null,
    answered_at: pick(12, 3) === 0 ? received_at + 3 * DAY : null,
    settlement: ['', 'ordinary', 'goodwill', 'mediation'][pick(13, 4)] ?? '',
    compensation: pick(14, 2) === 0 ? null : `${pick(15, 900)}.${String(pick(16, 100)).padStart(2, '0')}`,
    satisfaction: pick(17, 3) === 0 ? null : 1 + pick(18, 5),
    complainant_key: personOf(complaint, version),
    status: isClosed ? (['closed', 'withdrawn'][pick(11, 2)] ?? '') : 'open',
  };
}

interface Batch {
  readonly kind: 'batch';
  /** [complaint, version] in the order of the file. */
  readonly rows: readonly (readonly [number, number])[];
  /** Where the process dies the first time, if it does. */
  readonly diesAt: string | undefined;
  readonly insertedTwice: boolean;
  readonly rollsUp: boolean;
}

interface Correction {
  /** Takes one of the batches back, or erases one of the people. */
  readonly kind: 'withdraw' | 'erase';
  /** Which one, as a share of those there are. */
  readonly which: number;
  readonly diesAt: string | undefined;
  /** Whether months are rolled up between the crash and the repeat, as the pipeline does. */
  readonly rollsUp: boolean;
}
type Step = Batch | Correction;

const dying = (...places: string[]) => fc.option(fc.constantFrom(...places), { nil: undefined, freq: 2 });

const batchStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('batch' as const),
  rows: fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 })), {
    minLength: 1,
    maxLength: 12,
  }),
  diesAt: dying(
    'settlement',
    'write-winners',
    'bury-moved-days',
    'touched_month',
    'roll-up cube_daily_sale',
    'rolled_month',
  ),
  insertedTwice: fc.boolean(),
  rollsUp: fc.boolean(),
});
const withdrawal: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('withdraw' as const),
  which: fc.double({ min: 0, max: 0.99, noNaN: true }),
  diesAt: dying('put-standing', 'hide complaint', 'touched_month', 'hide settlement', 'hide complaint_version'),
  rollsUp: fc.boolean(),
});
const erasure: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('erase' as const),
  which: fc.double({ min: 0, max: 0.99, noNaN: true }),
  diesAt: dying('erased', 'touched_month', 'delete complaint', 'delete complaint_version', 'delete rejected_row'),
  rollsUp: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: batchStep },
  { weight: 3, arbitrary: withdrawal },
  { weight: 1, arbitrary: erasure },
);

/** Every third version says who complains; a newer one that does not is still about the same person. */
const PEOPLE = ['', 'li', 'wang', 'zhao', 'chen'];
const personOf = (complaint: number, version: number) => (version % 3 === 1 ? (PEOPLE[1 + (complaint % 4)] ?? '') : '');

const complaints = () =>
  engine.warehouse.rows({
    name: 'complaints',
    row: z.object({ complaint: z.number(), version: z.coerce.number(), received: z.number() }),
    sql: sql`
      SELECT toUInt32(substring(complaint_id, 3)) AS complaint, version, toUInt32(received_at) AS received
      FROM complaint FINAL
      ORDER BY complaint, received`,
  });

/** Every row of a cube as one text, sorted. */
async function stored(cube: Cube): Promise<string[]> {
  const columns = ['day', ...cube.dimensions, ...(cube.bySpan === true ? ['days'] : []), ...cube.sums];
  const rows = await engine.warehouse.rows({
    name: 'stored',
    row: z.record(z.string(), z.union([z.string(), z.number()])),
    sql: sql`SELECT * FROM ${identifier(cube.table, cubeTables)}`,
  });
  return rows.map((row) => columns.map((column) => row[column]).join(' | ')).sort();
}

const rollUpDirty = async (warehouse: Warehouse) => rollUp(warehouse, await warehouse.rows(dirtyMonths()));

/** Sends a batch as ingest does: what must not come in is left out, and a run that was cut off is repeated. */
async function send(
  batch: string,
  { rows, diesAt, insertedTwice, rollsUp }: Batch,
  history: PlainHistory,
): Promise<void> {
  const { warehouse } = engine;
  const named = rows.map(([complaint, version]) => ({ complaint, version, person: personOf(complaint, version) }));
  const admitted = history.admitted(named);
  const records = admitted.map(({ complaint, version }, index) => ({
    ...rowOf(complaint, version),
    row_number: index + 1,
  }));
  if (records.length === 0) return;
  await putVersions(warehouse, batch, records);
  if (insertedTwice) await putVersions(warehouse, batch, records.slice(0, Math.ceil(records.length / 2)));
  const mortal = diesAt === undefined ? warehouse : dyingAt(warehouse, diesAt);
  await applyBatch(mortal, batch).catch(() => undefined);
  expect(await applyBatch(warehouse, batch)).toMatchObject(history.send(batch, admitted));
  if (!rollsUp) return;
  await rollUpDirty(mortal).catch(() => undefined);
  await rollUpDirty(warehouse);
}

async function correct(
  actionId: string,
  { kind, which, diesAt, rollsUp }: Correction,
  history: PlainHistory,
): Promise<void> {
  const { warehouse } = engine;
  const candidates = kind === 'withdraw' ? history.batches : PEOPLE.slice(1);
  const chosen = candidates[Math.floor(which * candidates.length)];
  if (chosen === undefined) return;
  const carryOut = (on: Warehouse) =>
    kind === 'withdraw'
      ? discardBatch(on, chosen)
      : eraseComplaints(on, { actionId, key: chosen, complaint: '' }, complaintKey);
  if (diesAt !== undefined) {
    await carryOut(dyingAt(warehouse, diesAt)).catch(() => undefined);
    if (rollsUp) await rollUpDirty(warehouse);
  }
  const done = await carryOut(warehouse);
  if (kind === 'withdraw') history.withdraw(chosen);
  else expect(done.complaints).toBe(history.erase(chosen));
}

it(
  'settles to the same state and true cubes after any updates, late rows, repeats, withdrawals, erasures and crashes',
  { timeout: 300_000 },
  async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { warehouse } = engine;
        for (const table of filled) {
          await warehouse.run(sql`TRUNCATE TABLE ${identifier(table, [table])}`, 'empty');
        }
        const history = new PlainHistory();
        for (const one of steps) {
          run += 1;
          if (one.kind === 'batch') await send(`run-${run}`, one, history);
          else await correct(`action-${run}`, one, history);
        }
        const truth = [...history.current()];
        expect(await complaints()).toEqual(
          truth.map(([complaint, version]) => ({
            complaint,
            version,
            received: rowOf(complaint, version).received_at,
          })),
        );
        expect((await warehouse.rows(erasedKeys())).map(({ key }) => key)).toEqual(history.keptOut);
        await rollUpDirty(warehouse);
        const alive = truth.map(([complaint, version]) => rowOf(complaint, version));
        for (const cube of allCubes) expect(await stored(cube)).toEqual(countedByHand(cube, alive));
      }),
      { numRuns: RUNS, seed: 20_260_315, endOnFailure: true },
    );
  },
);
