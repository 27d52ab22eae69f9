import type { RuleVariant } from '@tocsin/contracts';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../i18n/use-format.ts';
import { useRuleWords } from './use-rule-words.ts';

/** What differs in a variant, in words; a rule as it is differs in nothing. */
export function useVariantWords() {
  const { t, te } = useI18n();
  const { sentence } = useFormat();
  const { methodOf } = useRuleWords();
  return (variant: RuleVariant | null, method: string): string => {
    if (variant === null) return t('rules.backtest.asIs');
    return Object.entries(variant)
      .map(([path, value]) => {
        const name = path.split('.').at(-1) ?? path;
        const known = methodOf(method)?.fields.find((one) => one.name === name);
        const said = ['rules.fields', 'rules.limits'].map((group) => `${group}.${name}`).find((one) => te(one));
        const field = known ? sentence(known.label) : said === undefined ? path : t(said);
        return t('rules.backtest.factor', { field, value: String(value) });
      })
      .join(t('common.listSeparator'));
  };
}
