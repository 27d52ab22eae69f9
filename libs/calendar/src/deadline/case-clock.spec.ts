import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseEvent, type CaseFacts, addCalendarDays, caseClock, caseDue, defaultDeadlineRules } from '../index.ts';

const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{ receivedOn: '2026-03-01', givenDue: null, closedOn: null, withdrawnOn: null, events: [] },
  ...more,
});
const on = (asOf: string, more: Partial<CaseFacts> = {}) => caseClock(facts(more), asOf, defaultDeadlineRules);
const event = (kind: CaseEvent['kind'], day: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  kind,
  day,
  ...more,
});

describe('whose due day counts', () => {
  it('the source’s, as long as nothing is known that moves it', () => {
    expect(on('2026-03-10', { givenDue: '2026-03-12' })).toMatchObject({
      ...{ by: 'source', state: 'running', due: '2026-03-12', daysLeft: 2, warning: 3, overdue: false },
      why: { zh: '2026-03-01 受理，登记的办理时限为 2026-03-12，应于 2026-03-12 前（含当日）办结，还剩 2 天。' },
    });
    const forwarded = [event('forwarded', '2026-02-26')];
    expect(on('2026-03-10', { givenDue: '2026-03-12', events: forwarded }).by).toBe('source');
  });

  it('the rules’, where the source gave none: 15 days after the first of March', () => {
    expect(on('2026-03-17')).toMatchObject({ by: 'rules', due: '2026-03-16', overdue: true, daysLeft: -1 });
  });

  it('the rules’, once an event moves it, and not before its day', () => {
    const extended = {
      givenDue: '2026-03-16',
      events: [event('extension', '2026-03-14', { approver: '省分公司', told: true })],
    };
    expect(on('2026-03-13', extended)).toMatchObject({ by: 'source', due: '2026-03-16' });
    // complicated: 30 days, and 30 more
    expect(on('2026-03-14', extended)).toMatchObject({ by: 'rules', due: '2026-04-30' });
  });

  it('keeps an extension of nobody for a complicated complaint, no more', () => {
    const events = [event('extension', '2026-03-14', { approver: '', told: true })];
    expect(on('2026-03-20', { events }).due).toBe('2026-03-31');
  });
});

describe('pauses', () => {
  it('last until the day they name or the next resumption', () => {
    const mediated = [event('mediation', '2026-03-05')];
    expect(on('2026-03-20', { events: mediated })).toMatchObject({ state: 'paused', due: null, overdue: false });
    const resumed = [...mediated, event('resume', '2026-03-15')];
    expect(on('2026-03-20', { events: resumed })).toMatchObject({ state: 'running', due: '2026-03-26' });
    const named = [event('appraisal', '2026-03-05', { until: '2026-03-10' })];
    expect(on('2026-03-20', { events: named }).due).toBe('2026-03-21');
  });
});

describe('an end', () => {
  it('is in time on the last day, late after it', () => {
    const given = { givenDue: '2026-03-12' };
    expect(on('2026-04-01', { ...given, closedOn: '2026-03-12' })).toMatchObject({ state: 'closed', overdue: false });
    expect(on('2026-04-01', { ...given, withdrawnOn: '2026-03-13' })).toMatchObject({
      ...{ state: 'withdrawn', overdue: true },
      why: { zh: expect.stringContaining('晚于到期日 2026-03-12') as string },
    });
  });

  it('is unknown before the first rules, but for what the source said', () => {
    const old = { receivedOn: '2015-01-01' };
    expect(on('2015-02-01', old)).toMatchObject({ due: null, overdue: null });
    expect(on('2015-02-01', { ...old, givenDue: '2015-01-31' })).toMatchObject({ overdue: true, bucket: null });
  });
});

it('the due day and the clock agree on any day, whatever is known', () => {
  const START = '2025-06-01';
  const day = fc.integer({ min: 0, max: 80 }).map((days) => addCalendarDays(START, days));
  const anEvent = fc.record({
    kind: fc.constantFrom('complex', 'appraisal', 'mediation', 'resume', 'extension', 'forwarded'),
    day,
    until: fc.option(day),
    approver: fc.constantFrom('', 'A'),
    told: fc.boolean(),
  });
  const aCase = fc.record({
    receivedOn: fc.constant(START),
    givenDue: fc.option(day),
    closedOn: fc.option(day),
    withdrawnOn: fc.option(day),
    events: fc.array(anEvent, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(aCase, day, (one, asOf) => {
      const { due, by } = caseDue(one, asOf, defaultDeadlineRules);
      const shown = caseClock(one, asOf, defaultDeadlineRules);
      expect([shown.by, shown.due]).toEqual([by, due.kind === 'day' ? due.day : null]);
    }),
    { numRuns: 2_000, seed: 4 },
  );
});
