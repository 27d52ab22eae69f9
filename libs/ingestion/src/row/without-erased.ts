import type { BlockResult } from '../file/block-reader.ts';
import type { PersonKey } from '../hash/person-key.ts';
import { RowColumns, rowsIn } from './row-columns.ts';
import { type StoredRow, columnIndex } from './stored-columns.ts';

/** A block's result without the rows of people who asked to be erased. */
export interface Remaining extends BlockResult {
  /** How many of `skipped` were turned away for that. */
  readonly erased: number;
}

/**
 * Turns away whatever speaks of somebody who asked to be erased: rows whose person or complaint has a keyed hash among
 * `erased`, whatever their version, and refused rows too. They count as skipped. Costs nothing while nobody was erased.
 */
export function withoutErased(result: BlockResult, erased: ReadonlySet<string>, personKey: PersonKey): Remaining {
  if (erased.size === 0) return { ...result, erased: 0 };
  const gone = new Set<string>();
  const rows = new RowColumns();
  for (const row of rowsIn(result.rows)) {
    if (keysOf(row, personKey).some((key) => erased.has(key))) gone.add(row[columnIndex.row_number] ?? '');
    else rows.add(row);
  }
  const refused = result.refused.filter(({ personKeys }) => !personKeys.some((key) => erased.has(key)));
  const goneRows = [...gone].reduce((sum, row) => sum + (result.gathered?.get(Number(row)) ?? 1), 0);
  const turnedAway = goneRows + result.refused.length - refused.length;
  return {
    ...result,
    rows: rows.take(),
    refused,
    accepted: result.accepted - goneRows,
    skipped: result.skipped + turnedAway,
    doubtful: result.doubtful.filter(({ rowNumber }) => !gone.has(String(rowNumber))),
    erased: turnedAway,
  };
}

const keysOf = (row: StoredRow, personKey: PersonKey): readonly string[] => [
  row[columnIndex.complainant_key] ?? '',
  row[columnIndex.phone_key] ?? '',
  personKey('complaint', row[columnIndex.complaint_id] ?? ''),
];
