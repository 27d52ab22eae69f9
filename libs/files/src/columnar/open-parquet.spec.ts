import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Table, Utf8, tableFromIPC, tableToIPC, vectorFromArray } from 'apache-arrow';
import { Table as WasmTable, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm';
import { afterAll, expect, it } from 'vitest';
import { openParquet } from './open-parquet.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** More rows than are unpacked at once, in groups that are larger, and a last one that is smaller. */
const ROWS = 130_000;
const GROUP = 60_000;

it('rows of several large groups come whole and in order, each block numbered from its first row', async () => {
  const path = join(folder, 'groups.parquet');
  const ids = vectorFromArray(
    Array.from({ length: ROWS }, (_, row) => `C${row + 1}`),
    new Utf8(),
  );
  const table = WasmTable.fromIPCStream(tableToIPC(new Table({ id: ids }), 'stream'));
  writeFileSync(path, writeParquet(table, new WriterPropertiesBuilder().setMaxRowGroupSize(GROUP).build()));
  const opened = await openParquet(path, statSync(path).size, {});
  expect(opened.columns).toEqual(['id']);
  let row = 0;
  for await (const { bytes, firstRow } of opened.blocks) {
    expect(firstRow).toBe(row + 1);
    for (const id of tableFromIPC(bytes).getChild('id') ?? []) {
      row += 1;
      if (id !== `C${row}`) throw new Error(`row ${row} holds ${String(id)}`);
    }
  }
  expect(row).toBe(ROWS);
  expect(opened.bytesRead()).toBe(opened.bytes);
});
