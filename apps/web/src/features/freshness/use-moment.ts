import { DASH } from '../../i18n/format.ts';
import { momentLabel } from '../../i18n/instants.ts';
import { useFreshness } from './use-freshness.ts';

/** Moments in the product's zone, as people read them; a dash where there is none. */
export function useMoment() {
  const { freshness } = useFreshness();
  return (at: string | null | undefined): string => {
    if (!at) return DASH;
    return freshness.value ? momentLabel(at, freshness.value.timeZone, freshness.value.today) : '';
  };
}
