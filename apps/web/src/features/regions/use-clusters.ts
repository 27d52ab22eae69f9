import { clusterLetter } from '@tocsin/charts';
import type { GetClusters, GetClustersReply } from '@tocsin/contracts';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { call } from '../../api/request.ts';
import { useView } from '../filter/use-filter.ts';
import type { Regions } from './use-regions.ts';

/** A cluster with the letter that it is called by on map and table. */
export type LetteredCluster = GetClustersReply['clusters'][number] & { readonly letter: string };

/** The exposure that a rate is held against; counts are held against their own history. */
const OFFSETS: Partial<Record<string, string>> = { per_100m_premium: 'premium', per_10k_policies: 'policies' };

/** p as a table shows it: by simulation it is never below a thousandth. */
export const clusterP = (pValue: number): string => pValue.toFixed(3);

/** Clusters as pictures take them, where no table stands beside: their regions under a letter with its p. */
export const labelledRegions = (clusters: readonly LetteredCluster[]) =>
  clusters.map(({ letter, pValue, members }) => ({
    label: `${letter} p ${clusterP(pValue)}`,
    regions: members.map(({ code }) => code),
  }));

/** The clusters of the page's filter among all regions; asked for only where they are shown. */
export function useClusters({ everywhere, measureId, isCounted }: Regions) {
  const shown = useView('marks', ['clusters', 'none'] as const, () => 'clusters');
  const question = computed(() => {
    const offset = OFFSETS[measureId.value];
    if (offset !== undefined) return { by: 'region', measure: 'complaints', offset };
    return isCounted.value ? { by: 'region', measure: measureId.value } : undefined;
  });
  const query = computed(() => {
    if (everywhere.value === undefined || question.value === undefined) return undefined;
    const { offset } = question.value;
    // Published rates count what the regulator forwarded.
    return { ...everywhere.value, ...question.value, ...(offset === undefined ? {} : { basis: 'regulator' }) };
  });
  const found = useQuery({
    queryKey: computed(() => ['figures', 'clusters', query.value]),
    queryFn: ({ signal }) => call<typeof GetClusters>('GET', '/api/v1/clusters', { query: query.value ?? {}, signal }),
    enabled: computed(() => query.value !== undefined && shown.value === 'clusters'),
    placeholderData: keepPreviousData,
  });
  const clusters = computed((): readonly LetteredCluster[] =>
    shown.value === 'none' || query.value === undefined
      ? []
      : (found.data.value?.clusters ?? []).map((cluster, index) => ({ ...cluster, letter: clusterLetter(index) })),
  );
  return { shown, found, clusters, isAsked: computed(() => question.value !== undefined) };
}
