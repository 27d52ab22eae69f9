import { type GetMediansReply, medianMeasures, type sectors } from '@tocsin/contracts';
import { publishedPeriod } from './published-period.ts';
import type { KeyedRow } from './reference-changes.ts';
import { isDerived } from './row-rules.ts';

export type PublishedMedian = GetMediansReply['medians'][number];

const metricNames: Readonly<Record<(typeof medianMeasures)[number], RegExp>> = {
  per_100m_premium: /亿元保费投诉量中位数/,
  per_10k_policies: /万张保单投诉量中位数/,
  per_10k_person_times: /万人次投诉量中位数/,
};

const sectorNames: Readonly<Record<string, (typeof sectors)[number]>> = {
  财产险: 'property',
  人身险: 'life',
  合计: 'all',
};

/** The medians among published figures, oldest first; `versions` says how many values each row has had. */
export function publishedMedians(
  rows: readonly KeyedRow[],
  versions: (key: string) => number = () => 1,
): PublishedMedian[] {
  const medians = rows.flatMap(({ key, cells }): PublishedMedian[] => {
    const { period = '', region = '', sector = '', metric = '', value = '', unit = '', note = '' } = cells;
    const measure = medianMeasures.find((id) => metricNames[id].test(metric));
    const days = publishedPeriod(period);
    const known = sectorNames[sector];
    if (measure === undefined || days === undefined || known === undefined) return [];
    return [
      {
        ...{ period, ...days, region, sector: known, measure, unit, note },
        value: Number(value),
        derived: isDerived(cells),
        versions: versions(key),
        bulletin: { title: cells['source_title'] ?? '', url: cells['source_url'] ?? '' },
      },
    ];
  });
  return medians.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
