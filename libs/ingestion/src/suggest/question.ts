import type { CanonicalFieldName, Sentence } from '@tocsin/contracts';
import { maskText } from '../mask/mask-text.ts';

/** Something that only a person can say; until then the profile lacks it and may not be usable. */
export interface Question {
  readonly code: 'day-order' | 'source' | 'complaint-id' | 'received-at' | 'unknown-codes';
  readonly field: CanonicalFieldName;
  /** '' where it is about no column. */
  readonly column: string;
  readonly choices: readonly string[];
  /** What is asked about: the values that are no codes. Those that masking would change are left out. */
  readonly values: readonly string[];
  readonly sentence: Sentence;
}

const MOST_VALUES = 50;

export const dayOrderQuestion = (column: string, field: CanonicalFieldName, choices: readonly string[]): Question => ({
  ...{ code: 'day-order', field, column, choices, values: [] },
  sentence: {
    zh: `列「${column}」的日期既可按“月/日”也可按“日/月”读取，样本无法判断：请选择日期格式。`,
    en: `The dates of "${column}" can be read month first or day first, and no value proves which: choose the format.`,
  },
});

/** `unknown` values are shown masked. */
export function codesQuestion(
  column: string,
  field: CanonicalFieldName,
  unknown: readonly string[],
  choices: readonly string[],
): Question {
  const shown = unknown.slice(0, 5).map((value) => maskText(value.slice(0, 40)));
  return {
    ...{ code: 'unknown-codes', field, column, choices },
    values: unknown.filter((value) => maskText(value) === value).slice(0, MOST_VALUES),
    sentence: {
      zh: `列「${column}」有 ${unknown.length} 个值不在代码表中（${shown.join('、')}）：请为它们指定代码。`,
      en: `"${column}" has ${unknown.length} values that are no codes (${shown.join(', ')}): say which code each is.`,
    },
  };
}

const missing = {
  source: {
    zh: '没有列说明投诉来源：请为整个文件选择一个来源。',
    en: 'No column tells where the complaints came from: choose one source for the whole file.',
  },
  'complaint-id': {
    zh: '没有找到投诉编号列：请指定，或选择能确定一件投诉的几列。',
    en: 'No column holds a complaint number: name it, or name columns that together identify a complaint.',
  },
  'received-at': {
    zh: '没有找到受理时间列：请指定。',
    en: 'No column tells when a complaint was received: name it.',
  },
} as const;

/** A required field that no column feeds. */
export const missingQuestion = (
  code: keyof typeof missing,
  field: CanonicalFieldName,
  choices: readonly string[],
): Question => ({ code, field, column: '', choices, values: [], sentence: missing[code] });
