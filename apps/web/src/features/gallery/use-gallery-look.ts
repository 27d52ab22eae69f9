import { type Palette, type SplitLook, palettes } from '@tocsin/charts';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { formatChange } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTheme } from '../../ui/use-theme.ts';
import { useBucketLabels } from '../figures/use-bucket-labels.ts';
import { useLabels } from '../filter/use-labels.ts';
import type { PictureLook } from './sample-maps.ts';

/** How the samples are written and coloured: as every page does it, in the reader's language and theme. */
export function useGalleryLook() {
  const { t } = useI18n();
  const { count, label } = useFormat();
  const { theme } = useTheme();
  const labels = useLabels();
  const buckets = useBucketLabels();
  const palette = computed<Palette>(() => palettes[theme.value]);
  const number = (value: number) => count(value);
  const written = computed(() => ({
    ...{ palette: palette.value, number },
    ...{ tick: (at: string) => buckets.tick('week', at), bucket: (at: string) => buckets.full('week', at) },
  }));
  const word = (name: string) => t(`gallery.words.${name}`);
  const split = computed<SplitLook>(() => ({
    ...written.value,
    words: {
      ...{ unfinished: word('unfinished'), immature: word('immature'), nowcast: word('nowcast') },
      ...{ noData: word('noData'), compared: word('before'), total: word('total') },
    },
    ...{ isCompared: false, isNamed: true, width: 560, height: 240 },
    change: (value, compared) => formatChange(value / compared - 1),
  }));
  const picture = computed<PictureLook>(() => ({
    ...{ palette: palette.value, number, label },
    ...{ name: (region: string) => labels.label('region', region) },
    ...{ caption: t('gallery.caption'), approval: t('gallery.approval') },
  }));
  return { palette, written, split, picture, word, label, number };
}

export type GalleryLook = ReturnType<typeof useGalleryLook>;
