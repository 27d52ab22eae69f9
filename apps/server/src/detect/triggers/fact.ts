import type { IsoDay, Level, Sentence, Slice, Translation, TriggerRule } from '@tocsin/contracts';
import type { AsKnown, Warehouse } from '@tocsin/warehouse';

/** Something that a trigger found to be so today. */
export interface Fact {
  /** Stable as long as it is about the same case, place, organisation or subject. */
  readonly key: string;
  readonly slice: Slice;
  readonly level: Level;
  /** The number that counts: people, cases, days over. */
  readonly observed: number;
  /** What is usual; 0 where nothing is. */
  readonly usual: number;
  readonly note: Sentence;
}

/** What every trigger is told. */
export interface Moment {
  readonly warehouse: Pick<Warehouse, 'rows'>;
  /** Complaints as they were known then, and their due days; absent for the present moment. */
  readonly asKnown?: { readonly plain: AsKnown; readonly withDueDays: AsKnown };
  readonly today: IsoDay;
  /** The newest day with a complaint: windows end with it, so that missing data neither end a fact nor make one. */
  readonly lastDay: IsoDay;
  readonly translation: Translation;
}

/** The rule of a trigger of one kind. */
export type RuleOf<Name extends TriggerRule['trigger']['name']> = TriggerRule & {
  readonly trigger: Extract<TriggerRule['trigger'], { name: Name }>;
};

/** More single cases than anybody is warned of; the first due, or the first received. */
export const MOST_CASES = 1000;
