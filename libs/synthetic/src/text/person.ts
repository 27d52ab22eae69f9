import type { Chance } from '../chance/chance.ts';
import type { City, Region } from '../master/regions.ts';
import { compactDay } from '../shape/day-text.ts';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国红梅志文斌婷雪宇欣怡浩然子涵梓萱'];
const MOBILE = [
  '130',
  '131',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '158',
  '159',
  '177',
  '180',
  '186',
  '188',
  '189',
];
const CARD = ['622202', '621700', '622848', '621661', '622588', '621483'];
const MAIL = ['qq.example', '163.example', 'mail.example', '126.example'];
const PLATE = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

const digits = (chance: Chance, count: number): string => {
  const number = Math.floor(chance.float() * 10 ** Math.min(count, 8));
  return String(number).padStart(count, '0');
};

export const fakeName = (chance: Chance): string => {
  const given = chance.pick(GIVEN);
  return chance.pick(SURNAMES) + (chance.chance(0.75) ? given + chance.pick(GIVEN) : given);
};

export const fakePhone = (chance: Chance): string => chance.pick(MOBILE) + digits(chance, 8);

/** Number plate: the province's sign, the city's letter, five signs without I and O. */
export const fakePlate = (chance: Chance, region: Region): string => {
  let plate = region.plate + (PLATE[chance.below(8)] as string);
  for (let i = 0; i < 5; i += 1) plate += PLATE[i < 2 ? chance.below(34) : 24 + chance.below(10)] as string;
  return plate;
};

export const fakeEmail = (chance: Chance): string => `u${digits(chance, 7)}@${chance.pick(MAIL)}`;

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** The 18th sign of an identity number, ISO 7064 MOD 11-2 (GB 11643-1999). `body` holds the first 17 digits. */
export function idChecksum(body: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (body.charCodeAt(i) - 48) * (ID_WEIGHTS[i] as number);
  return ID_CHECKS[sum % 11] as string;
}

/** A well-formed identity number of nobody in particular: place, day of birth, serial number, check sign. */
export function fakeIdNumber(chance: Chance, city: City, birth: number): string {
  const place = city.code.endsWith('00') ? `${city.code.slice(0, 4)}0${chance.between(1, 5)}` : city.code;
  const body = place + compactDay(birth) + digits(chance, 3);
  return body + idChecksum(body);
}

/** A 19-digit card number whose last digit is Luhn's. */
export function fakeCard(chance: Chance): string {
  const body = chance.pick(CARD) + digits(chance, 6) + digits(chance, 6);
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) {
    const digit = body.charCodeAt(body.length - 1 - i) - 48;
    sum += i % 2 === 1 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return body + String((10 - (sum % 10)) % 10);
}

export const fakePolicy = (chance: Chance, product: string, year: number): string =>
  `${product}${year}${digits(chance, 8)}`;
