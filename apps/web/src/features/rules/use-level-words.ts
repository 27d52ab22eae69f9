import type { Level } from '@tocsin/contracts';
import { useI18n } from 'vue-i18n';
import { levelDecided } from './level-decided.ts';
import type { RuleForm } from './rule-form.ts';

export type Decided = Pick<RuleForm, 'kind' | 'method' | 'parameters'>;

/** What decides the level of a rule's warnings, in a sentence. */
export function useLevelWords() {
  const { t } = useI18n();
  const name = (level: Level) => t(`alerts.levels.${level}`);
  return (rule: Decided): string => {
    const decided = levelDecided(rule);
    if (decided.by === 'rarity') return t('rules.said.level.rarity');
    if (decided.by === 'rule') return t('rules.said.level.rule', { level: name(decided.level) });
    if (decided.by === 'missed') {
      const { yellowFrom, orangeFrom } = decided;
      return t('rules.said.level.missed', { yellow: yellowFrom, orange: orangeFrom });
    }
    const steps = decided.steps.map(({ daysLeft, level }) =>
      t('rules.said.level.step', { days: daysLeft, level: name(level) }),
    );
    if (decided.overdue) steps.push(t('rules.said.level.overdue', { level: name(decided.overdue) }));
    return t('rules.said.level.daysLeft', { steps: steps.join(t('common.listSeparator')) });
  };
}
