import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import type { DeliveredDays, Signal } from '@tocsin/warehouse';
import type { WatchedFeed } from '../../feeds/feed-watch.ts';
import type { Told } from '../../reference/trees.ts';
import type { ReplayedRule } from './replayed-rule.ts';

/** What is known at a past moment besides the figures. */
export interface KnownAt {
  /** Unix seconds. */
  readonly moment: number;
  readonly now: Date;
  readonly today: IsoDay;
  readonly told: Told;
  readonly holidays: HolidayTable;
  readonly feeds: readonly WatchedFeed[];
  readonly delivered: DeliveredDays | undefined;
}

/** The same once there are data: the first and the last day with a row of any kind. */
export interface KnownWithData extends KnownAt {
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
}

/** What a rule says at a moment, changed or not. */
export interface Found {
  readonly of: ReplayedRule;
  readonly signals: readonly Signal[];
}

/** The rules of one kind on their way through the past: what the detect stage finds by them, with what was known then. */
export interface ReplayedKind<Known extends KnownAt> {
  found(known: Known): Promise<readonly Found[]>;
}
