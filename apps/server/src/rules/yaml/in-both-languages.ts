import type { Sentence } from '@tocsin/contracts';
import { z } from 'zod';

const chinese = z.locales.zhCN().localeError;

/** What is wrong with a value, as the schema says it, in both languages. */
export function inBothLanguages(schema: z.ZodType, value: unknown, issue: z.core.$ZodIssue): Sentence {
  if (issue.code === 'custom') {
    const zh: unknown = issue.params?.['zh'];
    return { zh: typeof zh === 'string' ? zh : issue.message, en: issue.message };
  }
  const where = JSON.stringify(issue.path);
  const same = schema
    .safeParse(value, { error: chinese })
    .error?.issues.find(({ code, path }) => code === issue.code && JSON.stringify(path) === where);
  return { zh: same?.message ?? issue.message, en: issue.message };
}
