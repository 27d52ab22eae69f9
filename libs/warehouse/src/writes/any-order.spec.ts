import { startEngine } from '@tocsin/engine';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { dirtyMonths } from '../queries/dirty-months.query.ts';
import type { Settlement } from '../rows/imports.ts';
import { identifier } from '../sql/identifier.ts';
import { sql } from '../sql/sql.ts';
import { type Cube, cubeTables, cubes } from '../tables/cubes.ts';
import { countedByHand } from '../testing/counted-by-hand.ts';
import { dyingAt } from '../testing/dying-at.ts';
import { onEngine } from '../testing/on-engine.ts';
import { type VersionRow, putVersions } from '../testing/version-row.ts';
import { applyBatch } from './apply-batch.ts';
import { rollUp } from './roll-up.ts';

const engine = onEngine(startEngine);

/** Histories tried in one run of the tests, always the same ones. */
const RUNS = 6;

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
    status: isClosed ? (['closed', 'withdrawn'][pick(11, 2)] ?? '') : 'open',
  };
}

interface Step {
  /** [complaint, version] in the order of the file. */
  readonly rows: readonly (readonly [number, number])[];
  /** Where the process dies the first time, if it does. */
  readonly diesAt: string | undefined;
  readonly insertedTwice: boolean;
  readonly rollsUp: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  rows: fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 })), {
    minLength: 1,
    maxLength: 12,
  }),
  diesAt: fc.option(
    fc.constantFrom(
      'settlement',
      'write-winners',
      'bury-moved-days',
      'touched_month',
      'roll-up cube_daily_sale',
      'rolled_month',
    ),
    { nil: undefined, freq: 2 },
  ),
  insertedTwice: fc.boolean(),
  rollsUp: fc.boolean(),
});

/** The plain truth: of each complaint the greatest version so far; and what a batch does to that. */
function expectSettled(current: Map<number, number>, rows: Step['rows']): Partial<Settlement> {
  const counts = { rows: rows.length, added: 0, updated: 0, duplicate: 0, outdated: 0 };
  for (const complaint of new Set(rows.map(([id]) => id))) {
    const versions = rows.filter(([id]) => id === complaint).map(([, version]) => version);
    const stored = current.get(complaint);
    const top = Math.max(...versions);
    const distinct = new Set(versions);
    const isNewer = stored === undefined || top > stored;
    const isAgain = stored !== undefined && distinct.has(stored);
    if (stored === undefined) counts.added++;
    else if (isNewer) counts.updated++;
    counts.duplicate += versions.length - distinct.size + (isAgain ? 1 : 0);
    counts.outdated += distinct.size - (isNewer ? 1 : 0) - (isAgain ? 1 : 0);
    if (isNewer) current.set(complaint, top);
  }
  return counts;
}

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
  const columns = ['day', ...cube.dimensions, ...cube.sums];
  const rows = await engine.warehouse.rows({
    name: 'stored',
    row: z.record(z.string(), z.union([z.string(), z.number()])),
    sql: sql`SELECT * FROM ${identifier(cube.table, cubeTables)}`,
  });
  return rows.map((row) => columns.map((column) => row[column]).join(' | ')).sort();
}

it(
  'settles to the same state and true cubes after any updates, late rows, repeats and crashes',
  { timeout: 300_000 },
  async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const { warehouse } = engine;
        for (const table of [
          'complaint',
          'complaint_version',
          'settlement',
          'touched_month',
          'rolled_month',
          ...cubeTables,
        ] as const) {
          await warehouse.run(sql`TRUNCATE TABLE ${identifier(table, [table])}`, 'empty');
        }
        const current = new Map<number, number>();
        for (const { rows, diesAt, insertedTwice, rollsUp } of steps) {
          const batch = `run-${++run}`;
          const records = rows.map(([complaint, version], index) => ({
            ...rowOf(complaint, version),
            row_number: index + 1,
          }));
          await putVersions(warehouse, batch, records);
          if (insertedTwice) await putVersions(warehouse, batch, records.slice(0, Math.ceil(records.length / 2)));
          const dying = diesAt === undefined ? warehouse : dyingAt(warehouse, diesAt);
          await applyBatch(dying, batch).catch(() => undefined);
          expect(await applyBatch(warehouse, batch)).toMatchObject(expectSettled(current, rows));
          if (rollsUp) {
            await rollUp(dying, await warehouse.rows(dirtyMonths())).catch(() => undefined);
            await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
          }
        }
        const truth = [...current].sort(([a], [b]) => a - b);
        expect(await complaints()).toEqual(
          truth.map(([complaint, version]) => ({
            complaint,
            version,
            received: rowOf(complaint, version).received_at,
          })),
        );
        await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
        const alive = truth.map(([complaint, version]) => rowOf(complaint, version));
        for (const cube of cubes) expect(await stored(cube)).toEqual(countedByHand(cube, alive));
      }),
      { numRuns: RUNS, seed: 20_260_315, endOnFailure: true },
    );
  },
);
