import { type Palette, type SplitSeries, colourEdges, colourStep, seriesStyles, textOn } from '@tocsin/charts';
import type { GetSaleCohortsReply } from '@tocsin/contracts';
import type { HeatCell } from '../../ui/HeatGrid.vue';

export const cohortFigures = ['cases', 'total', 'per10k'] as const;
export type CohortFigure = (typeof cohortFigures)[number];

type Cohort = GetSaleCohortsReply['cohorts'][number];
type Cell = Cohort['cells'][number];

/** Beside a figure whose month still runs. */
const OPEN = '*';

export const cellAt = (cohorts: readonly Cohort[], month: string, age: string): Cell | undefined =>
  cohorts.find((cohort) => cohort.month === month)?.cells[Number(age)];

/** Paints a triangle of one figure: colours by its own steps, a star where more will come, nothing past today. */
export function cohortPainter(cohorts: readonly Cohort[], figure: CohortFigure, palette: Palette) {
  const edges = colourEdges(cohorts.flatMap(({ cells }) => cells.map((cell) => cell[figure])));
  return (cell: Cell | undefined, text: (value: number) => string, title: (cell: Cell) => string): HeatCell => {
    if (cell === undefined) return { text: '', title: '', state: 'plain' };
    const value = cell[figure];
    if (value === null) return { text: '', title: title(cell), state: 'no-data' };
    const shown = `${text(value)}${cell.mature ? '' : OPEN}`;
    if (value === 0) return { text: shown, title: title(cell), state: 'plain' };
    const background = palette.sequential[colourStep(value, edges)] ?? '';
    return { text: shown, title: title(cell), background, colour: textOn(background), state: 'value' };
  };
}

/** The newest cohorts as lines over the months since the sale; a month that still runs is dotted. */
export function cohortLines(
  cohorts: readonly Cohort[],
  figure: CohortFigure,
  { palette, most, name }: { palette: Palette; most: number; name: (month: string) => string },
): SplitSeries {
  const known = cohorts.filter(({ cells }) => cells.some((cell) => cell[figure] !== null)).slice(-most);
  const styles = seriesStyles(
    known.map(({ month }) => month),
    [],
    palette,
  );
  const oldest = Math.max(0, ...known.map(({ cells }) => cells.length));
  const at = Array.from({ length: oldest }, (_, age) => String(age));
  return {
    at,
    notes: [],
    lines: known.map(({ month, cells }) => ({
      ...{ id: month, name: name(month), style: styles.get(month) ?? { colour: palette.ink3, dash: 'solid' as const } },
      points: at.map((_, age) => ({
        ...{ value: cells[age]?.[figure] ?? null, compared: null, complete: true },
        immature: cells[age]?.mature === false,
      })),
    })),
  };
}
