import { type Alert, SeriesRule, TriggerRule } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { shownAlert } from './shown-alert.ts';

const label = { zh: '一', en: 'One' };
const overdue = TriggerRule.parse({
  ...{ kind: 'trigger', id: 'due', version: 1, label },
  trigger: { name: 'due-in', each: 'case', overdue: 'red' },
});
const told = { state: 'open', observed: 1, changedAt: '2026-11-20T20:00:00.000Z' } as Alert; // the 21st in Shanghai
const now = { today: '2026-11-26', timeZone: 'Asia/Shanghai' };

it('a case that was a day overdue when it was told is so by the days since, too', () => {
  expect(shownAlert(told, overdue, now)).toMatchObject({ unit: 'days', observed: 6 }); // 1 + 21 to 26 November
});

it('what is over stays as it was told, and what was not overdue yet has no days', () => {
  expect(shownAlert({ ...told, state: 'resolved' }, overdue, now)).toMatchObject({ unit: 'days', observed: 1 });
  expect(shownAlert({ ...told, observed: 0 }, overdue, now)).toMatchObject({ unit: 'days', observed: 0 });
});

it('a rate has its own unit, everything else is counted', () => {
  const rate = SeriesRule.parse({
    ...{ id: 'rate', version: 1, label, measure: 'per_10k_policies', grain: 'quarter' },
    detector: { name: 'threshold', atLeast: 1, level: 'red' },
  });
  expect(shownAlert(told, rate, now)).toMatchObject({ unit: 'per_10k_policies', observed: 1 });
  const counted = TriggerRule.parse({ ...overdue, trigger: { name: 'due-in', each: 'organisation' } });
  expect(shownAlert(told, counted, now)).toMatchObject({ unit: 'count', observed: 1 });
  expect(shownAlert(told, undefined, now).unit).toBe('count');
});
