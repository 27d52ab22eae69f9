import { type CanonicalFieldName, type Sentence, canonicalFields } from '@tocsin/contracts';
import type { DoubtCode } from '../check/doubt.ts';
import { type Fault, type FaultCode, faultSentence } from '../check/fault.ts';
import { maskAllButLast4, maskIdNumber, maskName, maskPhone } from '../mask/mask-field.ts';
import { maskText } from '../mask/mask-text.ts';

export interface RefusedReason {
  readonly code: FaultCode | DoubtCode;
  readonly field: string;
  /** The value that stood there, masked and short; '' for a personal field. */
  readonly shown: string;
  readonly expected: string;
  /** What people read, with the value that stood there, masked. */
  readonly sentence: Sentence;
  /** The same without the value: true of every row that is refused for this reason. */
  readonly general: Sentence;
}

/** A row that was not taken, why, and how it came: JSON text of its columns, personal data masked. */
export interface RefusedRow {
  readonly rowNumber: number;
  readonly reasons: readonly RefusedReason[];
  readonly raw: string;
  /** The same cells in the clear, sealed (see `sealer`); '' where originals are not kept. */
  readonly original: string;
  /** Keyed hashes of the people in it, by which it is found when one of them asks to be erased. */
  readonly personKeys: string[];
}

/** A row that was taken, with what is doubtful about it; kept without sentences, which its page makes anew. */
export interface DoubtfulRow {
  readonly rowNumber: number;
  readonly complaintId: string;
  readonly reasons: readonly ShownFault[];
}

export type ShownFault = Omit<RefusedReason, 'sentence' | 'general'>;

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

/** Puts faults and doubts into words. A personal value is not repeated in them. */
export function inWords(faults: readonly Fault[]): RefusedReason[] {
  return faults.map((fault) => {
    const shown = shownFault(fault);
    return { ...shown, sentence: faultSentence(fault, shown.shown), general: faultSentence(fault, '') };
  });
}

/** A fault or doubt with its value masked and short. */
export function shownFault({ code, field, value, expected }: Fault): ShownFault {
  return { code, field, shown: personal.has(field) ? '' : short(maskText(value), QUOTED), expected };
}

/** A row's cells masked, under the same names; `fieldOf` tells which field a column feeds. */
export function maskedCells(
  cells: Readonly<Record<string, string>>,
  fieldOf: (column: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, short(shownValue(fieldOf(name), cell.trim()), KEPT)]),
  );
}

/** A row's cells under the names of their columns; those beyond the header are called by their place. */
export function namedCells(names: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(cells.map((cell, place) => [names[place] ?? `#${place + 1}`, cell]));
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}…` : text);
