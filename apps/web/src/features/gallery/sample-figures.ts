import type { Sentence } from '@tocsin/contracts';
import { addDays } from '../../i18n/days.ts';

/** Figures of an invented insurer, the same on every visit: half a year of weeks, and a level that rises in September. */
export const weeks: readonly string[] = Array.from({ length: 26 }, (_, index) => addDays('2026-05-25', 7 * index));

export const complaints: readonly number[] = [
  ...[212, 198, 225, 240, 231, 219, 244, 252, 238, 226, 247, 261, 255],
  ...[249, 270, 266, 258, 281, 274, 262, 343, 318, 290, 276, 284, 112],
];
export const yearBefore: readonly number[] = [
  ...[188, 201, 196, 214, 205, 199, 221, 230, 212, 208, 219, 233, 228],
  ...[224, 241, 238, 229, 246, 240, 251, 263, 259, 248, 244, 252, 239],
];
/** What the history lets expect, and the largest count that would still be ordinary. */
export const expected: readonly number[] = [
  ...[208, 211, 214, 218, 221, 223, 226, 229, 231, 233, 236, 239, 241],
  ...[244, 247, 250, 252, 255, 257, 259, 262, 264, 266, 267, 269, 270],
];
export const upper: readonly number[] = expected.map((value) => Math.round(value + 2.8 * Math.sqrt(value)));

/** The last week still runs; the three before it still come in, by so much. */
export const LAST = weeks.length - 1;
export const arrivals: ReadonlyMap<
  number,
  { readonly expected: number; readonly lower: number; readonly upper: number }
> = new Map([
  [LAST - 3, { expected: 293, lower: 288, upper: 299 }],
  [LAST - 2, { expected: 285, lower: 277, upper: 294 }],
  [LAST - 1, { expected: 304, lower: 291, upper: 318 }],
]);
/** Three weeks that nobody delivered. */
export const isGap = (index: number): boolean => index >= 8 && index < 11;

/** Lines of business with their share of each week, in per mille; what rises in week 20 is motor. */
export const lines: readonly { readonly code: string; readonly name: Sentence; readonly share: number }[] = [
  { code: 'property.motor', name: { zh: '车险', en: 'Motor' }, share: 430 },
  { code: 'life.life', name: { zh: '寿险', en: 'Life' }, share: 260 },
  { code: 'life.health', name: { zh: '健康险', en: 'Health' }, share: 190 },
  { code: 'property.guarantee', name: { zh: '保证险', en: 'Guarantee' }, share: 120 },
];

/** One line's complaints: its share of the week, moved a little from week to week. */
export const ofLine = (share: number, place: number): number[] =>
  complaints.map((value, index) =>
    Math.round(((value * share) / 1000) * (1 + (((index * 7 + place * 5) % 9) - 4) / 60)),
  );

/** Complaints by region, from the largest to none; two that nobody delivered. */
export const regionCounts: ReadonlyMap<string, number | null> = new Map([
  ...([
    ['440000', 186],
    ['370000', 164],
    ['320000', 151],
    ['330000', 139],
    ['410000', 128],
  ] as const),
  ...([
    ['510000', 117],
    ['110000', 104],
    ['310000', 98],
    ['420000', 91],
    ['430000', 84],
  ] as const),
  ...([
    ['340000', 79],
    ['130000', 73],
    ['350000', 66],
    ['210000', 61],
    ['610000', 55],
  ] as const),
  ...([
    ['360000', 49],
    ['500000', 46],
    ['120000', 41],
    ['530000', 37],
    ['450000', 34],
  ] as const),
  ...([
    ['140000', 31],
    ['230000', 28],
    ['520000', 26],
    ['220000', 22],
    ['620000', 18],
  ] as const),
  ...([
    ['650000', 15],
    ['150000', 13],
    ['460000', 9],
    ['640000', 6],
    ['630000', 3],
  ] as const),
  ...([
    ['540000', null],
    ['440300', 42],
    ['370200', 31],
    ['330200', 27],
    ['350200', 19],
    ['210200', null],
  ] as const),
]);
/** What was expected of some of them; the others came as expected. */
export const regionExpected: ReadonlyMap<string, number> = new Map([
  ...([
    ['340000', 41],
    ['370000', 128],
    ['440000', 190],
    ['510000', 150],
  ] as const),
  ...([
    ['310000', 62],
    ['610000', 74],
    ['450000', 48],
    ['110000', 92],
  ] as const),
]);

/** Reasons, this period and the one before. */
export const reasons: readonly {
  readonly code: string;
  readonly name: Sentence;
  readonly value: number | null;
  readonly before: number | null;
}[] = [
  { code: 'claims-delay', name: { zh: '理赔时效', en: 'Slow claims' }, value: 412, before: 338 },
  { code: 'surrender', name: { zh: '退保纠纷', en: 'Surrender' }, value: 287, before: 214 },
  { code: 'mis-selling', name: { zh: '销售误导', en: 'Mis-selling' }, value: 203, before: 226 },
  { code: 'claims-refused', name: { zh: '拒赔', en: 'Claims refused' }, value: 176, before: 181 },
  { code: 'service', name: { zh: '服务态度', en: 'Service' }, value: 91, before: null },
  { code: 'unknown', name: { zh: '未填', en: 'Not given' }, value: null, before: 12 },
];

/** Four fields side by side that stand for no land: a real map comes from the company, with the number of its approval. */
export const inventedLand = {
  features: [
    ['370000', 0, 2] as const,
    ['320000', 2, 2] as const,
    ['410000', 0, 0] as const,
    ['340000', 2, 0] as const,
  ].map(([adcode, x, y]) => ({
    properties: { adcode },
    geometry: { type: 'Polygon', coordinates: [square(x, y)] },
  })),
};

function square(x: number, y: number) {
  return [
    [x, y],
    [x + 1.9, y],
    [x + 1.9, y + 1.9],
    [x, y + 1.9],
    [x, y],
  ];
}
