/**
 * By which day a sum is told: the day a complaint was received, the day it was due, or the day it was closed. What is
 * told by the day due is known up to yesterday: a case that is due today may still be closed in time.
 */
export const clocks = ['received', 'due', 'closed'] as const;
export type Clock = (typeof clocks)[number];
/** Works are told by the last day of the period that they are entered for. */
export const measureClocks = [...clocks, 'period'] as const;
export type MeasureClock = (typeof measureClocks)[number];

/**
 * What is counted, each with its clock; a measure is made of one or two of these. Amounts are in fen, so that they stay
 * whole numbers.
 */
export const sums = {
  complaints: 'received',
  chasers: 'received',
  repeats: 'received',
  escalated: 'received',
  withdrawn: 'received',
  answered: 'received',
  mediations: 'received',
  mediated: 'received',
  chased: 'received',
  illicit: 'received',
  due: 'due',
  closed_in_time: 'due',
  due_closed: 'due',
  overdue: 'due',
  closed: 'closed',
  handling_days: 'closed',
  rated: 'closed',
  satisfied: 'closed',
  compensated: 'closed',
  compensation: 'closed',
  goodwill: 'closed',
  goodwill_amount: 'closed',
} as const satisfies Record<string, Clock>;

export type SumId = keyof typeof sums;
export const sumIds = Object.keys(sums) as SumId[];

/** Denominators that the company hands over by month: yuan of premium, policies, insured person-times. */
export const exposureIds = ['premium', 'policies', 'person_times'] as const;
export type ExposureId = (typeof exposureIds)[number];

/** Whole days that a case took: from receipt to its closing, or to its first chaser. */
export const spanIds = ['handling', 'first_chaser'] as const;
export type SpanId = (typeof spanIds)[number];
