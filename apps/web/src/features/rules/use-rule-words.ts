import {
  type DetectorInfo,
  type RuleMeasure,
  type Sentence,
  keptAndExcluded,
  leadingIds,
  measures,
} from '@tocsin/contracts';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../i18n/use-format.ts';
import { filterDimensions } from '../filter/filter-state.ts';
import { useLabels } from '../filter/use-labels.ts';
import type { RuleForm } from './rule-form.ts';
import { type Decided, useLevelWords } from './use-level-words.ts';
import { useDetectors } from './use-rules.ts';

const leadingLabels: Readonly<Record<(typeof leadingIds)[number], Sentence>> = {
  enquiries: { zh: '咨询量', en: 'Enquiries' },
  'claim-reports': { zh: '报案量', en: 'Claim reports' },
  'surrender-requests': { zh: '退保申请量', en: 'Surrender requests' },
  'failed-callbacks': { zh: '回访失败量', en: 'Failed call-backs' },
  'media-mentions': { zh: '媒体提及量', en: 'Media mentions' },
};

/** What a rule's measure is called, in both languages. */
export function measureLabel(measure: RuleMeasure): Sentence {
  const leading = leadingIds.find((id) => measure === `leading:${id}`);
  return leading
    ? leadingLabels[leading]
    : (measures[measure as keyof typeof measures]?.label ?? { zh: measure, en: measure });
}

type Told = Omit<RuleForm, 'parameters' | 'label' | 'id'>;

/** Rules in plain words, in the reader's language. */
export function useRuleWords() {
  const { t } = useI18n();
  const { label, sentence } = useFormat();
  const labels = useLabels();
  const levelSaid = useLevelWords();
  const { data } = useDetectors();

  const methodOf = (name: string): DetectorInfo | undefined => data.value?.detectors.find((one) => one.name === name);
  const methodName = (name: string): string => {
    const found = methodOf(name);
    return found ? sentence(found.label) : name;
  };
  const slice = ({ where }: Pick<RuleForm, 'where'>): string => {
    const parts = filterDimensions.flatMap((dimension) => {
      const { kept, excluded } = keptAndExcluded(where[dimension] ?? []);
      const names = (codes: readonly string[]) =>
        codes.map((code) => labels.label(dimension, code)).join(t('common.listSeparator'));
      return [
        ...(kept.length > 0 ? [names(kept)] : []),
        ...(excluded.length > 0 ? [t('slice.without', { names: names(excluded) })] : []),
      ];
    });
    return parts.length === 0 ? t('rules.preview.whole') : parts.join(' · ');
  };
  const splitWords = ({ split }: Told): string =>
    split.length === 0
      ? ''
      : t('rules.said.split', {
          dimensions: split.map(({ dimension }) => t(`dimension.${dimension}`)).join(t('common.listSeparator')),
        });
  /** What is watched, in a sentence. */
  const said = (rule: Told): string =>
    t(`rules.said.${rule.kind}`, {
      ...{ grain: t(`rules.said.grain.${rule.grain}`), slice: slice(rule), split: splitWords(rule) },
      ...{ measure: label(measureLabel(rule.measure)), how: methodName(rule.method) },
    });
  /** The whole rule, with what it asks for before it speaks. */
  const whole = (rule: Told & Decided): string =>
    [
      said(rule),
      levelSaid(rule),
      rule.kind === 'series' && rule.minCount > 0 ? t('rules.said.fewest', { count: rule.minCount }) : '',
      rule.budgetPerWeek === null ? '' : t('rules.said.budget', { count: rule.budgetPerWeek }),
      rule.activeHours ? t('rules.said.hours', { from: rule.activeHours.from, until: rule.activeHours.until }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  return { said, whole, slice, methodName, methodOf };
}

/** A name in both languages: the figure, the slice as the reader calls it, and the method. */
export function suggestedName(form: RuleForm, slice: string, method: Sentence | undefined): Sentence {
  const hasSlice = Object.values(form.where).some((codes) => codes.length > 0);
  const isSeries = form.kind === 'series' || form.kind === 'scan';
  const of = (language: 'zh' | 'en') =>
    [
      ...(isSeries ? [measureLabel(form.measure)[language]] : []),
      ...(hasSlice ? [slice] : []),
      method?.[language] ?? form.method,
    ].join(' · ');
  return { zh: of('zh'), en: of('en') };
}
