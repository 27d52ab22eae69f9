import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import type { DeliveredDays } from '@tocsin/warehouse';
import { type Circumstances, noCircumstances } from '../circumstances/circumstances.ts';
import { findUncovered } from './covered-days.ts';
import { type EvaluatedRule, isAboutCases } from './evaluated-rule.ts';
import { earliestOf } from './evaluation-window.ts';
import { familyOfRule, readFrom } from './family-of-rule.ts';
import type { CountsReader } from './kept-counts.ts';
import type { KnownCodes } from './known-codes.ts';
import { type LeadingReader, leadingFamily } from './leading-family.ts';
import type { RuleFamily } from './rule-signals.ts';

/** A rule, and the first bucket of it that is to be judged. */
export interface PlannedRule {
  readonly rule: EvaluatedRule;
  readonly from: IsoDay;
}

/** What is known of a moment besides the counts. */
export interface KnownThen {
  readonly today: IsoDay;
  readonly firstDay: IsoDay;
  readonly delivered: DeliveredDays | undefined;
  /** Those that are not the shipped ones. */
  readonly holidays: HolidayTable;
  /** What is known of days besides. */
  readonly circumstances?: Circumstances;
}

/** Where the counts are read. Without `leading` rules about leading counts have no series. */
export interface Readers {
  readonly counts: CountsReader;
  readonly codes: KnownCodes;
  readonly leading?: LeadingReader | undefined;
}

/** The series of each rule with the history they are judged by: the same for what is watched now and for a past moment. */
export async function plannedFamilies<Planned extends PlannedRule>(
  { counts, codes, leading }: Readers,
  plan: readonly Planned[],
  known: KnownThen,
): Promise<(Planned & { readonly family: RuleFamily })[]> {
  const { today, firstDay, holidays, circumstances = noCircumstances } = known;
  const gapsFrom = earliestOf([today, ...plan.map(({ rule, from }) => readFrom(rule, from))]);
  const coverage = await findUncovered(counts, { ...known, from: gapsFrom });
  return await Promise.all(
    plan.map(async (planned) => {
      const { rule, from } = planned;
      const family = isAboutCases(rule)
        ? await familyOfRule(counts, codes, rule, { today, firstDay, coverage, from, holidays, circumstances })
        : await leadingFamily(leading ?? none, rule, { today, from, holidays, circumstances });
      return { ...planned, family };
    }),
  );
}

const none: LeadingReader = () => Promise.resolve([]);
