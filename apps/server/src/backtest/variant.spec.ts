import { AnyRule, type RuleVariant, SeriesRule } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { withVariant } from './variant.ts';

const rule = SeriesRule.parse({
  ...{ id: 'region-week', version: 3, label: { zh: '地区', en: 'Region' }, measure: 'complaints', grain: 'week' },
  ...{ split: [{ dimension: 'region' }], detector: { name: 'ears-c2', alpha: 0.001 }, minCount: 8 },
});

it('changes what it names, and keeps the rest and the version', () => {
  const changed = withVariant(rule, { 'detector.alpha': 0.0001, minCount: 5 });
  expect(changed).toEqual({ ...rule, detector: { ...rule.detector, alpha: 0.0001 }, minCount: 5 });
});

it('begins with the product’s levels where the rule has none of its own', () => {
  expect(withVariant(rule, { 'levels.blueBelowP': 0.001 })?.levels).toMatchObject({
    ...{ blueBelowP: 0.001, orangeBelowQ: 0.01 },
  });
});

it.each<RuleVariant>([{ 'detector.atLeast': 5 }, { nonsense: 1 }, { id: 'other' }, { 'budget.x': 1 }])(
  'is of no use for a rule that has no such field: %j',
  (variant) => expect(withVariant(rule, variant)).toBeUndefined(),
);

it('refuses a value that the field refuses', () => {
  expect(() => withVariant(rule, { 'detector.alpha': 2 })).toThrow(/alpha/);
});

it.each<[object, RuleVariant, object]>([
  [{ kind: 'scan', over: 'cities' }, { 'limit.recurrenceDays': 730 }, { limit: { recurrenceDays: 730 } }],
  [
    { kind: 'trigger', trigger: { name: 'joint-people' } },
    { 'trigger.people': 9 },
    { trigger: { name: 'joint-people', people: 9, days: 30 } },
  ],
  [{ kind: 'missing-feed' }, { orangeFrom: 5 }, { yellowFrom: 2, orangeFrom: 5 }],
])('changes rules of every kind: %j by %j', (more, variant, changed) => {
  const kept = AnyRule.parse({ id: 'tried', version: 4, label: rule.label, ...more });
  expect(withVariant(kept, variant)).toMatchObject({ version: 4, ...changed });
});

it('never puts one way to say a limit beside another', () => {
  const scan = AnyRule.parse({ id: 'tried', version: 1, label: rule.label, kind: 'scan', over: 'regions' });
  expect(withVariant(scan, { 'limit.alpha': 0.01 })).toBeUndefined();
});
