import { EarsC2Detector, type Label, ThresholdDetector, type Verdict } from '@tocsin/contracts';
import { earsC1 } from './ears-c1.ts';
import { earsC2 } from './ears-c2.ts';
import { earsC3 } from './ears-c3.ts';
import { earsC3Defaults } from './ears-options.ts';
import type { Point } from './point.ts';
import { threshold } from './threshold.ts';

const earsOptions = EarsC2Detector.omit({ name: true });
const earsC3Options = earsOptions.extend({
  alpha: EarsC2Detector.shape.alpha.removeDefault().default(earsC3Defaults.alpha),
});
const thresholdOptions = ThresholdDetector.pick({ atLeast: true });

/** Something that turns a series into verdicts, with what a person and a rule need to know about it. */
export interface DetectorEntry {
  readonly name: string;
  readonly label: Label;
  readonly description: Label;
  /** Buckets that must lie before a bucket so that it can be judged. */
  history(options: unknown): number;
  /** Throws a ZodError for options that its schema refuses. */
  run(series: readonly Point[], options: unknown): Verdict[];
}

/** Every detector by name. */
export const detectors = {
  threshold: {
    name: 'threshold',
    label: { zh: '固定阈值', en: 'Fixed threshold' },
    description: { zh: '一期达到设定件数即触发', en: 'Fires when a period reaches the number set' },
    options: thresholdOptions,
    history: () => 0,
    run: (series: readonly Point[], options: unknown) => threshold(series, thresholdOptions.parse(options)),
  },
  'ears-c1': {
    name: 'ears-c1',
    label: { zh: 'EARS C1', en: 'EARS C1' },
    description: { zh: '与紧邻的前若干期相比是否异常偏高', en: 'Unusually high against the periods just before' },
    options: earsOptions,
    history: (options: unknown) => earsOptions.parse(options).baseline,
    run: (series: readonly Point[], options: unknown) => earsC1(series, earsOptions.parse(options)),
  },
  'ears-c2': {
    name: 'ears-c2',
    label: { zh: 'EARS C2', en: 'EARS C2' },
    description: {
      zh: '与近期历史相比是否异常偏高, 基线与本期之间隔两期, 缓慢上升不会抬高自己的基线',
      en: 'Unusually high against the recent past; two periods in between keep a slow rise out of its own baseline',
    },
    options: earsOptions,
    history: (options: unknown) => earsOptions.parse(options).baseline + 2,
    run: (series: readonly Point[], options: unknown) => earsC2(series, earsOptions.parse(options)),
  },
  'ears-c3': {
    name: 'ears-c3',
    label: { zh: 'EARS C3', en: 'EARS C3' },
    description: {
      zh: '前两期的偏高合计是否超出偶然, 用于单期不明显的连续上升',
      en: 'Whether the two periods before were too high together: for a rise that no single one proves',
    },
    options: earsC3Options,
    history: (options: unknown) => earsC3Options.parse(options).baseline + 4,
    run: (series: readonly Point[], options: unknown) => earsC3(series, earsC3Options.parse(options)),
  },
} as const satisfies Record<string, DetectorEntry & { options: object }>;

export type DetectorName = keyof typeof detectors;

/** The detector of that name; undefined if there is none. */
export function findDetector(name: string): DetectorEntry | undefined {
  return Object.values(detectors).find((entry) => entry.name === name);
}
