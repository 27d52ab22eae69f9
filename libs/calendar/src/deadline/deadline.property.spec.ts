import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DeadlineCase,
  type DeadlineRules,
  type IsoDay,
  addCalendarDays,
  clock,
  daysBetween,
  defaultDeadlineRules,
  dueOn,
  isWorkday,
} from '../index.ts';

// The slow, obvious way: one day after the other, asking of each whether it counts.

function counts(day: IsoDay, one: DeadlineCase, rules: DeadlineRules): boolean {
  const pausedBy = (one.pauses ?? []).filter(({ reason }) => rules.pausedBy.includes(reason));
  if (pausedBy.some(({ from, until }) => from <= day && (!isKnown(until) || day < until))) return false;
  return rules.terms[one.procedure].unit === 'calendar-day' || isWorkday(day) === true;
}

const isKnown = (day: IsoDay | null | undefined): day is IsoDay => day !== null && day !== undefined;

/** Far beyond every term and pause that is tried. */
const HORIZON = 500;

function walk(one: DeadlineCase, days: number, rules: DeadlineRules): IsoDay | null {
  let counted = 0;
  let day = one.startedOn;
  for (let i = 0; i < HORIZON; i += 1) {
    day = addCalendarDays(day, 1);
    if (counts(day, one, rules)) counted += 1;
    if (counted === days) return day;
  }
  return null;
}

function slowDue(one: DeadlineCase, rules: DeadlineRules): IsoDay | null {
  const base = rules.terms[one.procedure].days;
  let granted = 0;
  for (const { grantedOn, approver, complainantTold } of one.extensions ?? []) {
    const due = walk(one, base + granted * rules.extension.days, rules);
    const inTime = due === null || grantedOn <= due;
    if (inTime && granted < 1 && one.procedure === 'complex' && approver !== '' && complainantTold) granted += 1;
  }
  return walk(one, base + granted * rules.extension.days, rules);
}

function slowClock(one: DeadlineCase, asOf: IsoDay, rules: DeadlineRules) {
  const known: DeadlineCase = {
    ...one,
    extensions: (one.extensions ?? []).filter(({ grantedOn }) => grantedOn <= asOf),
    pauses: (one.pauses ?? [])
      .filter(({ from }) => from <= asOf)
      .map((pause) => ({ ...pause, until: isKnown(pause.until) && pause.until <= asOf ? pause.until : null })),
  };
  const ends = [one.closedOn, one.withdrawnOn].filter((day) => isKnown(day) && day <= asOf).sort();
  const end = ends[0] ?? null;
  const due = slowDue(known, rules);
  let left = 0;
  if (due !== null)
    for (let day = addCalendarDays(asOf, 1); day <= due; day = addCalendarDays(day, 1)) {
      if (counts(day, known, rules)) left += 1;
    }
  if (due !== null && due < asOf) left = -daysBetween(due, asOf);
  return {
    due,
    overdue: due !== null && (end ?? asOf) > due,
    age: daysBetween(one.startedOn, end ?? asOf),
    ...(due !== null && { daysLeft: end === null ? left : null }),
  };
}

const RULES = defaultDeadlineRules[0]!;
const START = '2024-01-01';
const later = (most: number) => fc.integer({ min: 0, max: most });
const aCase = fc
  .record({
    procedure: fc.constantFrom('simple', 'complex', 'review', 'forwarding'),
    start: later(700),
    extensions: fc.array(
      fc.record({ after: later(70), approver: fc.constantFrom('', '省级分公司'), complainantTold: fc.boolean() }),
      { maxLength: 3 },
    ),
    pauses: fc.array(
      fc.record({
        after: fc.integer({ min: -3, max: 60 }),
        length: fc.option(later(30), { freq: 6 }),
        reason: fc.constantFrom('appraisal', 'mediation', 'other'),
      }),
      { maxLength: 4 },
    ),
    closed: fc.option(later(120)),
    withdrawn: fc.option(later(120), { freq: 2 }),
  })
  .map(({ start, extensions, pauses, closed, withdrawn, procedure }) => {
    const startedOn = addCalendarDays(START, start);
    const after = (days: number) => addCalendarDays(startedOn, days);
    return {
      procedure,
      startedOn,
      extensions: extensions
        .map(({ after: days, ...extension }) => ({ ...extension, grantedOn: after(days) }))
        .sort((a, b) => (a.grantedOn < b.grantedOn ? -1 : 1)),
      pauses: pauses.map(({ after: days, length, reason }) => ({
        from: after(days),
        until: length === null ? null : after(days + length),
        reason,
      })),
      closedOn: closed === null ? null : after(closed),
      withdrawnOn: withdrawn === null ? null : after(withdrawn),
    } as DeadlineCase;
  });

describe('against counting one day after the other', () => {
  it('the due day is the same', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const due = dueOn(one, defaultDeadlineRules);
        expect(due.kind === 'day' ? due.day : null).toBe(slowDue(one, RULES));
        expect(['day', 'paused']).toContain(due.kind);
      }),
      { numRuns: 3000 },
    );
  });

  it('the clock of any day is the same', () => {
    fc.assert(
      fc.property(aCase, later(150), (one, days) => {
        const asOf = addCalendarDays(one.startedOn, days);
        expect(clock(one, asOf, defaultDeadlineRules)).toMatchObject(slowClock(one, asOf, RULES));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('whatever the case', () => {
  it('what happens later changes nothing of a past day', () => {
    fc.assert(
      fc.property(aCase, later(60), (one, days) => {
        const asOf = addCalendarDays(one.startedOn, days);
        const before: DeadlineCase = {
          ...one,
          extensions: one.extensions!.filter(({ grantedOn }) => grantedOn <= asOf),
          pauses: one.pauses!.filter(({ from }) => from <= asOf),
          closedOn: isKnown(one.closedOn) && one.closedOn > asOf ? null : one.closedOn!,
          withdrawnOn: isKnown(one.withdrawnOn) && one.withdrawnOn > asOf ? null : one.withdrawnOn!,
        };
        expect(clock(before, asOf, defaultDeadlineRules)).toEqual(clock(one, asOf, defaultDeadlineRules));
      }),
    );
  });

  it('a day of waiting takes at most one day off, and a paused clock none', () => {
    fc.assert(
      fc.property(aCase, later(100), (one, days) => {
        const open = { ...one, closedOn: null, withdrawnOn: null, extensions: [] };
        const at = addCalendarDays(one.startedOn, days);
        const [today, tomorrow] = [at, addCalendarDays(at, 1)].map((day) => clock(open, day, defaultDeadlineRules));
        const lost = today!.daysLeft! - tomorrow!.daysLeft!;
        expect([0, 1]).toContain(lost);
        if (tomorrow!.state === 'paused') expect(lost).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});
