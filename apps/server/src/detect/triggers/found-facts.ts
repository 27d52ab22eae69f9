import type { TriggerRule } from '@tocsin/contracts';
import { dueIn } from './due-in.ts';
import type { Fact, Moment, RuleOf } from './fact.ts';
import { jointPeople, media } from './notable-cases.ts';
import { repeatedSubject } from './repeated-subject.ts';
import { samePlace } from './same-place.ts';

/** What the trigger of a rule finds to be so at a moment. */
export function foundFacts(rule: TriggerRule, moment: Moment): Promise<Fact[]> {
  switch (rule.trigger.name) {
    case 'joint-people':
      return jointPeople(rule as RuleOf<'joint-people'>, moment);
    case 'same-place-surrender':
      return samePlace(rule as RuleOf<'same-place-surrender'>, moment);
    case 'media':
      return media(rule as RuleOf<'media'>, moment);
    case 'due-in':
      return dueIn(rule as RuleOf<'due-in'>, moment);
    case 'repeated-subject':
      return repeatedSubject(rule as RuleOf<'repeated-subject'>, moment);
  }
}
