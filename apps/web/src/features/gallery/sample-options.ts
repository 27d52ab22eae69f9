import {
  type EvidenceWord,
  type TrendWord,
  evidenceOption,
  linesOption,
  stackedOption,
  trendOption,
} from '@tocsin/charts';
import type { EChartsOption } from 'echarts';
import type { ExhibitId, ExhibitState } from './exhibits.ts';
import { sampleSplit } from './sample-split.ts';
import { sampleEvents, sampleEvidence, sampleTrend } from './sample-trend.ts';
import type { GalleryLook } from './use-gallery-look.ts';

/** What is read of a look that Vue keeps: its values as they are now. */
export interface OptionLook {
  readonly written: GalleryLook['written']['value'];
  readonly split: GalleryLook['split']['value'];
  readonly word: (name: string) => string;
  readonly label: GalleryLook['label'];
}

export const optionIds = ['trend', 'evidence', 'lines', 'stacked'] as const satisfies readonly ExhibitId[];
export type OptionId = (typeof optionIds)[number];

const trendWords = ['expected', 'nowcast', 'now', 'before', 'unfinished', 'warnings', 'noData'] as const;
const evidenceWords = ['observed', 'expected', 'upper', 'unfinished', 'noData'] as const;

/** An exhibit that is drawn on a canvas, in one of its states. */
export function sampleOption(id: OptionId, state: ExhibitState, look: OptionLook): EChartsOption {
  const { written, split, word, label } = look;
  const named = <Word extends string>(words: readonly Word[]) =>
    Object.fromEntries(words.map((name) => [name, word(name)])) as Record<Word, string>;
  if (id === 'trend') {
    const words = named<TrendWord>(trendWords);
    const sample = sampleTrend(state, { warning: word('warnings'), note: word('note') });
    return trendOption(sample, { ...written, words });
  }
  if (id === 'evidence') {
    const words = named<EvidenceWord>(evidenceWords);
    const verdict = ({ verdict: kind }: { verdict: string }) => word(`verdict.${kind}`);
    return evidenceOption(sampleEvidence(state), sampleEvents, { ...written, words, verdict });
  }
  const series = sampleSplit(state, written.palette, label);
  return id === 'lines'
    ? linesOption(series, { ...split, isCompared: state === 'normal' })
    : stackedOption(series, split);
}
