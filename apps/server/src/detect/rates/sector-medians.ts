import type { IsoDay, Sentence } from '@tocsin/contracts';
import { publishedMedians } from '@tocsin/ingestion';
import { type Warehouse, referenceRows } from '@tocsin/warehouse';
import type { RateRule } from './rate-rule.ts';

export type Medians = ReturnType<typeof publishedMedians>;

/** What the regulator publishes for the whole country. */
const COUNTRY = '全国';
const QUARTER_MONTHS = 3;

export const sectorNames: Readonly<Record<string, Sentence>> = {
  property: { zh: '财产险行业', en: 'property insurers' },
  life: { zh: '人身险行业', en: 'life insurers' },
  all: { zh: '保险业', en: 'the whole industry' },
};

/** Every median that was published, as the reference table has it now. */
export const readMedians = async (warehouse: Warehouse): Promise<Medians> =>
  publishedMedians(await warehouse.rows(referenceRows({ table: 'median' })));

/** The country's medians for the rule's sector and rate, by the first day of their quarter. */
export function mediansOf({ measure, detector }: RateRule, medians: Medians): Map<IsoDay, number> {
  if (detector.name !== 'peer-median') return new Map();
  return new Map(
    medians
      .filter(
        (one) => one.measure === measure && one.sector === detector.sector && one.region === COUNTRY && isQuarter(one),
      )
      .map(({ from, value }) => [from, value]),
  );
}

/** Half years and years have medians too, of other lengths than what they would be compared with. */
const isQuarter = ({ from, until }: Medians[number]) =>
  monthNumber(until) - monthNumber(from) === QUARTER_MONTHS && monthNumber(from) % QUARTER_MONTHS === 0;

/** Months since the year 0. */
const monthNumber = (day: IsoDay) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
