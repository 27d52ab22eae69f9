import { referenceKey, referenceTable } from '@tocsin/contracts';
import type { Warehouse } from '../connection/warehouse.ts';
import { saveReference } from '../writes/save-reference.ts';
import { NOW } from './on-engine.ts';

type Cells = Readonly<Record<string, string>>;

/** Writes rows of a reference table as a version, made so many milliseconds after the specs' fixed moment; `gone` are keys. */
export async function putReference(
  warehouse: Warehouse,
  name: string,
  rows: readonly Cells[],
  { version = 1, gone = [] }: { readonly version?: number; readonly gone?: readonly string[] } = {},
): Promise<void> {
  const table = referenceTable(name);
  if (table === undefined) throw new Error(`there is no reference table ${name}`);
  const at = new Date(NOW.getTime() + version).toISOString();
  const changes = [
    ...rows.map((cells) => ({ key: referenceKey(table, cells), cells })),
    ...gone.map((key) => ({ key, cells: undefined })),
  ];
  const counts = { rows: rows.length, added: rows.length, changed: 0, removed: gone.length };
  await saveReference(
    warehouse,
    name,
    { version, at, by: 'li', mode: 'merge', name: `v${version}`, ...counts },
    changes,
  );
}

/** Rows of a table written as a text: a line of names, then a line for each row, cells apart by blanks; `-` is not given. */
export function cellsOf(text: string): Cells[] {
  const [names = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.map((cells) =>
    Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '-'] as const).filter(([, cell]) => cell !== '-')),
  );
}
