import type { ComplaintFilter, IsoDay, Translation } from '@tocsin/contracts';
import type { AsKnown } from '../facts/complaints-as-known.ts';
import type { Scope } from '../facts/scope.ts';

/** Which open complaints by their due day: all, those due on `from ≤ day < until` (an end left out is open), or without one. */
export type DueDays =
  | { readonly kind: 'any' }
  | { readonly kind: 'between'; readonly from?: IsoDay | undefined; readonly until?: IsoDay | undefined }
  | { readonly kind: 'none' };

/** Which complaints are asked for, one by one. */
export interface CaseQuestion {
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
  /** Whenever received, instead of within the filter's period. */
  readonly whenever?: boolean | undefined;
  /** Each must stand in the masked narrative, or begin the number where it holds a digit. */
  readonly words?: readonly string[] | undefined;
  readonly marks?: readonly CaseMark[] | undefined;
  /** Open at the end of a day, with such due days. */
  readonly open?: { readonly asOf: IsoDay; readonly due: DueDays } | undefined;
  /** As they were known at a past moment, instead of as they are; only of the whole company. */
  readonly asKnown?: AsKnown | undefined;
}

export type CaseMark = 'repeat' | 'escalated' | 'group';
