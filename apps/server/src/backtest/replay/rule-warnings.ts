import type { NameOf } from '@tocsin/alerting';
import type { IsoDay } from '@tocsin/contracts';
import type { AlertEventRecord, Signal } from '@tocsin/warehouse';

/** What is known when the alert stage decides. */
export interface DecidedThen {
  readonly now: Date;
  /** Whether it is outside the hours of the rule: what is not red waits until they begin. */
  readonly waits: boolean;
  /** The first bucket whose signals are looked at. */
  readonly from: IsoDay;
  /** Resolved warnings that changed before this moment (ISO) are over for good. */
  readonly forgottenBefore: string;
  readonly names: NameOf;
  readonly timeZone: string;
}

/** The warnings of one rule as they come about, under the rule as it is and then under each setting decided along with it. */
export interface RuleWarnings {
  readonly events: readonly (readonly AlertEventRecord[])[];
  /** `signals`: all of the series, one a bucket, in no order. */
  decide(seriesKey: string, signals: readonly Signal[], then: DecidedThen): Promise<void>;
}
