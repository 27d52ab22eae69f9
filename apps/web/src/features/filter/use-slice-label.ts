import { type MeasureId, measures } from '@tocsin/contracts';
import { type MaybeRefOrGetter, computed, toValue } from 'vue';
import { useI18n } from 'vue-i18n';
import { sliceLabel } from './slice-label.ts';
import { useFilter } from './use-filter.ts';
import { useLabels } from './use-labels.ts';

/** The filter's slice in words, for charts' subtitles; some measures have a basis of their own. */
export function useSliceLabel(measure: MaybeRefOrGetter<MeasureId> = 'complaints') {
  const { t } = useI18n();
  const { filter } = useFilter();
  const { label } = useLabels();
  return computed(() => {
    if (!filter.value) return '';
    const basis = t(`filter.${measures[toValue(measure)].basis ?? filter.value.basis}Basis`);
    return sliceLabel(filter.value, basis, label, {
      separator: t('common.listSeparator'),
      all: t('slice.all'),
      without: (names) => t('slice.without', { names }),
    });
  });
}
