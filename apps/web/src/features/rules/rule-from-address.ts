import { countIds, isRate, type RuleMeasure, ruleMeasures } from '@tocsin/contracts';
import { filterFromUrl } from '../filter/filter-state.ts';
import { emptyForm, methodFor, type RuleForm } from './rule-form.ts';

const grains = ['day', 'week', 'month', 'quarter'] as const;

/**
 * What a mark of a chart says of a rule: its measure, its slice and the length of its buckets. What cannot be watched takes
 * the usual: complaints by the week. A rate is watched by the quarter, because its denominator is not known sooner.
 */
export function ruleFromAddress(query: Readonly<Record<string, unknown>>): RuleForm {
  const { basis, lists } = filterFromUrl(query, { from: '', until: '' });
  const asked = ruleMeasures.find((one) => one === query['measure']);
  const measure: RuleMeasure = asked ?? countIds[0];
  const grain = isRate(measure) ? 'quarter' : (grains.find((one) => one === query['grain']) ?? 'week');
  const where = Object.fromEntries(Object.entries(lists).map(([dimension, codes]) => [dimension, [...codes]]));
  return emptyForm({
    measure,
    grain,
    basis: query['basis'] === undefined ? 'company' : basis,
    where,
    method: methodFor(grain),
  });
}
