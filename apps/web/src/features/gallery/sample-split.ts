import { type Palette, type SplitSeries, seriesStyles } from '@tocsin/charts';
import type { Sentence } from '@tocsin/contracts';
import type { ExhibitState } from './exhibits.ts';
import { arrivals, complaints, lines, ofLine, yearBefore } from './sample-figures.ts';
import { isComplete, shownWeeks, valueIn } from './sample-trend.ts';

/** Lines of business over time; what still comes in is shown of their sum, which alone can have an interval. */
export function sampleSplit(state: ExhibitState, palette: Palette, name: (label: Sentence) => string): SplitSeries {
  const at = shownWeeks(state);
  const codes = lines.map(({ code }) => code);
  const styles = seriesStyles(codes, codes, palette);
  const whole = { code: '', label: '', share: 1000, style: { colour: palette.accent, dash: 'solid' as const } };
  const parts = lines.map((line) => ({
    ...{ code: line.code, label: name(line.name), share: line.share },
    style: styles.get(line.code) ?? whole.style,
  }));
  const drawn = state === 'immature' ? [whole] : parts;
  return {
    at,
    notes: [],
    lines: drawn.map(({ code, label, share, style }, place) => {
      const own = code === '' ? complaints : ofLine(share, place);
      return {
        ...{ id: code, name: label, style },
        points: at.map((_, index) => ({
          ...{ value: valueIn(state, own, index), complete: isComplete(state, index) },
          compared: Math.round(((yearBefore[index] ?? 0) * share) / 1000),
          ...(state === 'immature' && arrivals.has(index)
            ? { immature: true, nowcast: arrivals.get(index) }
            : { immature: false }),
        })),
      };
    }),
  };
}
