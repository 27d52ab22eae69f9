import { type Slice, atLevel } from '@tocsin/contracts';
import { type RepeatedSubject, repeatedSubjects } from '@tocsin/warehouse';
import type { Fact, Moment, RuleOf } from './fact.ts';
import { periodOf, watched } from './watched.ts';
import { usually } from './words.ts';

/** Windows before the present one that say what is usual for a subject. */
const WINDOWS_BEFORE = 12;
/** Of an agent's key so many signs tell agents apart; all of them would fill the line. */
const KEY_SHOWN = 8;

const names = {
  agent: { zh: '销售人员', en: 'Agent' },
  outlet: { zh: '网点', en: 'Outlet' },
  product: { zh: '产品', en: 'Product' },
} as const;

/** The agents, outlets or products that stand out most by complaint after complaint. */
export async function repeatedSubject(rule: RuleOf<'repeated-subject'>, moment: Moment): Promise<Fact[]> {
  const { trigger } = rule;
  const { subject, days, perRegion, cases, timesUsual, most } = trigger;
  const since = periodOf(moment.lastDay, days).from;
  const asked = { ...watched(rule, moment, days * (WINDOWS_BEFORE + 1)), subject, perRegion, since, cases };
  const found = await moment.warehouse.rows(repeatedSubjects(asked));
  const usual = (one: RepeatedSubject) => one.before / WINDOWS_BEFORE;
  return found
    .filter((one) => one.cases > timesUsual * usual(one))
    .sort((one, other) => other.cases - usual(other) - (one.cases - usual(one)))
    .slice(0, most)
    .map((one) => factOf(trigger, one, usual(one)));
}

function factOf(
  { subject, days, level }: RuleOf<'repeated-subject'>['trigger'],
  one: RepeatedSubject,
  usual: number,
): Fact {
  const shown = subject === 'agent' ? one.subject.slice(0, KEY_SHOWN) : one.subject;
  const { zh, en } = names[subject];
  return {
    key: [`${subject}=${one.subject}`, ...(one.region === '' ? [] : [`region=${one.region}`])].join('|'),
    slice: sliceOf(subject, one),
    ...{ level, observed: one.cases, usual },
    note: {
      zh: `${zh} ${shown} 近 ${days} 天被投诉 ${one.cases} 件，平时约 ${usually(usual)} 件。`,
      en: `${en} ${shown}: ${one.cases} complaints within ${days} days, usually ${usually(usual)}.`,
    },
  };
}

/** Products are a dimension; agents and outlets are not, and stand under the organisation that answers for all the cases. */
function sliceOf(subject: keyof typeof names, { subject: code, region, organisations }: RepeatedSubject): Slice {
  const organisation = commonOrganisation(organisations);
  return {
    ...(region !== '' && { region }),
    ...(subject === 'product' ? { product: code } : organisation !== '' && { organisation }),
  };
}

/** The lowest organisation that all of these belong to; '' for none. */
export function commonOrganisation(organisations: readonly string[]): string {
  const [first = '', ...others] = organisations;
  for (let level = first.split('.').length; level > 0; level -= 1) {
    const shared = atLevel(first, level);
    if (others.every((other) => atLevel(other, level) === shared)) return shared;
  }
  return '';
}
