import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterBench, temporaryDirectory } from '../measure/workspace.ts';
import { caseColumns, createCases, createExposure } from './case-row.ts';
import type { Exposure, OtherDatabase } from './other-database.ts';

/** DuckDB in this process, on a file, with all its defaults. Rows lie by day, so that its zone maps can skip. */
export async function openDuckDb(casesFile: string, exposure: readonly Exposure[]): Promise<OtherDatabase> {
  const instance = await DuckDBInstance.create(join(temporaryDirectory('duckdb'), 'cases.duckdb'));
  const connection = await instance.connect();
  afterBench(() => {
    connection.closeSync();
    instance.closeSync();
  });
  const columns = caseColumns.map(([name, type]) => `'${name}': '${type}'`).join(', ');
  await connection.run(createCases);
  await connection.run(
    `INSERT INTO cases SELECT * FROM read_csv('${casesFile}', delim = '\t', header = false, quote = '', escape = '', nullstr = '\\N', columns = {${columns}}) ORDER BY day`,
  );
  await connection.run(createExposure);
  const values = exposure.map(
    (e) =>
      `('${e.month}', '${e.region}', '${e.organisation}', '${e.line}', ${e.premium}, ${e.policies}, ${e.person_times})`,
  );
  await connection.run(`INSERT INTO exposure VALUES ${values.join(', ')}`);
  await connection.run('CHECKPOINT');
  const rows: OtherDatabase['rows'] = async (sql) =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
  return { name: 'DuckDB', rows };
}
