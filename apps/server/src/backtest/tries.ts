import type { BacktestInput, RuleVariant, Sentence, SeriesRule } from '@tocsin/contracts';
import { z } from 'zod';
import { isEvaluated } from '../detect/evaluated-rule.ts';
import { isRateRule } from '../detect/rates/rate-rule.ts';
import { type ReplayableRule, ReplayedRule } from './replayed-rule.ts';
import { type Setting, stricterSettings } from './settings.ts';
import { faultsOf, withVariant } from './variant.ts';

/** A rule that is asked about: as it is kept or drafted; null for one that has no series. */
export interface AskedRule {
  readonly id: string;
  readonly version: number;
  readonly label: Sentence;
  readonly budgetPerWeek: number | null;
  readonly rule: SeriesRule | null;
}

/** One rule or variant on its way through the past. */
export interface Try {
  readonly asked: AskedRule;
  readonly variant: RuleVariant | null;
  /** Why it cannot be tried. */
  readonly trouble: Sentence | null;
  readonly replayed: ReplayedRule | undefined;
  /** Settings for a budget, in the order of the warnings of `replayed` after its own; those without are replayed apart. */
  readonly settings: readonly (Setting & { readonly replayed?: ReplayedRule })[];
  readonly budget: number | null;
}

/** Everything that a back-test tries: each rule as it is, then its alternatives. */
export function triesOf(
  rules: readonly AskedRule[],
  input: Pick<BacktestInput, 'alternatives' | 'budgetPerWeek'>,
): Try[] {
  let number = 0;
  // Signals are known by their rule's id: each try has one of its own.
  const replayed = (rule: ReplayableRule, settings: readonly Setting[] = []) =>
    new ReplayedRule(
      { ...rule, id: `${rule.id}#${(number += 1)}`, version: 1 },
      settings.flatMap(({ keeps }) => (keeps === undefined ? [] : [keeps])),
    );
  return rules.flatMap((asked) => {
    const budget = input.budgetPerWeek ?? asked.budgetPerWeek;
    const one = (rule: SeriesRule | null, variant: RuleVariant | null): Try => {
      const trouble = rule === null ? noSeries : troubleOf(rule);
      const nothing = { asked, variant, trouble, replayed: undefined, settings: [], budget };
      if (rule === null || trouble !== null || !isReplayable(rule)) return nothing;
      const settings = budget === null ? [] : stricterSettings(rule);
      const apart = settings.flatMap((setting) => {
        if (setting.keeps !== undefined) return [setting];
        const changed = withVariantIfValid(rule, setting.variant);
        return changed !== undefined && isReplayable(changed) ? [{ ...setting, replayed: replayed(changed) }] : [];
      });
      return { ...nothing, replayed: replayed(rule, settings), settings: apart };
    };
    return [one(asked.rule, null), ...input.alternatives.flatMap((variant) => alternative(asked, variant, one))];
  });
}

function alternative(
  asked: AskedRule,
  variant: RuleVariant,
  one: (rule: SeriesRule, variant: RuleVariant) => Try,
): Try[] {
  if (asked.rule === null) return [];
  try {
    const changed = withVariant(asked.rule, variant);
    return changed === undefined ? [] : [one(changed, variant)];
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const trouble = refused(faultsOf(error));
    return [{ asked, variant, trouble, replayed: undefined, settings: [], budget: null }];
  }
}

/** A setting beyond what a field takes is none. */
function withVariantIfValid(rule: SeriesRule, variant: RuleVariant): SeriesRule | undefined {
  try {
    return withVariant(rule, variant);
  } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}

const isReplayable = (rule: SeriesRule): rule is ReplayableRule => isEvaluated(rule) || isRateRule(rule);

function troubleOf(rule: SeriesRule): Sentence | null {
  if (isRateRule(rule)) return null;
  if (!isEvaluated(rule)) return notJudged;
  if (rule.split.some(({ dimension }) => dimension === 'special_group')) return bySpecialGroup;
  return null;
}

const noSeries: Sentence = {
  zh: '只有监测序列的规则可以回测：扫描、触发条件和数据未到规则没有可重放的序列。',
  en: 'Only rules that watch series can be back-tested: scans, triggers and missing feeds have none to replay.',
};

const notJudged: Sentence = {
  zh: '该指标或方法的规则不能回测：请改用件数、先行指标或监管比率。',
  en: 'A rule of this measure or method cannot be back-tested: use numbers of cases, leading counts or published rates.',
};

const bySpecialGroup: Sentence = {
  zh: '按特殊群体拆分的规则不能回测：一件投诉可属于多个群体。请改为限定某一群体。',
  en: 'A rule split by special group cannot be back-tested, as a complaint may have several: limit it to one group.',
};

const refused = (faults: string): Sentence => ({
  zh: `该方案的参数无效：${faults}。`,
  en: `This alternative has values that are refused: ${faults}.`,
});
