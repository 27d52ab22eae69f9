import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { sliceLabel } from './slice-label.ts';
import { useFilter } from './use-filter.ts';
import { useLabels } from './use-labels.ts';

/** The filter's slice in words, for charts' subtitles. */
export function useSliceLabel() {
  const { t } = useI18n();
  const { filter } = useFilter();
  const { label } = useLabels();
  return computed(() => {
    if (!filter.value) return '';
    const basis = t(`filter.${filter.value.basis}Basis`);
    return sliceLabel(filter.value, basis, label, t('common.listSeparator'), t('slice.all'));
  });
}
