import type { Measure } from '@tocsin/contracts';
import { useI18n } from 'vue-i18n';
import { formatChange, formatPercent, formatPoints, formatRate } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { Change } from './change.ts';

/** A measure's figures and changes as text. */
export function useChangeText() {
  const { t } = useI18n();
  const { count } = useFormat();
  const figure = (measure: Measure, value: number | null): string => {
    if (measure.unit.en === '%') return formatPercent(value);
    return measure.kind === 'sum' || measure.kind === 'works' ? count(value) : formatRate(value);
  };
  const change = (measure: Measure, moved: Change): string => {
    switch (moved.kind) {
      case 'ratio':
        return formatChange(moved.ratio);
      case 'points':
        return t('card.points', { points: formatPoints(moved.points) });
      case 'both':
        return t('card.fromTo', { before: figure(measure, moved.before), value: figure(measure, moved.value) });
    }
  };
  return { figure, change };
}
