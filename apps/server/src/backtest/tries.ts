import type { AnyRule, BacktestInput, RuleVariant, Sentence, SeriesRule } from '@tocsin/contracts';
import { z } from 'zod';
import { isEvaluated } from '../detect/evaluated-rule.ts';
import { isRateRule } from '../detect/rates/rate-rule.ts';
import { type ReplayableRule, ReplayedRule } from './replay/replayed-rule.ts';
import { isReplayable } from './replay/rules-by-kind.ts';
import { type Setting, stricterSettings } from './settings.ts';
import { faultsOf, withVariant } from './variant.ts';

/** A rule that is asked about, and the version that is told of it: 0 for a draft. */
export interface AskedRule {
  readonly version: number;
  readonly rule: AnyRule;
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
  const replayed = (rule: ReplayableRule, settings: readonly Setting[] = []) =>
    new ReplayedRule(
      rule,
      settings.flatMap(({ keeps }) => (keeps === undefined ? [] : [keeps])),
    );
  return rules.flatMap((asked) => {
    const budget = input.budgetPerWeek ?? asked.rule.budgetPerWeek;
    const one = (rule: AnyRule, variant: RuleVariant | null): Try => {
      const trouble = troubleOf(rule);
      const nothing = { asked, variant, trouble, replayed: undefined, settings: [], budget };
      if (trouble !== null || !isReplayable(rule)) return nothing;
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

/** What is said of rules that are to keep a budget and have nothing that could be stricter. */
export const notesOn = (tries: readonly Try[]): Sentence[] =>
  tries
    .filter(({ variant, budget, settings }) => variant === null && budget !== null && settings.length === 0)
    .filter(({ asked: { rule } }) => rule.kind === 'trigger' || rule.kind === 'missing-feed')
    .map(({ asked: { rule } }) => nothingStricter(rule.label));

function alternative(asked: AskedRule, variant: RuleVariant, one: (rule: AnyRule, variant: RuleVariant) => Try): Try[] {
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
function withVariantIfValid(rule: AnyRule, variant: RuleVariant): AnyRule | undefined {
  try {
    return withVariant(rule, variant);
  } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}

function troubleOf(rule: AnyRule): Sentence | null {
  return rule.kind === 'series' ? troubleOfSeries(rule) : null;
}

function troubleOfSeries(rule: SeriesRule): Sentence | null {
  if (isRateRule(rule)) return null;
  if (!isEvaluated(rule)) return notJudged;
  if (rule.split.some(({ dimension }) => dimension === 'special_group')) return bySpecialGroup;
  return null;
}

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

const nothingStricter = ({ zh, en }: Sentence): Sentence => ({
  zh: `规则“${zh}”逐件或逐次告知事实，没有更严的参数可以建议。`,
  en: `“${en}” tells every single case or delivery: it has no stricter setting that could be suggested.`,
});
