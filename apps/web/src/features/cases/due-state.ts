export type DueState = 'closed' | 'late' | 'withdrawn' | 'overdue' | 'today' | 'running' | 'none';

interface DueFacts {
  readonly status: string;
  readonly dueOn: string | null;
  /** In the product's zone. */
  readonly closedOn: string | null;
}

/**
 * How a complaint in a list stands at the end of a day, as the bands of due days have it: `late` was closed after its due
 * day, `none` stands still or has no known due day.
 */
export function dueState({ status, dueOn, closedOn }: DueFacts, asOf: string): DueState {
  if (status === 'withdrawn') return 'withdrawn';
  if (status === 'closed' || closedOn !== null)
    return closedOn !== null && dueOn !== null && closedOn > dueOn ? 'late' : 'closed';
  if (dueOn === null) return 'none';
  if (dueOn < asOf) return 'overdue';
  return dueOn === asOf ? 'today' : 'running';
}
