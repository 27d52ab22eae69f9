import { computed, ref } from 'vue';
import type { Regions } from './use-regions.ts';

/** Rows that are shown before the reader asks for all of them. */
const SHOWN = 14;

/** The rows of the page's heat maps: regions or cities in the order of the ranking, the first ones until all are asked for. */
export function useHeatRows({ ranking, name }: Regions, known: () => ReadonlySet<string>) {
  const isAll = ref(false);
  const all = computed(() => {
    const ranked = (ranking.data.value?.rows ?? []).map(({ code }) => code).filter((code) => known().has(code));
    const others = [...known()].filter((code) => !ranked.includes(code) && code !== '…');
    return [...ranked, ...others].filter((code) => code !== '');
  });
  const rows = computed(() =>
    (isAll.value ? all.value : all.value.slice(0, SHOWN)).map((code) => ({ key: code, label: name(code) })),
  );
  const hidden = computed(() => all.value.length - rows.value.length);
  return { rows, hidden, isAll };
}
