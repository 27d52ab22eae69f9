import { describe, expect, it } from 'vitest';
import {
  type DeadlineCase,
  type RuleVersions,
  ageingBucket,
  ageingBuckets,
  clock,
  defaultDeadlineRules,
  dueOn,
  rulesOn,
  withOverrides,
} from '../index.ts';

const due = (one: DeadlineCase, table = {}) => dueOn(one, defaultDeadlineRules, table);
const at = (one: DeadlineCase, asOf: string, table = {}) => clock(one, asOf, defaultDeadlineRules, table);
const day = (text: string) => ({ kind: 'day', day: text });
const approved = { grantedOn: '2026-03-20', approver: '省级分公司', complainantTold: true };
const complex: DeadlineCase = { procedure: 'complex', startedOn: '2026-03-01' };

describe('terms of 2020 No. 3, the last day in time', () => {
  it.each([
    ['simple', '2026-03-01', '2026-03-16'],
    ['complex', '2026-03-01', '2026-03-31'],
    ['review', '2026-03-01', '2026-03-31'],
    ['review-application', '2026-12-10', '2027-01-09'],
    // Spring Festival 2026: 14 February worked, 15–23 off, 28 worked.
    ['forwarding', '2026-02-11', '2026-02-27'],
  ] as const)('%s from %s: until %s', (procedure, startedOn, last) => {
    expect(due({ procedure, startedOn })).toEqual(day(last));
  });

  it('an extension adds 30 days to a complicated complaint: once, approved, told, and before the term is over', () => {
    expect(due({ ...complex, extensions: [approved] })).toEqual(day('2026-04-30'));
    expect(due({ ...complex, extensions: [approved, approved] })).toEqual(day('2026-04-30'));
    for (const odd of [{ approver: ' ' }, { complainantTold: false }, { grantedOn: '2026-04-01' }])
      expect(due({ ...complex, extensions: [{ ...approved, ...odd }] })).toEqual(day('2026-03-31'));
    expect(due({ ...complex, procedure: 'simple', extensions: [approved] })).toEqual(day('2026-03-16'));
    expect(due({ ...complex, extensions: [{ ...approved, grantedOn: '2026-03-31' }] })).toEqual(day('2026-04-30'));
  });

  it('appraisal and mediation stop the clock, together only once; other reasons do not', () => {
    const pause = (from: string, until: string | null, reason: 'appraisal' | 'mediation' | 'other' = 'appraisal') => ({
      from,
      until,
      reason,
    });
    expect(due({ ...complex, pauses: [pause('2026-03-10', '2026-03-20')] })).toEqual(day('2026-04-10'));
    const both = [pause('2026-03-15', '2026-03-25', 'mediation'), pause('2026-03-10', '2026-03-20')];
    expect(due({ ...complex, pauses: both })).toEqual(day('2026-04-15'));
    expect(due({ ...complex, pauses: [pause('2026-03-10', '2026-03-20', 'other')] })).toEqual(day('2026-03-31'));
    expect(due({ ...complex, pauses: [pause('2026-03-10', null)] })).toEqual({ kind: 'paused', since: '2026-03-10' });
    expect(due({ ...complex, pauses: [pause('2026-04-01', null)] })).toEqual(day('2026-03-31'));
  });

  it('a start before the first version has no due day', () => {
    expect(due({ procedure: 'simple', startedOn: '2019-05-01' })).toEqual({ kind: 'no-rules', before: '2019-05-01' });
    expect(at({ procedure: 'simple', startedOn: '2019-05-01' }, '2019-05-20')).toMatchObject({
      due: null,
      overdue: null,
      why: { zh: expect.stringContaining('早于所有'), en: expect.stringContaining('before any rules') },
    });
  });
});

describe('versions', () => {
  const [today] = defaultDeadlineRules;
  const shorter = { ...today!, name: '2027', from: '2027-01-01' };
  const versions: RuleVersions = [
    { ...shorter, terms: { ...today!.terms, simple: { days: 10, unit: 'working-day' } } },
    today!,
  ];

  it('hold by the day of the start, in whatever order they stand', () => {
    expect(rulesOn(versions, '2026-12-31')?.name).toBe('2020 No. 3');
    expect(rulesOn(versions, '2027-01-01')?.name).toBe('2027');
    expect(dueOn({ procedure: 'simple', startedOn: '2026-12-31' }, versions)).toEqual(day('2027-01-15'));
  });

  it('that count working days say so for a year without data, until its announcement is there', () => {
    const one: DeadlineCase = { procedure: 'simple', startedOn: '2027-03-01' };
    expect(dueOn(one, versions)).toEqual({ kind: 'no-data', year: 2027 });
    expect(clock(one, '2027-03-05', versions)).toMatchObject({
      due: null,
      daysLeft: null,
      overdue: null,
      why: { zh: expect.stringContaining('2027 年的节假日'), en: expect.stringContaining('announcement') },
    });
    const holidays = Array.from({ length: 7 }, (_, i) => ({ day: `2027-10-0${i + 1}`, kind: 'holiday' as const }));
    const open = [...holidays, { day: '2027-03-06', kind: 'workday' as const }];
    expect(dueOn(one, versions, withOverrides(open))).toEqual(day('2027-03-12'));
  });

  it('forwarding follows a correction of the calendar', () => {
    const one: DeadlineCase = { procedure: 'forwarding', startedOn: '2026-03-02' };
    expect(due(one)).toEqual(day('2026-03-11'));
    expect(due(one, withOverrides([{ day: '2026-03-05', kind: 'holiday' }]))).toEqual(day('2026-03-12'));
  });
});

describe('the clock', () => {
  it('warns at T−5, T−3 and T−1, the last day is still in time', () => {
    const shown = ['2026-03-10', '2026-03-11', '2026-03-13', '2026-03-15', '2026-03-16', '2026-03-17'].map((asOf) => {
      const { daysLeft, warning, overdue } = at({ ...complex, procedure: 'simple' }, asOf);
      return [daysLeft, warning, overdue];
    });
    expect(shown).toEqual([
      [6, null, false],
      [5, 5, false],
      [3, 3, false],
      [1, 1, false],
      [0, 1, false],
      [-1, null, true],
    ]);
  });

  it('stands still in a pause, and goes on after it', () => {
    const pauses = [{ from: '2026-03-10', until: '2026-03-20', reason: 'mediation' as const }];
    expect(at({ ...complex, pauses }, '2026-03-15')).toMatchObject({ state: 'paused', due: null, daysLeft: 22 });
    expect(at({ ...complex, pauses }, '2026-03-20')).toMatchObject({
      state: 'running',
      due: '2026-04-10',
      daysLeft: 21,
    });
  });

  it('ends with the decision, or the same day by withdrawal', () => {
    expect(at({ ...complex, closedOn: '2026-04-01' }, '2026-05-01')).toMatchObject({
      state: 'closed',
      overdue: true,
      daysLeft: null,
      age: 31,
    });
    const withdrawn = at({ ...complex, withdrawnOn: '2026-03-05', closedOn: '2026-03-09' }, '2026-05-01');
    expect(withdrawn).toMatchObject({ state: 'withdrawn', overdue: false, age: 4, warning: null });
    expect(at({ ...complex, withdrawnOn: '2026-03-05' }, '2026-03-04').state).toBe('running');
    expect(at(complex, '2026-02-27')).toMatchObject({ state: 'not-started', daysLeft: 30, age: 0 });
  });

  it('says why, in both languages', () => {
    const pauses = [{ from: '2026-03-10', until: '2026-03-20', reason: 'appraisal' as const }];
    expect(at({ ...complex, pauses, extensions: [approved] }, '2026-05-12').why).toEqual({
      zh: '2026-03-01 起算，情况复杂的投诉 30 天（2020 No. 3），经批准延长 30 天，暂停 10 天，应于 2026-05-10 前（含当日）办结，已逾期 2 天。',
      en: 'Started on 2026-03-01, complex complaint: 30 days (2020 No. 3), extended by 30 days with approval, paused for 10 days, due on 2026-05-10, overdue by 2 days.',
    });
    expect(at({ ...complex, extensions: [{ ...approved, approver: '' }] }, '2026-03-30').why.zh).toContain(
      '1 次延长不计（未经批准、未告知、逾期后批准或不可延长），应于 2026-03-31 前（含当日）办结，还剩 1 天',
    );
    expect(at({ ...complex, pauses }, '2026-03-12').why.en).toMatch(
      /paused for 3 days, standing still since 2026-03-10, 22 days left once it goes on\.$/,
    );
    expect(at({ procedure: 'forwarding', startedOn: '2026-03-02' }, '2026-03-10').why.en).toMatch(
      /1 working day left\.$/,
    );
    expect(at({ ...complex, withdrawnOn: '2026-03-05' }, '2026-03-06').why.zh).toMatch(/撤诉，当日终止，未超时限。$/);
  });
});

describe('ageing', () => {
  it('has a bucket for every age', () => {
    expect(ageingBuckets([5, 15])).toEqual([
      { from: 0, to: 5 },
      { from: 6, to: 15 },
      { from: 16, to: null },
    ]);
    expect([0, 5, 6, 15, 16, 900].map((age) => ageingBucket(age, [5, 15]).from)).toEqual([0, 0, 6, 6, 16, 16]);
    expect(at(complex, '2026-03-09').bucket).toEqual({ from: 6, to: 10 });
  });
});
