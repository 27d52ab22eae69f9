import { type Sentence, reportingRegion } from '@tocsin/contracts';
import { readAmount, readWhole } from '../check/text-values.ts';
import { dateReader } from '../dates/date-format.ts';
import { type CellOf, type ReadTable, readTable } from './read-table.ts';

/** Denominators of one month and slice. '' is "not broken down by this"; null is unknown, which is not zero. */
export interface ExposureRow {
  /** First day of the month. */
  readonly month: string;
  readonly region: string;
  readonly organisation: string;
  readonly line: string;
  readonly premium: number | null;
  readonly policies: number | null;
  readonly person_times: number | null;
}

const day = dateReader(['yyyy-MM-dd']);
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * Reads exposures: CSV with `month` (`2026-03` or `2026-03-01`) and any of region, organisation, line, premium (yuan),
 * policies, person_times. A row without a single figure says nothing and is refused. Regions become reporting regions.
 */
export function readExposures(text: string): ReadTable<ExposureRow> {
  return readTable(text, ['month'], readRow, (result): result is ExposureRow => 'month' in result);
}

function readRow(cell: CellOf): ExposureRow | Sentence {
  const month = cell('month').length === 7 ? `${cell('month')}-01` : cell('month');
  if (day(month) === undefined || !month.endsWith('-01')) {
    return {
      zh: `月份「${cell('month')}」无效：请写成 2026-03。`,
      en: `The month "${cell('month')}" is not valid: write it like 2026-03.`,
    };
  }
  const wrong: string[] = [];
  const figure = (column: string, read: typeof readAmount): number | null => {
    const value = cell(column);
    const text = value === '' ? '' : read(value, () => wrong.push(column));
    return text === '' || text === undefined ? null : Number(text);
  };
  const whole: typeof readAmount = (value, complain) => readWhole(value, 0, MOST, complain);
  const premium = figure('premium', readAmount);
  const policies = figure('policies', whole);
  const person_times = figure('person_times', whole);
  if (wrong.length > 0) {
    return {
      zh: `${wrong.join('、')} 不是有效数字：请填 0 或正数，不带千分位。`,
      en: `${wrong.join(', ')} is not a figure: give 0 or more, without thousands separators.`,
    };
  }
  if (premium === null && policies === null && person_times === null) {
    return {
      zh: '本行没有任何数字：请填写保费、保单数或人次。',
      en: 'The row has no figure: give premium, policies or person_times.',
    };
  }
  const slice = { region: reportingRegion(cell('region')), organisation: cell('organisation'), line: cell('line') };
  return { month, ...slice, premium, policies, person_times };
}
