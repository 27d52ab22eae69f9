import { AnyRule } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { isReplayable } from './replay/rules-by-kind.ts';
import { stricterSettings } from './settings.ts';

const label = { zh: '试', en: 'Tried' };

function variants(more: object) {
  const rule = AnyRule.parse({ id: 'tried', version: 1, label, ...more });
  if (!isReplayable(rule)) throw new Error('it cannot be replayed');
  return stricterSettings(rule).map(({ variant }) => variant);
}
const trigger = (more: object) => variants({ kind: 'trigger', trigger: more });

it('a scan may find clusters less often, however its limit is said', () => {
  const scan = (limit: object) => variants({ kind: 'scan', over: 'regions', limit });
  expect(scan({ recurrenceDays: 365 })[2]).toEqual({ 'limit.recurrenceDays': 730 });
  expect(scan({ alpha: 0.01 })[2]).toEqual({ 'limit.alpha': 0.005 });
});

it.each([
  [{ name: 'joint-people', people: 5 }, 'trigger.people', [7, 8, 10, 15, 25]],
  [{ name: 'same-place-surrender', people: 30 }, 'trigger.people', [38, 45, 60, 90, 150]],
  [{ name: 'repeated-subject', subject: 'agent', timesUsual: 6 }, 'trigger.timesUsual', [7.5, 9, 12, 18, 30]],
  [{ name: 'repeated-subject', subject: 'agent', cases: 3, timesUsual: 0 }, 'trigger.cases', [4, 5, 6, 9, 15]],
  [{ name: 'due-in', each: 'organisation', timesUsual: 2 }, 'trigger.timesUsual', [2.5, 3, 4, 6, 10]],
  [{ name: 'due-in', each: 'organisation', fewest: 5, timesUsual: 0 }, 'trigger.fewest', [7, 8, 10, 15, 25]],
])('a trigger may ask for more: %j', (asked, path, values) =>
  expect(trigger(asked)).toEqual(values.map((value) => ({ [path]: value }))),
);

it('what tells every single case or delivery has nothing that could be stricter', () => {
  expect(trigger({ name: 'media' })).toEqual([]);
  expect(trigger({ name: 'due-in', each: 'case' })).toEqual([]);
  expect(variants({ kind: 'missing-feed' })).toEqual([]);
});
