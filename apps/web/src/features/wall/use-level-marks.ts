import { levelShapes, type TrendMark, type TrendPoint } from '@tocsin/charts';
import { computed, type Ref } from 'vue';

/** Warnings on the wall's line: the level's shape where the bucket's value stands, in per cent of the plot. */
export const useLevelMarks = (
  points: Readonly<Ref<readonly TrendPoint[]>>,
  marks: Readonly<Ref<readonly TrendMark[]>>,
  top: Readonly<Ref<number>>,
) =>
  computed(() =>
    marks.value.flatMap(({ at, level }) => {
      const index = points.value.findIndex((point) => point.at === at);
      const value = points.value[index]?.value ?? null;
      if (value === null) return [];
      const left = ((index + 0.5) / points.value.length) * 100;
      return [{ at, level, left, bottom: (value / top.value) * 100, text: levelShapes[level].mark }];
    }),
  );
