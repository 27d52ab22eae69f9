import type { SplitLook } from '@tocsin/charts';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useMedia } from '../../ui/use-media.ts';
import { bucketEnd } from '../figures/grain.ts';
import { useBucketLabels } from '../figures/use-bucket-labels.ts';
import { changeOf } from '../indicators/change.ts';
import { useChangeText } from '../indicators/use-change-text.ts';
import type { Mark } from '../marks/mark.ts';
import type { Trends } from './use-trends.ts';

/** Lines are named where they end up to this many; more, or a narrow screen, get a legend. */
const DIRECT_LABELS = 4;
/** What stands above and below the plot, in pixels. */
const AROUND = 360;

/** How the page's figures, buckets and marks are written. */
export function useTrendsLook({ state, measure, split, palette, isCompared, comparedName, name }: Trends) {
  const { t } = useI18n();
  const isNarrow = useMedia('(width <= 640px)');
  const labels = useBucketLabels();
  const texts = useChangeText();
  const grain = () => state.value?.grain ?? 'day';
  const text = (value: number | null) => texts.figure(measure.value, value);
  const bucket = (at: string) => labels.full(grain(), at);
  const tick = (at: string) => labels.tick(grain(), at);
  const look = computed<SplitLook>(() => ({
    palette: palette.value,
    words: {
      ...{
        unfinished: t('trend.unfinished'),
        immature: t('trends.immature'),
        nowcast: t('common.nowcast'),
        noData: t('trend.noData'),
      },
      ...{ compared: comparedName.value, total: t('trends.total') },
    },
    ...{ number: text, tick, bucket, isCompared: isCompared.value },
    ...{ width: isNarrow.value ? 280 : 760, height: innerHeight - AROUND },
    isNamed: !isNarrow.value && split.value.lines.length <= DIRECT_LABELS,
    change: (value, compared) => {
      const moved = changeOf(measure.value, value, compared);
      return moved === null ? '—' : texts.change(measure.value, moved);
    },
  }));
  /** A value of the split, a bucket, or both. */
  const markOf = (code: string, index: number | undefined): Mark => {
    const at = index === undefined ? undefined : split.value.at[index];
    const dimension = state.value?.split;
    const isValue = dimension !== undefined && code !== '…';
    return {
      name: [isValue ? name(code) : '', at === undefined ? '' : bucket(at)].filter(Boolean).join(' · '),
      ...(isValue ? { dimension, code } : {}),
      ...(at === undefined ? {} : { period: { from: at, until: bucketEnd(grain(), at) } }),
      measure: state.value?.measure,
    };
  };
  return { look, text, bucket, tick, markOf };
}
