import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import type { Fault } from '../check/fault.ts';
import type { PersonKey } from '../hash/person-key.ts';
import type { RowOptions } from '../row/row-options.ts';
import { type RefusedRow, inWords, maskedCells } from './refused-row.ts';

/** As much of a refused row is kept in the clear (sealed), so that one row cannot fill the disk. */
const MOST_ORIGINAL = 64 * 1024;

const people: Partial<Record<CanonicalFieldName, Parameters<PersonKey>[0]>> = {
  complaint_id: 'complaint',
  complainant_id_number: 'identity',
  complainant_phone: 'phone',
  complainant_name: 'name',
};

/** Makes a refused row out of its cells, by the names of their columns and in the clear: masked, sealed, findable. */
export function refuser({ plan, personKey, seal, batchId }: RowOptions) {
  const fieldOf = (column: string): string => canonicalFields[plan.fieldOfKey.get(column) ?? -1]?.name ?? '';
  return (rowNumber: number, faults: readonly Fault[], cells: Readonly<Record<string, string>>): RefusedRow => {
    const original = seal === undefined ? '' : JSON.stringify(cells);
    return {
      rowNumber,
      reasons: inWords(faults),
      raw: JSON.stringify(maskedCells(cells, fieldOf)),
      original: seal && original.length <= MOST_ORIGINAL ? seal(original, `${batchId} ${rowNumber}`) : '',
      personKeys: Object.entries(cells).flatMap(([column, value]) => {
        const kind = people[fieldOf(column) as CanonicalFieldName];
        return kind === undefined || value.trim() === '' ? [] : [personKey(kind, value.trim())];
      }),
    };
  };
}
