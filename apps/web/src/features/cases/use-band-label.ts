import { useI18n } from 'vue-i18n';

const plain: readonly string[] = ['open', 'overdue', 'today', 'later', 'none'];

/** The name of a band of due days: 已逾期, T−3. */
export function useBandLabel() {
  const { t } = useI18n();
  return (band: string): string => (plain.includes(band) ? t(`cases.bands.${band}`) : `T−${band.slice(1)}`);
}
