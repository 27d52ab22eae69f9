import type { ReferenceColumn, ReferenceColumnType } from './reference-table.ts';

type More = Partial<Omit<ReferenceColumn, 'name' | 'type' | 'label'>>;

/** A column; not required unless `more` says so. */
export const column = (
  name: string,
  type: ReferenceColumnType,
  zh: string,
  en: string,
  more: More = {},
): ReferenceColumn => ({ name, type, label: { zh, en }, required: false, ...more });

/** A column that chooses between `[value, zh, en]`. */
export const choice = (
  name: string,
  zh: string,
  en: string,
  options: readonly (readonly [string, string, string])[],
  more: More = {},
): ReferenceColumn =>
  column(name, 'choice', zh, en, {
    ...more,
    options: options.map(([value, inChinese, inEnglish]) => ({ value, label: { zh: inChinese, en: inEnglish } })),
  });

export const required = { required: true } as const;

/** The slice that a figure of the company is of; '' is "not broken down by this". */
export const region = column('region', 'region', '地区', 'Region', { names: 'region' });
export const organisation = column('organisation', 'code', '机构', 'Organisation', { names: 'organisation' });
export const line = column('line', 'code', '险类', 'Line', { names: 'line' });
