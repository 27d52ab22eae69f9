import { identityCheckDigit, numberKind } from '../mask/number-kind.ts';
import { trimmed } from '../profile/record-mapper.ts';
import { type DateReading, type DayOrder, inferDates, serialShare } from './infer-dates.ts';

/** What the sampled values of a column look like. Shares are of the values that are not empty. */
export interface ColumnShape {
  readonly name: string;
  /** Values in the order of the rows, empty ones left out. */
  readonly values: readonly string[];
  /** Share of the rows that have a value. */
  readonly filled: number;
  /** Different values / values; 1 where all differ. */
  readonly distinct: number;
  readonly dates: DateReading | undefined;
  readonly serials: number;
  readonly phones: number;
  /** Identity numbers whose check digit is right. */
  readonly identities: number;
  readonly flags: number;
  readonly wholes: number;
  readonly amounts: number;
  readonly names: number;
  readonly averageLength: number;
}

const FLAG = /^(?:true|false|yes|no|y|n|1|0|是|否)$/i;
const WHOLE = /^\d+$/;
const AMOUNT = /^\d{1,15}(?:\.\d{1,4})?$/;
/** A Chinese personal name: two to four characters, none of which is usual in words of a form. */
const NAME = /^[\u4e00-\u9fff]{2,4}$/;

export function columnShape(name: string, cells: readonly string[], order?: DayOrder): ColumnShape {
  const values = cells.map(trimmed).filter((value) => value !== '');
  const share = (holds: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(holds).length / values.length;
  return {
    name,
    values,
    filled: cells.length === 0 ? 0 : values.length / cells.length,
    distinct: values.length === 0 ? 0 : new Set(values).size / values.length,
    dates: inferDates([...new Set(values)], order),
    serials: serialShare(values),
    phones: share((value) => ['phone', 'landline'].includes(numberKind(value.replace(/[\s+-]/g, '')) ?? '')),
    identities: share(isIdentity),
    flags: share((value) => FLAG.test(value)),
    wholes: share((value) => WHOLE.test(value)),
    amounts: share((value) => AMOUNT.test(value)),
    names: share((value) => NAME.test(value)),
    averageLength: values.reduce((sum, { length }) => sum + length, 0) / Math.max(1, values.length),
  };
}

function isIdentity(value: string): boolean {
  return (
    value.length === 18 &&
    numberKind(value) === 'identity' &&
    identityCheckDigit(value.slice(0, 17)) === value[17]?.toUpperCase()
  );
}
