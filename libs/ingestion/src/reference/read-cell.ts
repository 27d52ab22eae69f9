import { type ReferenceColumn, type ReferenceColumnType, type Sentence, reportingRegion } from '@tocsin/contracts';
import { isDay, publishedPeriod } from './published-period.ts';

const LONGEST_CODE = 128;
const LONGEST_TEXT = 500;
const LEAST_FIGURE = /^\d{1,15}(?:\.\d{1,6})?$/;
const ANY_FIGURE = /^-?\d{1,15}(?:\.\d{1,6})?$/;

/** The one way in which a value is written, or undefined where it is no value of the type. */
type ReadValue = (text: string, column: ReferenceColumn) => string | undefined;

const readers: Readonly<Record<ReferenceColumnType, ReadValue>> = {
  code: (text) => (text.length <= LONGEST_CODE && !/[|;]/.test(text) ? text : undefined),
  codes: (text) => {
    const codes = text
      .split(/[;；]/)
      .map((code) => code.trim())
      .filter((code) => code !== '');
    return codes.every((code) => code.length <= LONGEST_CODE && !code.includes('|'))
      ? [...new Set(codes)].join(';')
      : undefined;
  },
  text: (text) => (text.length <= LONGEST_TEXT ? text : undefined),
  day: (text) => (isDay(text) ? text : undefined),
  month: (text) => {
    const day = text.length === 7 ? `${text}-01` : text;
    return isDay(day) && day.endsWith('-01') ? day.slice(0, 7) : undefined;
  },
  period: (text) => (publishedPeriod(text) === undefined ? undefined : text),
  count: (text) => (/^\d{1,15}$/.test(text) ? String(Number(text)) : undefined),
  amount: (text) => (LEAST_FIGURE.test(text) ? text : undefined),
  number: (text) => (ANY_FIGURE.test(text) ? text : undefined),
  share: (text) => (LEAST_FIGURE.test(text) && Number(text) <= 1 ? text : undefined),
  choice: (text, { options = [] }) =>
    options.find(({ value, label }) => [value, label.zh, label.en].includes(text))?.value,
  region: (text) => (/[|;]/.test(text) ? undefined : reportingRegion(text)),
};

const tooLong = (most: number): Sentence => ({
  zh: `最多 ${most} 个字符，不含「|」和分号`,
  en: `at most ${most} characters, without | and ;`,
});
const figure: Sentence = {
  zh: '不是有效数字：请填 0 或正数，不带千分位',
  en: 'is not a figure: give 0 or more, without thousands separators',
};

const whys: Readonly<Record<ReferenceColumnType, (column: ReferenceColumn) => Sentence>> = {
  code: () => tooLong(LONGEST_CODE),
  codes: () => tooLong(LONGEST_CODE),
  region: () => tooLong(LONGEST_CODE),
  text: () => ({ zh: `过长：最多 ${LONGEST_TEXT} 个字符`, en: `is too long: at most ${LONGEST_TEXT} characters` }),
  day: () => ({ zh: '不是有效日期：请写成 2026-03-31', en: 'is not a day: write it like 2026-03-31' }),
  month: () => ({ zh: '无效：请写成 2026-03', en: 'is not valid: write it like 2026-03' }),
  period: () => ({
    zh: '不是期间：请写成 2026Q1、2026H1 或 2026',
    en: 'is not a period: write it like 2026Q1, 2026H1 or 2026',
  }),
  count: () => figure,
  amount: () => figure,
  number: () => ({ zh: '不是有效数字：不带千分位', en: 'is not a number: without thousands separators' }),
  share: () => ({ zh: '不是占比：请填 0 至 1', en: 'is not a share: give 0 to 1' }),
  choice: ({ options = [] }) => ({
    zh: `不在可选值之内：${options.map(({ value, label }) => `${value}（${label.zh}）`).join('、')}`,
    en: `is none of ${options.map(({ value }) => value).join(', ')}`,
  }),
};

/** The cell in its canonical writing ('' is not given), or what is wrong with it. */
export function readCell(column: ReferenceColumn, text: string): string | Sentence {
  const value = text.trim();
  if (value === '') return column.required ? missing(column) : '';
  const read = readers[column.type](value, column);
  if (read !== undefined) return read;
  const why = whys[column.type](column);
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return { zh: `${column.label.zh}「${shown}」${why.zh}。`, en: `${column.name} "${shown}" ${why.en}.` };
}

const missing = ({ name, label }: ReferenceColumn): Sentence => ({
  zh: `${label.zh}（${name}）为必填。`,
  en: `${name} is required.`,
});
