import { caseClock, defaultDeadlineRules } from '@tocsin/calendar';
import { expect, it } from 'vitest';
import { referenceTable } from '@tocsin/contracts';
import { caseEventsOf, deadlineRulesOf } from './deadlines.ts';
import { isReadRow, readReferenceRow } from './read-row.ts';

it('is the shipped rule as long as there is no other', () => {
  expect(deadlineRulesOf([])).toEqual(defaultDeadlineRules);
});

it('takes a new version from its day on, and the shipped value where a cell is empty', () => {
  const rules = deadlineRulesOf([
    {
      from: '2027-01-01',
      name: '2027',
      simple: '10',
      decision_unit: 'working-day',
      warn_at: '2;7',
      needs_approver: 'no',
    },
  ]);
  expect(rules).toHaveLength(2);
  expect(rules[1]).toMatchObject({
    terms: { simple: { days: 10, unit: 'working-day' }, complex: { days: 30 }, forwarding: { days: 7 } },
    extension: { days: 30, needsApprover: false, complainantMustBeTold: true },
    warnAt: [7, 2],
  });
});

it('replaces the shipped version by one of the same day', () => {
  expect(deadlineRulesOf([{ from: '2020-03-01', name: '内规', simple: '12' }])).toMatchObject([{ name: '内规' }]);
});

it('reads events as the clock wants them, in the order of their days', () => {
  const events = caseEventsOf([
    { complaint_id: 'C1', kind: 'resume', day: '2026-03-10' },
    { complaint_id: 'C1', kind: 'mediation', day: '2026-03-05' },
  ]);
  const facts = { receivedOn: '2026-03-01', givenDue: null, closedOn: null, withdrawnOn: null, events };
  expect(events.map(({ kind }) => kind)).toEqual(['mediation', 'resume']);
  expect(caseClock(facts, '2026-03-20', deadlineRulesOf([])).due).toBe('2026-03-21');
});

it.each([
  ['case_event', { complaint_id: 'C1', kind: 'mediation', day: '2026-03-05', until: '2026-03-05' }, '暂停至'],
  ['case_event', { complaint_id: 'C1', kind: 'extension', day: '2026-03-05', until: '2026-04-05' }, '只有暂停'],
  ['deadline_rule', { from: '2027-01-01', name: 'x', warn_at: 'soon' }, '临期提醒'],
  ['deadline_rule', { from: '2027-01-01', name: 'x', paused_by: 'holiday' }, '暂停事由'],
] as const)('refuses a row of %s that makes no sense: %j', (name, cells, because) => {
  const table = referenceTable(name);
  const read = table && readReferenceRow(table, cells);
  expect(read === undefined || isReadRow(read) ? '' : read.zh).toContain(because);
});
