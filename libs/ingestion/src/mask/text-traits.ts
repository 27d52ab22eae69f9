import { ADDRESS_UNITS } from './mask-addresses.ts';
import { NAME_SIGNS } from './mask-names.ts';

/** What a text holds that a search may be worth its while for; the traits of a text are a sum of these. */
export const trait = {
  digits: 1,
  wideDigits: 2,
  at: 4,
  account: 8,
  plate: 16,
  tellingName: 32,
  address: 64,
  nameAfterRole: 128,
  nameBeforeTitle: 256,
} as const;

/** Fewer digits than these are no personal number. */
const LEAST_DIGITS = 6;

// What a character may be, as bits in one table of all of them: one look at each character tells.
const [DIGIT, WIDE, AT, ACCOUNT, CAPITAL, TELLING, UNIT, COUNTING] = [1, 2, 4, 8, 16, 32, 64, 128];
const [ROLE_END, SURNAME, TITLE] = [256, 512, 1024];

const signs = new Uint16Array(65_536);
const mark = (characters: Iterable<string>, bit: number) => {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    signs[code] = (signs[code] ?? 0) | bit;
  }
};
const codes = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, place) => String.fromCharCode(first + place));
mark(codes(48, 57), DIGIT);
mark(codes(0xff10, 0xff19), WIDE);
mark('@\uFF20', AT);
mark('Qq微', ACCOUNT);
mark(codes(65, 90), CAPITAL);
mark(':\uFF1A姓叫', TELLING);
mark(ADDRESS_UNITS, UNIT);
mark([...codes(0, 127), ...'一二三四五六七八九十'], COUNTING);
mark(NAME_SIGNS.roleEnds, ROLE_END);
mark(NAME_SIGNS.surnames, SURNAME);
mark(NAME_SIGNS.titles, TITLE);

/**
 * One look at each character decides which searches are needed at all. A trait that is missing proves that the search
 * would find nothing; one that is there proves nothing.
 */
export function traitsOf(text: string): number {
  let [digits, has, before] = [0, 0, 0];
  // Which of the last characters, the newest in the lowest bit, could end a role or begin a name.
  let [roles, surnames] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sign = signs[code] ?? 0;
    roles <<= 1;
    surnames <<= 1;
    if (sign !== 0) {
      if (sign & DIGIT) digits += 1;
      if (sign & CAPITAL && before >= 0x4e00) has |= trait.plate;
      if (sign & UNIT && (signs[before] ?? 0) & COUNTING) has |= trait.address;
      if (sign & SURNAME) {
        surnames |= 1;
        if (roles & 0b1110) has |= trait.nameAfterRole;
      }
      if (sign & ROLE_END) roles |= 1;
      if (sign & TITLE && surnames & 0b1100) has |= trait.nameBeforeTitle;
      if (sign & (WIDE | AT | ACCOUNT | TELLING)) has |= rare(sign);
    }
    before = code;
  }
  return digits >= LEAST_DIGITS ? has | trait.digits : has;
}

const rare = (sign: number): number =>
  (sign & WIDE ? trait.wideDigits : 0) |
  (sign & AT ? trait.at : 0) |
  (sign & ACCOUNT ? trait.account : 0) |
  (sign & TELLING ? trait.tellingName : 0);
