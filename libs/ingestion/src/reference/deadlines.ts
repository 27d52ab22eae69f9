import {
  type CaseEvent,
  type CaseEventKind,
  type DeadlineRules,
  type PauseReason,
  type RuleVersions,
  defaultDeadlineRules,
} from '@tocsin/calendar';
import type { ReferenceCells } from './read-row.ts';

type Unit = DeadlineRules['terms']['simple']['unit'];

/** What a cell that is not given means: the rule that ships. */
const [shipped] = defaultDeadlineRules as readonly [DeadlineRules];

/** The rules on time: what ships, and the company's own versions, which replace one of the same day. */
export function deadlineRulesOf(rows: readonly ReferenceCells[]): RuleVersions {
  const own = rows.map(ruleOf);
  return [...defaultDeadlineRules.filter(({ from }) => !own.some((rule) => rule.from === from)), ...own];
}

function ruleOf(cells: ReferenceCells): DeadlineRules {
  const { terms, extension } = shipped;
  const count = (name: string, otherwise: number) => (cells[name] === undefined ? otherwise : Number(cells[name]));
  const says = (name: string, otherwise: boolean) => (cells[name] === undefined ? otherwise : cells[name] === 'yes');
  const unit = (name: string, otherwise: Unit): Unit => (cells[name] as Unit | undefined) ?? otherwise;
  const counts = (name: string, otherwise: readonly number[]) =>
    cells[name] === undefined ? otherwise : codesOf(cells[name]).map(Number);
  const decisionUnit = unit('decision_unit', terms.simple.unit);
  return {
    name: cells['name'] ?? '',
    from: cells['from'] ?? '',
    terms: {
      simple: { days: count('simple', terms.simple.days), unit: decisionUnit },
      complex: { days: count('complex', terms.complex.days), unit: decisionUnit },
      'review-application': {
        ...terms['review-application'],
        days: count('review_application', terms['review-application'].days),
      },
      review: { ...terms.review, days: count('review', terms.review.days) },
      forwarding: {
        days: count('forwarding', terms.forwarding.days),
        unit: unit('forwarding_unit', terms.forwarding.unit),
      },
    },
    extension: {
      days: count('extension', extension.days),
      of: extension.of,
      most: count('extensions', extension.most),
      needsApprover: says('needs_approver', extension.needsApprover),
      complainantMustBeTold: says('must_tell', extension.complainantMustBeTold),
    },
    pausedBy: cells['paused_by'] === undefined ? shipped.pausedBy : (codesOf(cells['paused_by']) as PauseReason[]),
    warnAt: [...counts('warn_at', shipped.warnAt)].sort((a, b) => b - a),
    ageing: [...counts('ageing', shipped.ageing)].sort((a, b) => a - b),
  };
}

/** An event with the complaint that it is about. */
export interface NotedEvent extends CaseEvent {
  readonly complaintId: string;
  readonly note: string;
}

/** The events of complaints, by day. */
export const caseEventsOf = (rows: readonly ReferenceCells[]): NotedEvent[] =>
  rows
    .map((cells) => ({
      complaintId: cells['complaint_id'] ?? '',
      kind: cells['kind'] as CaseEventKind,
      day: cells['day'] ?? '',
      until: cells['until'] ?? null,
      approver: cells['approver'] ?? '',
      told: cells['told'] === 'yes',
      note: cells['note'] ?? '',
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

export const codesOf = (cell: string): string[] => cell.split(';').filter((code) => code !== '');
