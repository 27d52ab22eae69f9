import { type PreviewRuleReply, type TriggerRule, levels } from '@tocsin/contracts';
import type { Moment } from '../../detect/triggers/fact.ts';
import { foundFacts } from '../../detect/triggers/found-facts.ts';

/** What a trigger would tell now, the gravest first. */
export async function firedFacts(
  rule: TriggerRule,
  moment: Moment,
): Promise<Pick<PreviewRuleReply, 'total' | 'fired' | 'firings'>> {
  const facts = await foundFacts(rule, moment);
  const byLevel = { blue: 0, yellow: 0, orange: 0, red: 0 };
  for (const { level } of facts) byLevel[level] += 1;
  const gravest = facts.toSorted((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level));
  return {
    total: facts.length,
    fired: gravest.map(({ key, level, note }) => ({ key, level, bucket: moment.today, text: note })),
    // Of the present moment: how many a week there would be is not known.
    firings: { total: facts.length, perWeek: 0, byLevel },
  };
}
