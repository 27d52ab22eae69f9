import { palettes, REST, type SplitSeries, seriesStyles } from '@tocsin/charts';
import { computed, type ComputedRef, type Ref } from 'vue';
import { useTheme } from '../../ui/use-theme.ts';
import { useAnnotations } from '../annotations/use-annotations.ts';
import type { SeriesPoint } from '../figures/figures-api.ts';
import { useFilter } from '../filter/use-filter.ts';
import { useLabels } from '../filter/use-labels.ts';
import { splitFigures, splitLines } from './split-lines.ts';
import type { TrendsState } from './trends-state.ts';

/** The figures as series to draw: ordered, named, in their colours, with what happened and what is brushed. */
export function useDrawnSplit(
  state: ComputedRef<TrendsState | undefined>,
  series: Readonly<Ref<readonly SeriesPoint[] | undefined>>,
) {
  const { theme } = useTheme();
  const { filter, edge } = useFilter();
  const { label, codesOf } = useLabels();
  const grain = () => state.value?.grain ?? 'week';
  const notes = useAnnotations(() => filter.value, grain);
  const palette = computed(() => palettes[theme.value]);
  const name = (code: string) => (state.value?.split === undefined ? '' : label(state.value.split, code));

  const figures = computed(() => {
    const all = splitFigures(series.value ?? [], grain(), edge.value ?? '');
    // all others together belong into a whole; as a line of their own they would only press the others down
    return state.value?.shape === 'stacked' ? all : { ...all, codes: all.codes.filter((code) => code !== REST) };
  });
  const styles = computed(() => {
    const { split, level = 1 } = state.value ?? {};
    const known = split === undefined ? [] : codesOf(split).map(({ code }) => code);
    // of a tree only this level: its own order spreads the colours better than the whole list's
    const beside = known.filter((code) => code.split('.').length === level);
    return seriesStyles(figures.value.codes, beside, palette.value);
  });
  const lines = computed(() => {
    const whole = { colour: palette.value.accent, dash: 'solid' as const };
    const own = state.value?.split === undefined ? new Map([['', whole]]) : styles.value;
    return splitLines(figures.value, name, own, whole);
  });
  const split = computed<SplitSeries>(() => {
    const { at } = figures.value;
    const { brush } = state.value ?? {};
    const inside = at.flatMap((day, index) => (brush && day >= brush.from && day < brush.until ? [index] : []));
    const brushed = inside.length === 0 ? undefined : ([inside[0] ?? 0, inside.at(-1) ?? 0] as const);
    return { at, lines: lines.value, notes: notes.value, brushed };
  });
  return { split, styles, palette, name };
}
