import { localParts } from '../../i18n/instants.ts';
import { useFreshness } from '../freshness/use-freshness.ts';

/** The day of a moment in the product's zone; null where there is none, or while the zone is not known. */
export function useDayOf() {
  const { freshness } = useFreshness();
  return (instant: string | null): string | null =>
    instant === null || freshness.value === undefined ? null : localParts(instant, freshness.value.timeZone).day;
}
