import { maskAnnouncedNames } from './mask-names.ts';
import { maskNumbers } from './mask-numbers.ts';

const EMAIL = /([A-Za-z0-9])[A-Za-z0-9._%+-]*[@@]((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/g;
const PLATE =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[ ·•・.-]?[A-Z0-9]{4,6}[A-Z0-9挂学警港澳]?(?![A-Za-z0-9])/g;
const ACCOUNT = /((?:微信|QQ|qq)(?:号|账号)?\s?[::是为]?\s?)([A-Za-z0-9][\w-]{4,19})/g;

/** A personal value that the text may repeat, and how it is shown: found wherever it stands, whatever its shape. */
export type Known = readonly [value: string, shown: string];

/**
 * Masks personal data in free text, as domain.md §9 says: phones and identity numbers keep the first 3 and last 4,
 * cards, policy and other long numbers the last 4, names the surname, e-mail addresses the first letter and the domain,
 * plates province and city. Full-width digits become ordinary ones.
 *
 * Dates, amounts with a unit and numbers of up to seven digits stay. Addresses stay: they cannot be told from places
 * that a complaint is about. Masking a masked text changes nothing.
 *
 * Cost    about 0.3 µs for a text of 100 characters without digits, 2 µs with several numbers.
 */
export function maskText(text: string, known: readonly Known[] = []): string {
  let masked = text;
  for (const [value, shown] of known) {
    if (value.length >= 2 && masked.includes(value)) masked = masked.replaceAll(value, () => shown);
  }
  const { digits, wide, upper, at } = traits(masked);
  if (wide) masked = masked.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (at) masked = masked.replace(EMAIL, '$1***@$2');
  if (masked.includes('微信') || upper) masked = masked.replace(ACCOUNT, (_, cue: string) => `${cue}****`);
  if (upper) masked = masked.replace(PLATE, '$1*****');
  if (digits || wide) masked = maskNumbers(masked);
  return maskAnnouncedNames(masked);
}

/** One look at each character decides which of the searches are needed at all. */
function traits(text: string): { digits: boolean; wide: boolean; upper: boolean; at: boolean } {
  let digits = 0;
  let wide = false;
  let upper = false;
  let at = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      if (code >= 48 && code <= 57) digits += 1;
      else if (code >= 65 && code <= 90) upper = true;
      else if (code === 64) at = true;
    } else if (code >= 0xff00) {
      if (code >= 0xff10 && code <= 0xff19) wide = true;
      else if (code === 0xff20) at = true;
    }
  }
  return { digits: digits >= 6, wide, upper, at };
}
