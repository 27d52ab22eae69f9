import type { Grain } from '@tocsin/contracts';
import { useI18n } from 'vue-i18n';
import { weekNumber } from '../../i18n/days.ts';
import { useFormat } from '../../i18n/use-format.ts';

const quarterOf = (at: string) => Math.ceil(Number(at.slice(5, 7)) / 3);

/** How buckets of a grain are written: short on the axis, in full in tooltips and tables. */
export function useBucketLabels() {
  const { t } = useI18n();
  const { shortDay, month } = useFormat();
  const tick = (grain: Grain, at: string): string => {
    if (grain === 'year') return at.slice(0, 4);
    if (grain === 'quarter') return `${at.slice(0, 4)}Q${quarterOf(at)}`;
    if (grain !== 'month') return at.slice(5);
    return at.slice(5, 7) === '01' ? at.slice(0, 4) : month(at);
  };
  const full = (grain: Grain, at: string): string => {
    if (grain === 'year' || grain === 'quarter') return tick(grain, at);
    if (grain === 'month') return month(at, true);
    if (grain === 'day') return at;
    return `${at} · ${t('grain.week_n', { n: weekNumber(at) })}`;
  };
  return { tick, full, shortDay };
}
