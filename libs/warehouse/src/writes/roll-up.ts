import type { Warehouse } from '../connection/warehouse.ts';
import { complaintColumn, complaintDay, dimensionColumn, hasDay, list, sumColumn } from '../facts/columns.ts';
import { handlingDays, rowSums } from '../facts/row-sums.ts';
import type { DirtyMonth } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, allOf, sql } from '../sql/sql.ts';
import { type Cube, allCubes, cubeTables, stageTables } from '../tables/cubes.ts';
import { allEnded } from './all-ended.ts';

/** `2026-03-01` → 202603, the partition of a wide cube. */
const monthOf = ({ month }: DirtyMonth): number => Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7));
/** … → 2026, that of a narrow one. */
const yearOf = ({ month }: DirtyMonth): number => Number(month.slice(0, 4));

/**
 * Rebuilds every cube for these months, the wide ones from `complaint FINAL` and the narrow ones for their years from those, and
 * swaps months and years in whole, so that a figure is never half old. One run at a time: the stage tables are shared. The marks
 * go to the ledger last: what was touched in the meantime, or cut off, is dirty still.
 */
export async function rollUp(warehouse: Warehouse, months: readonly DirtyMonth[]): Promise<{ rows: number }> {
  if (months.length === 0) return { rows: 0 };
  const wide = await rebuildAll(warehouse, wideCubes, months.map(monthOf));
  const narrow = await rebuildAll(warehouse, narrowCubes, [...new Set(months.map(yearOf))]);
  await warehouse.insert('rolled_month', months);
  return { rows: wide + narrow };
}

const wideCubes = allCubes.filter(({ from }) => from === undefined);
const narrowCubes = allCubes.filter(({ from }) => from !== undefined);

/** In two lanes, one cube after another in each: that keeps a small machine busy without crowding it. */
async function rebuildAll(warehouse: Warehouse, some: readonly Cube[], partitions: readonly number[]): Promise<number> {
  const lane = async (number: number): Promise<number> => {
    let rows = 0;
    for (const cube of some.filter((_, index) => index % 2 === number))
      rows += await rebuild(warehouse, cube, partitions);
    return rows;
  };
  return (await allEnded([lane(0), lane(1)])).reduce((sum, rows) => sum + rows, 0);
}

async function rebuild(warehouse: Warehouse, cube: Cube, partitions: readonly number[]): Promise<number> {
  const stage = identifier(cube.stage, stageTables);
  const table = identifier(cube.table, cubeTables);
  const name = `roll-up ${cube.table}`;
  // Whatever a run that was cut off left there.
  await warehouse.run(sql`TRUNCATE TABLE ${stage}`, name);
  const { writtenRows } = await warehouse.run(
    sql`INSERT INTO ${stage} (${columnsOf(cube)}) ${cubeRows(cube, partitions)}`,
    name,
    {
      max_partitions_per_insert_block: 1_000,
      // The same rows come again whenever nothing changed: never drop them as a repeat.
      insert_deduplicate: 0,
    },
  );
  const swaps = list(partitions.map((partition) => sql`REPLACE PARTITION ${bind(partition, 'UInt32')} FROM ${stage}`));
  await warehouse.run(sql`ALTER TABLE ${table} ${swaps}`, name, { allow_replace_partition_from_empty_source: 1 });
  return writtenRows;
}

/** The true content of a cube for its partitions: months received, or years of a narrow one. */
export const cubeRows = (cube: Cube, partitions: readonly number[]): Sql =>
  cube.from === undefined ? rowsOfComplaints(cube, partitions) : rowsOfCube(cube, cube.from, partitions);

/** In the order of `cubeRows`. */
const columnsOf = (cube: Cube): Sql =>
  list([
    ...(hasOwnMonth(cube) ? [sql`received_month`] : []),
    sql`day`,
    ...cube.dimensions.map(dimensionColumn),
    ...(cube.bySpan === true ? [sql`days`] : []),
    ...cube.sums.map(sumColumn),
  ]);

/** Whether the cube's days are not those received, by whose month it is partitioned all the same. */
const hasOwnMonth = ({ clock }: Cube): boolean => clock !== 'received';

function rowsOfCube(cube: Cube, from: Cube, years: readonly number[]): Sql {
  const year = hasOwnMonth(cube) ? sql`intDiv(received_month, 100)` : sql`toYear(day)`;
  const month = hasOwnMonth(cube) ? [sql`received_month`] : [];
  const keys = list([...month, sql`day`, ...cube.dimensions.map(dimensionColumn)]);
  const sums = list(cube.sums.map((sum) => sql`sum(${sumColumn(sum)}) AS s_${sumColumn(sum)}`));
  return sql`
    SELECT ${keys}, ${sums}
    FROM ${identifier(from.table, cubeTables)}
    WHERE ${year} IN ${bind(years, 'Array(UInt32)')}
    GROUP BY ${keys}`;
}

function rowsOfComplaints(cube: Cube, months: readonly number[]): Sql {
  const keys = [
    ...(hasOwnMonth(cube) ? [{ name: sql`received_month`, of: sql`toYYYYMM(received_at)` }] : []),
    { name: sql`day`, of: complaintDay[cube.clock] },
    ...cube.dimensions.map((dimension) => ({
      name: sql`d_${dimensionColumn(dimension)}`,
      of: complaintColumn(dimension),
    })),
    ...(cube.bySpan === true ? [{ name: sql`days`, of: sql`toUInt16(${handlingDays})` }] : []),
  ];
  const sums = list(cube.sums.map((sum) => sql`sum(${rowSums[sum]}) AS s_${sumColumn(sum)}`));
  return sql`
    SELECT ${list(keys.map(({ name, of }) => sql`${of} AS ${name}`))}, ${sums}
    FROM complaint FINAL
    WHERE ${allOf([sql`toYYYYMM(received_at) IN ${bind(months, 'Array(UInt32)')}`, ...hasDay[cube.clock]])}
    GROUP BY ${list(keys.map(({ name }) => name))}`;
}
