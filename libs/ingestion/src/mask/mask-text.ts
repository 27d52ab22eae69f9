import { maskAddresses } from './mask-addresses.ts';
import { maskAfterRole, maskAfterTelling, maskBeforeTitle } from './mask-names.ts';
import { maskNumbers } from './mask-numbers.ts';
import { trait, traitsOf } from './text-traits.ts';

const EMAIL = /([A-Za-z0-9])[A-Za-z0-9._%+-]*[@\uFF20]((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/g;
const PLATE =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[ ·•・.-]?[A-Z0-9]{4,6}[A-Z0-9挂学警港澳]?(?![A-Za-z0-9])/g;
const ACCOUNT = /((?:微信|QQ|qq)(?:号|账号)?\s?[:\uFF1A是为]?\s?)([A-Za-z0-9][\w-]{4,19})/g;

/** A personal value that the text may repeat, and its mask: found wherever it stands, whatever its shape. */
export type Known = readonly [value: string, mask: (value: string) => string];

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
  for (const [value, mask] of known) {
    if (value.length >= 2 && masked.includes(value) && !PLAIN_NUMBER.test(value)) {
      masked = masked.split(value).join(mask(value));
    }
  }
  const has = traitsOf(masked);
  if (has & trait.wideDigits)
    masked = masked.replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (has & trait.at) masked = masked.replace(EMAIL, '$1***@$2');
  if (has & trait.account) masked = masked.replace(ACCOUNT, (_, cue: string) => `${cue}****`);
  if (has & trait.plate) masked = masked.replace(PLATE, '$1*****');
  if (has & trait.address) masked = maskAddresses(masked);
  if (has & (trait.digits | trait.wideDigits)) masked = maskNumbers(masked);
  if (has & trait.nameAfterRole) masked = maskAfterRole(masked);
  if (has & trait.nameBeforeTitle) masked = maskBeforeTitle(masked);
  return has & trait.tellingName ? maskAfterTelling(masked) : masked;
}

/** Found by `maskNumbers` wherever it stands: no need to look for it. */
const PLAIN_NUMBER = /^[A-Z]{0,4}\d{9,}X?$/;
