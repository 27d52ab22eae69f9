import { type Alert, dimensions } from '@tocsin/contracts';
import { useI18n } from 'vue-i18n';
import { useLabels } from '../filter/use-labels.ts';

/** A warning's slice in words, in the order of the dimensions: 安徽 · 互联网 · 退保. */
export function useAlertSlice() {
  const { t } = useI18n();
  const { label } = useLabels();
  return (slice: Alert['slice']): string => {
    const parts = dimensions.flatMap((dimension) => {
      const code = slice[dimension];
      return code === undefined ? [] : [label(dimension, code)];
    });
    return parts.length === 0 ? t('alerts.wholeCompany') : parts.join(' · ');
  };
}
