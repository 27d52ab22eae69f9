import type { FaultCode } from './fault.ts';

/** Takes note of something wrong with the field that is being read. */
export type Complain = (code: FaultCode, expected?: string) => void;

const WHOLE = /^\d+$/;
const NEGATIVE = /^[-−]\s*\d/;
const AMOUNT = /^\d{1,15}(?:\.\d{1,2}0*)?$/;

/** A whole number `least … most`, as digits without leading zeros; undefined after a complaint. */
export function readWhole(value: string, least: number, most: number, complain: Complain): string | undefined {
  if (!WHOLE.test(value)) {
    complain(NEGATIVE.test(value) ? 'negative' : 'not-a-number');
    return undefined;
  }
  const number = Number(value);
  if (number > most && least === 0) complain('too-large', String(most));
  else if (number < least || number > most) complain('out-of-range', `${least}–${most}`);
  else return String(number);
  return undefined;
}

/** Yuan ≥ 0 with at most two decimals (further zeros are harmless); undefined after a complaint. */
export function readAmount(value: string, complain: Complain): string | undefined {
  if (AMOUNT.test(value)) return value;
  complain(NEGATIVE.test(value) ? 'negative' : 'not-an-amount');
  return undefined;
}

const flags = new Map([
  ...['true', 'TRUE', 'True', '1', '是', 'Y', 'y', 'yes'].map((text) => [text, '1'] as const),
  ...['false', 'FALSE', 'False', '0', '否', 'N', 'n', 'no'].map((text) => [text, '0'] as const),
]);

/** `1` or `0`; undefined after a complaint. */
export function readFlag(value: string, complain: Complain): string | undefined {
  const flag = flags.get(value);
  if (flag === undefined) complain('not-a-flag');
  return flag;
}
