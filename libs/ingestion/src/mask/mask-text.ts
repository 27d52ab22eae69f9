import { isAddressUnit, maskAddresses } from './mask-addresses.ts';
import { maskAnnouncedNames } from './mask-names.ts';
import { maskNumbers } from './mask-numbers.ts';

const EMAIL = /([A-Za-z0-9])[A-Za-z0-9._%+-]*[@\uFF20]((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/g;
const PLATE =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[ ·•・.-]?[A-Z0-9]{4,6}[A-Z0-9挂学警港澳]?(?![A-Za-z0-9])/g;
const ACCOUNT = /((?:微信|QQ|qq)(?:号|账号)?\s?[:\uFF1A是为]?\s?)([A-Za-z0-9][\w-]{4,19})/g;

/** A personal value that the text may repeat, and how it is shown: found wherever it stands, whatever its shape. */
export type Known = readonly [value: string, shown: string];

/**
 * Masks personal data in free text, as domain.md §9 says: phones and identity numbers keep the first 3 and last 4,
 * cards, policy and other long numbers the last 4, names the surname, e-mail addresses the first letter and the domain,
 * plates province and city, addresses province, city and county. Full-width digits become ordinary ones.
 *
 * Dates, amounts with a unit and numbers of up to seven digits stay, and places without a house number. Masking a
 * masked text changes nothing.
 *
 * Cost    about 0.3 µs for a text of 100 characters without digits, 2 µs with several numbers.
 */
export function maskText(text: string, known: readonly Known[] = []): string {
  let masked = text;
  for (const [value, shown] of known) {
    if (value.length >= 2 && !PLAIN_NUMBER.test(value) && masked.includes(value)) {
      masked = masked.split(value).join(shown);
    }
  }
  const has = traits(masked);
  if (has & WIDE)
    masked = masked.replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (has & AT) masked = masked.replace(EMAIL, '$1***@$2');
  if (has & ACCOUNT_CUE) masked = masked.replace(ACCOUNT, (_, cue: string) => `${cue}****`);
  if (has & PLATE_CUE) masked = masked.replace(PLATE, '$1*****');
  if (has & ADDRESS_CUE) masked = maskAddresses(masked);
  if (has & (DIGITS | WIDE)) masked = maskNumbers(masked);
  return maskAnnouncedNames(masked, (has & NAME_CUE) !== 0);
}

/** Found by `maskNumbers` wherever it stands: no need to look for it. */
const PLAIN_NUMBER = /^[A-Z]{0,4}\d{9,}X?$/;

const DIGITS = 1;
const WIDE = 2;
const AT = 4;
const ACCOUNT_CUE = 8;
const PLATE_CUE = 16;
const NAME_CUE = 32;
const ADDRESS_CUE = 64;

/** A digit, a letter (`A座`), or a numeral written out. */
const isCounting = (code: number) => code < 128 || '一二三四五六七八九十'.includes(String.fromCharCode(code));

/** One look at each character decides which of the searches are needed at all; the answer is a sum of the above. */
function traits(text: string): number {
  let digits = 0;
  let has = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      if (code >= 48 && code <= 57) digits += 1;
      else if (code >= 65 && code <= 90 && before >= 0x4e00) has |= code === 81 ? PLATE_CUE | ACCOUNT_CUE : PLATE_CUE;
      else if (code === 64) has |= AT;
      else if (code === 58) has |= NAME_CUE;
      else if (code === 81 || code === 113) has |= ACCOUNT_CUE;
    } else if (code >= 0xff00) {
      if (code >= 0xff10 && code <= 0xff19) has |= WIDE;
      else if (code === 0xff20) has |= AT;
      else if (code === 0xff1a) has |= NAME_CUE;
    } else if (code === 0x5fae)
      has |= ACCOUNT_CUE; // 微
    else if (code === 0x59d3 || code === 0x53eb)
      has |= NAME_CUE; // 姓 叫
    else if (isAddressUnit(code) && isCounting(before)) has |= ADDRESS_CUE;
    before = code;
  }
  return digits >= 6 ? has | DIGITS : has;
}
