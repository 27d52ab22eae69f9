import { TriggerRule, type TriggerRuleInput } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { factCases } from './fact-cases.ts';

const rule = (trigger: TriggerRuleInput['trigger'], where = {}) =>
  TriggerRule.parse({ kind: 'trigger', id: 'one', version: 1, label: { zh: '一', en: 'One' }, trigger, where });
const began = { firstBucket: '2026-11-20', lastBucket: '2026-11-26' };

it('a fact about one complaint leads to it', () => {
  const one = factCases(rule({ name: 'media' }), { ...began, slice: { region: '340000' } }, 'case=TS|1');
  expect(one).toEqual({ id: 'TS|1', query: {} });
});

it('a backlog leads to what is open, the first due first', () => {
  const alert = { ...began, slice: { organisation: 'hq.ah' } };
  expect(factCases(rule({ name: 'due-in' }), alert, 'organisation=hq.ah').query).toEqual({
    ...{ basis: 'company', organisation: 'hq.ah', due: 'open', order: 'due', whenever: 'true' },
  });
});

it('a place leads to the complaints of its window, under the filter of the rule', () => {
  const surrender = rule({ name: 'same-place-surrender', days: 7 }, { link: ['surrender', 'maturity'] });
  const alert = { ...began, slice: { region: '340000', city: '340100' } };
  expect(factCases(surrender, alert, 'city=340100').query).toEqual({
    ...{ basis: 'company', region: '340000', city: '340100', link: 'surrender,maturity' },
    ...{ from: '2026-11-20', until: '2026-11-27' },
  });
});
