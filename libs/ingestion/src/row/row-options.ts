import type { HolidayTable, RuleVersions } from '@tocsin/calendar';
import type { PersonKey } from '../hash/person-key.ts';
import type { Plan } from '../profile/plan.ts';
import type { Profile } from '@tocsin/contracts';

/** Everything a row's meaning depends on besides the row. Two runs with the same options write the same bytes. */
export interface RowOptions {
  readonly profile: Profile;
  readonly plan: Plan;
  /** IANA zone in which the product counts days. */
  readonly timeZone: string;
  /** When the file came in, in seconds since 1970: the arrival of rows that name none, and the edge of the future. */
  readonly now: number;
  readonly batchId: string;
  readonly personKey: PersonKey;
  /** Seals the originals of refused rows; absent: none are kept. */
  readonly seal?: ((text: string, where: string) => string) | undefined;
  /** By field: the codes that the product or the company names. A value beside them is kept, with a warning. */
  readonly knownCodes?: Readonly<Record<string, readonly string[]>>;
  /** By these rules a complaint gets its due day where the source names none. Default: those that ship. */
  readonly deadlineRules?: RuleVersions;
  /** Holidays beside those that ship, for rules that count working days. */
  readonly holidays?: HolidayTable;
}
