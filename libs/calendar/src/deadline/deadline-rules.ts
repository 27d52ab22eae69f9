import type { IsoDay } from '../iso-day.ts';

/** What has to be done within a term. */
export type Procedure =
  /** The decision on a complaint whose facts are clear. */
  | 'simple'
  /** The decision on a complicated complaint. */
  | 'complex'
  /** Asking for a review (核查) of the decision; starts with the decision. */
  | 'review-application'
  /** The decision on a review; starts with the application. */
  | 'review'
  /** The regulator hands a complaint over to the company; starts with its receipt there. */
  | 'forwarding';

export type PauseReason = 'appraisal' | 'mediation' | 'other';

export interface Term {
  readonly days: number;
  readonly unit: 'calendar-day' | 'working-day';
}

/** One version of the rules on time. Every value is configuration: an operator may load versions of his own. */
export interface DeadlineRules {
  /** What people call this version. */
  readonly name: string;
  /** It holds for everything that starts on this day or later, until the next version. */
  readonly from: IsoDay;
  readonly terms: Readonly<Record<Procedure, Term>>;
  readonly extension: {
    /** Days that one extension adds, in the unit of the term. */
    readonly days: number;
    readonly of: readonly Procedure[];
    /** How many extensions a complaint may have. */
    readonly most: number;
    readonly needsApprover: boolean;
    readonly complainantMustBeTold: boolean;
  };
  /** Reasons for which the clock stands still; any other pause leaves it running. */
  readonly pausedBy: readonly PauseReason[];
  /** Days left at which a warning is due, the largest first: T−5, T−3, T−1. */
  readonly warnAt: readonly number[];
  /** Last day of each ageing bucket, in days since the start. */
  readonly ageing: readonly number[];
}

/** Versions in any order. */
export type RuleVersions = readonly DeadlineRules[];

const calendarDays = (days: number): Term => ({ days, unit: 'calendar-day' });

/**
 * The rules that ship: 银行业保险业消费投诉处理管理办法 (2020 No. 3), in force since 1 March 2020; articles 15, 18, 20, 23
 * and 33. By its article 43 limits count themselves in: the last day is still in time. Warnings and ageing are ours.
 */
export const defaultDeadlineRules: RuleVersions = [
  {
    name: '2020 No. 3',
    from: '2020-03-01',
    terms: {
      simple: calendarDays(15),
      complex: calendarDays(30),
      'review-application': calendarDays(30),
      review: calendarDays(30),
      forwarding: { days: 7, unit: 'working-day' },
    },
    extension: { days: 30, of: ['complex'], most: 1, needsApprover: true, complainantMustBeTold: true },
    pausedBy: ['appraisal', 'mediation'],
    warnAt: [5, 3, 1],
    ageing: [5, 10, 15, 30, 60],
  },
];

/** The version that holds for what starts on `day`: the latest in force by then; undefined before the first. */
export function rulesOn(versions: RuleVersions, day: IsoDay): DeadlineRules | undefined {
  const inForce = versions.filter(({ from }) => from <= day);
  return inForce.reduce<DeadlineRules | undefined>(
    (latest, version) => (latest === undefined || version.from > latest.from ? version : latest),
    undefined,
  );
}
