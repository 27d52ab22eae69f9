import { addCalendarDays } from '@tocsin/calendar';
import { LevelLimits } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { type RulePolicy, type SeriesSignal, decide, defaultPolicy, levelOf, policyOf } from './index.ts';

const silent: RulePolicy = { levels: null, hysteresis: null, coolDownDays: null };

/** Weeks: in excess (X) or calm (c), of 60 or 18 against a bound of 40. */
const weeks = (story: string): SeriesSignal[] =>
  [...story].map((letter, i) => ({
    ...{ bucket: addCalendarDays('2026-01-05', 7 * i), expected: 20, upper: 40, pValue: 0.5, note: null },
    ...(letter === 'X'
      ? { observed: 60, verdict: 'excess' as const, level: 'blue' as const }
      : { observed: letter === 'h' ? 30 : 18, verdict: 'normal' as const, level: '' as const }),
  }));

const story = (rule: RulePolicy, text: string) =>
  decide(weeks(text), undefined, { grain: 'week', policy: policyOf(rule) }).map(
    ({ kind, signal }) => `${(Date.parse(signal.bucket) - Date.parse('2026-01-05')) / 604_800_000} ${kind}`,
  );

it('a rule that says nothing has the defaults', () => expect(policyOf(silent)).toEqual(defaultPolicy));

it('a rule may want more calm before its warning ends', () => {
  expect(story(silent, 'Xcccc')).toEqual(['0 opened', '2 resolved']);
  expect(story({ ...silent, hysteresis: { calmPeriods: 4, calmShare: 0.8 } }, 'Xcccc')).toEqual([
    '0 opened',
    '4 resolved',
  ]);
});

it('a rule may say what calm is', () => {
  // 30 is 75 % of the bound of 40; the middle between expectation and bound is 30, which is not below itself
  expect(story({ ...silent, hysteresis: { calmPeriods: 2, calmShare: 0.7 } }, 'Xhh')).toEqual(['0 opened']);
  expect(story({ ...silent, hysteresis: { calmPeriods: 2, calmShare: 0.8 } }, 'Xhh')).toEqual([
    '0 opened',
    '2 resolved',
  ]);
});

it('inside the cool-down of its rule a warning reopens, after it another is opened', () => {
  expect(story({ ...silent, coolDownDays: 21 }, 'XccccX')).toEqual(['0 opened', '2 resolved', '5 reopened']);
  expect(story({ ...silent, coolDownDays: 20 }, 'XccccX')).toEqual(['0 opened', '2 resolved', '5 opened']);
});

it('a rule may draw its own lines between the levels', () => {
  const excess = { observed: 30, expected: 10, p: 0.02, q: 0.04 };
  expect(levelOf(excess, policyOf(silent).levels)).toBeUndefined();
  const levels = LevelLimits.parse({ blueBelowP: 0.05, yellowBelowQ: 0.1, orangeBelowQ: 0.05 });
  expect(levelOf(excess, policyOf({ ...silent, levels }).levels)).toBe('orange');
});
