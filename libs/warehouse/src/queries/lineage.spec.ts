import { ComplaintFilter } from '@tocsin/contracts';
import { startEngine } from '@tocsin/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCompany } from '../facts/scope.ts';
import { importRecord } from '../testing/import-record.ts';
import { onEngine } from '../testing/on-engine.ts';
import { type VersionRow, putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { saveImport } from '../writes/save-import.ts';
import { complaintVersions } from './complaint-versions.query.ts';
import { lineage } from './lineage.query.ts';

const engine = onEngine(startEngine);
const filter = (more: object = {}) => ComplaintFilter.parse({ from: '2026-01-01', until: '2026-04-01', ...more });
const east = { organisations: ['hq.east'] };

async function importBatch(id: string, rows: readonly VersionRow[]): Promise<void> {
  await putVersions(engine.warehouse, id, rows);
  await saveImport(engine.warehouse, importRecord({ id, name: `${id}.csv` }));
  await applyBatch(engine.warehouse, id);
}

/** As ingest numbers them: the source's version, and below it what tells contents apart. */
const version = (own: number) => own * 2 ** 32 + 7;
const row = (complaint_id: string, own: number, more: VersionRow = {}): VersionRow => ({
  complaint_id,
  version: version(own),
  organisation: 'hq.east.a',
  ...more,
});

beforeAll(async () => {
  await importBatch('one', [
    row('A', 1, { line: 'life.annuity' }),
    row('B', 1),
    row('C', 1, { organisation: 'hq.north' }),
    row('D', 1, { kind: 'chaser' }),
  ]);
  await importBatch('two', [row('A', 2, { line: 'life.annuity', received_at: seconds('2026-02-01 09:00') })]);
  await putVersions(engine.warehouse, 'under-way', [row('A', 3)]);
});

describe('lineage', () => {
  const behind = async (more: object = {}, scope = wholeCompany) =>
    (await engine.warehouse.rows(lineage({ filter: filter(more), scope }))).map(
      ({ name, complaints, firstRow, lastRow }) => `${name} ${complaints} ${firstRow}-${lastRow}`,
    );

  it('leads from a figure to batches and rows; what a newer version replaced is not behind it', async () => {
    expect(await behind()).toEqual(['one.csv 2 2-3', 'two.csv 1 1-1']);
  });

  it('follows codes as figures are told', async () => {
    const pieces = [{ codes: ['hq.north'], as: ['hq.east.b'] }];
    const translation = { organisation: { pieces, asked: new Map(), bears: new Map() } };
    const asked = { filter: filter({ organisation: 'hq.east.b' }), scope: wholeCompany, translation };
    expect(await engine.warehouse.rows(lineage(asked))).toMatchObject([{ id: 'one', complaints: 1, firstRow: 3 }]);
  });

  it('follows the filter and the scope', async () => {
    expect(await behind({ line: 'life' })).toEqual(['two.csv 1 1-1']);
    expect(await behind({ until: '2026-02-01' })).toEqual([]);
    expect(await behind({}, east)).toEqual(['one.csv 1 2-2', 'two.csv 1 1-1']);
  });
});

describe('complaintVersions', () => {
  const versions = async (id: string, scope = wholeCompany) =>
    (await engine.warehouse.rows(complaintVersions({ id, scope }))).map(
      ({ version: own, batchName, row: place, current, receivedOn }) =>
        `${own} ${batchName} ${place} ${receivedOn}${current ? ' current' : ''}`,
    );

  it('lists every version with where it came from, the newest first, and nothing that is still under way', async () => {
    expect(await versions('A')).toEqual(['2 two.csv 1 2026-02-01 current', '1 one.csv 1 2026-03-01']);
  });

  it('shows a caller nothing outside the scope', async () => {
    expect(await versions('C', east)).toEqual([]);
    expect(await versions('C')).toHaveLength(1);
  });
});
