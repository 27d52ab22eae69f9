/** What a run of digits is taken for when it stands in free text. */
export type NumberKind = 'phone' | 'landline' | 'identity' | 'card' | 'number';

const PHONE = /^(?:0|86|086|0086)?1[3-9]\d{9}$/;
const LANDLINE = /^0(?:10|2\d)\d{7,8}$|^0[3-9]\d{2}\d{7,8}$/;
const IDENTITY =
  /^[1-8]\d{5}(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})$/;

/**
 * The kind of an unbroken run of digits (with an X at its end); undefined for one too ordinary to be personal.
 *
 * An identity number needs a region and a birth date that can be, not a right check digit: a mistyped one is as
 * personal. A bank card needs 16 to 19 digits; whether Luhn's sum fits decides only where other readings compete.
 * Anything else of eight digits and more is a `number` (policy, account, case), except a date as yyyyMMdd.
 */
export function numberKind(digits: string): NumberKind | undefined {
  const { length } = digits;
  if (length < 8) return undefined;
  if (length <= 15 && PHONE.test(digits)) return 'phone';
  if ((length === 15 || length === 18) && IDENTITY.test(digits)) return 'identity';
  if (length <= 12 && LANDLINE.test(digits)) return 'landline';
  if (length >= 16 && length <= 19 && luhn(digits)) return 'card';
  return length === 8 && isDate(digits) ? undefined : 'number';
}

/** Whether the sum of digits, each second one from the right doubled, is a multiple of ten (ISO/IEC 7812-1). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    if (digit < 0 || digit > 9) return false;
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Powers of two, modulo 11. */
const WEIGHTS = Array.from({ length: 17 }, (_, place) => 2 ** (17 - place) % 11);

/** The check digit of GB 11643-1999 (ISO 7064 MOD 11-2) for the first 17 digits of an identity number. */
export function identityCheckDigit(first17: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += (first17.charCodeAt(place) - 48) * (WEIGHTS[place] ?? 0);
  return '10X98765432'.charAt(sum % 11);
}

const isDate = (digits: string) => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
