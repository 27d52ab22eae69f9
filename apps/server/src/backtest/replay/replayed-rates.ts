import { type RateReaders, rateFamily, ratedFrom } from '../../detect/rates/rate-family.ts';
import type { RateRule } from '../../detect/rates/rate-rule.ts';
import { rateSignals } from '../../detect/rates/rate-signals.ts';
import { mediansOf } from '../../detect/rates/sector-medians.ts';
import type { AsOfCircumstances } from '../as-of-circumstances.ts';
import type { AsOfCounts } from '../as-of-counts.ts';
import { asOfRates } from '../as-of-rates.ts';
import type { AsOfTables } from '../as-of-tables.ts';
import type { Found, KnownWithData, ReplayedKind } from './replayed-kind.ts';
import type { ReplayedRule } from './replayed-rule.ts';

/** Rules about published rates: all of their buckets are looked at, as the detect stage does it. */
export class ReplayedRates implements ReplayedKind<KnownWithData> {
  constructor(
    private readonly parts: {
      readonly counts: AsOfCounts;
      readonly tables: AsOfTables;
      readonly circumstances: AsOfCircumstances;
    },
    private readonly rules: readonly ReplayedRule<RateRule>[],
  ) {}

  async found({ moment, now, told, ...known }: KnownWithData): Promise<Found[]> {
    if (this.rules.length === 0) return [];
    const { counts, tables, circumstances } = this.parts;
    const events = circumstances.events(moment);
    const { told: exposure } = tables.business(moment, known.today);
    const rates: RateReaders['rates'] = (asked) =>
      asOfRates(asked, { counts, exposure, translation: told.translation });
    return await Promise.all(
      this.rules.map(async (of) => {
        const from = ratedFrom(of.rule, known.today, undefined);
        const family = await rateFamily({ rates, counts }, of.rule, { ...known, from, events });
        const medians = mediansOf(of.rule, tables.medians(moment));
        return { of, signals: rateSignals(of.rule, family, { from, at: now, medians }) };
      }),
    );
  }
}
