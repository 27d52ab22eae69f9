import { type CanonicalFieldName, type Sentence, canonicalFields } from '@tocsin/contracts';
import { type Fault, type FaultCode, faultSentence } from '../check/fault.ts';
import { maskAllButLast4, maskIdNumber, maskName, maskPhone } from '../mask/mask-field.ts';
import { maskText } from '../mask/mask-text.ts';

export interface RefusedReason {
  readonly code: FaultCode;
  readonly field: string;
  /** With the value that stood there, masked. */
  readonly sentence: Sentence;
  /** The same without the value: true of every row that is refused for this reason. */
  readonly general: Sentence;
}

/** A row that was not taken, why, and how it came: JSON text of its columns, personal data masked. */
export interface RefusedRow {
  readonly rowNumber: number;
  readonly reasons: readonly RefusedReason[];
  readonly raw: string;
}

/** As much of a value is quoted in a sentence, and of a cell in the raw row. */
const QUOTED = 40;
const KEPT = 2000;

const maskers: Partial<Record<CanonicalFieldName, (value: string) => string>> = {
  complainant_name: maskName,
  complainant_phone: maskPhone,
  complainant_id_number: maskIdNumber,
  policy_number: maskAllButLast4,
  agent: maskAllButLast4,
};
const personal = new Set<string>(canonicalFields.filter((field) => 'personal' in field).map(({ name }) => name));

/** A value as it may be shown: by its field's own mask, or as free text. */
export function shownValue(field: string, value: string): string {
  const mask = maskers[field as CanonicalFieldName];
  return mask ? mask(value) : maskText(value);
}

/** Puts faults into words. A personal value is not repeated in them. */
export function refusedRow(
  rowNumber: number,
  faults: readonly Fault[],
  raw: Readonly<Record<string, string>>,
): RefusedRow {
  return {
    rowNumber,
    reasons: faults.map((fault) => ({
      code: fault.code,
      field: fault.field,
      sentence: faultSentence(fault, personal.has(fault.field) ? '' : short(maskText(fault.value), QUOTED)),
      general: faultSentence(fault, ''),
    })),
    raw: JSON.stringify(raw),
  };
}

/** A row's cells under the names of their columns, masked; `fieldOf` tells which field a column feeds. */
export function maskedCells(
  names: readonly string[],
  cells: readonly string[],
  fieldOf: (column: string) => string,
): Record<string, string> {
  const raw: Record<string, string> = {};
  cells.forEach((cell, place) => {
    const name = names[place] ?? `#${place + 1}`;
    raw[name] = short(shownValue(fieldOf(name), cell.trim()), KEPT);
  });
  return raw;
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}…` : text);
