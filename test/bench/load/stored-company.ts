import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { referenceTable } from '@tocsin/contracts';
import { type ReadReferenceRow, readReference } from '@tocsin/ingestion';
import type { Company } from '@tocsin/synthetic';
import { type Warehouse, applyBatch, dirtyMonths, insertVersions, rollUp, saveReference } from '@tocsin/warehouse';
import { say } from '../measure/timing.ts';
import { caseRow } from './case-row.ts';
import type { Exposure } from './other-database.ts';
import { versionRow } from './version-row.ts';

const BATCH_ROWS = 500_000;
const CHUNK_CHARACTERS = 1 << 20;

/**
 * Fills a warehouse with a company through the tables' own writers, without the server: versions in batches, settled,
 * rolled up; and writes the same rows to `casesFile` for other databases. Answers the number of rows.
 */
export async function storeCompany(warehouse: Warehouse, company: Company, casesFile?: string): Promise<number> {
  const rows = company.complaintRows();
  const cases = casesFile === undefined ? undefined : createWriteStream(casesFile);
  let stored = 0;
  for (let batch = 0; ; batch += 1) {
    const batchId = `bench-${batch}`;
    const progress = { rows: 0, done: false };
    const chunks = batchChunks(rows, batchId, stored, progress, async (text) => {
      if (cases !== undefined && !cases.write(text)) await once(cases, 'drain');
    });
    await insertVersions(warehouse, Readable.from(chunks, { objectMode: true }), 'TabSeparated');
    if (progress.rows > 0) await applyBatch(warehouse, batchId);
    stored += progress.rows;
    say(`  ${stored.toLocaleString('en')} rows stored`);
    if (progress.done) break;
  }
  cases?.end();
  if (cases !== undefined) await finished(cases);
  await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
  const exposures = exposureRows(company);
  const counts = { rows: exposures.length, added: exposures.length, changed: 0, removed: 0 };
  const at = new Date().toISOString();
  await saveReference(
    warehouse,
    'exposure',
    { version: 1, at, by: 'bench', mode: 'replace', name: '', ...counts },
    exposures,
  );
  return stored;
}

async function* batchChunks(
  rows: ReturnType<Company['complaintRows']>,
  batchId: string,
  first: number,
  progress: { rows: number; done: boolean },
  copy: (text: string) => Promise<void>,
): AsyncGenerator<Buffer> {
  let versions = '';
  let cases = '';
  while (progress.rows < BATCH_ROWS) {
    const next = rows.next();
    if (next.done === true) {
      progress.done = true;
      break;
    }
    versions += versionRow(next.value, batchId, first + progress.rows);
    cases += caseRow(next.value);
    progress.rows += 1;
    if (versions.length > CHUNK_CHARACTERS) {
      yield Buffer.from(versions);
      await copy(cases);
      versions = cases = '';
    }
  }
  if (versions !== '') yield Buffer.from(versions);
  await copy(cases);
}

/** The company's denominators, as a reader of its file understands them. */
export function exposureRows(company: Company): readonly ReadReferenceRow[] {
  const table = referenceTable('exposure');
  return table === undefined ? [] : readReference(table, company.exposureCsv()).rows;
}

/** The same as other databases take them. */
export const exposuresOf = (company: Company): Exposure[] =>
  exposureRows(company).map(({ cells: { month = '', region = '', organisation = '', line = '', ...figures } }) => ({
    ...{ month: `${month}-01`, region, organisation, line },
    premium: Number(figures['premium']),
    policies: Number(figures['policies']),
    person_times: Number(figures['person_times']),
  }));
