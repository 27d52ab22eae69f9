import type { Coverage, Warehouse } from '@tocsin/warehouse';
import type { KnownCircumstances } from '../../circumstances/known-circumstances.ts';
import { dayIn } from '../../clock.ts';
import type { StageContext } from '../../pipeline/stage.ts';
import type { Trees } from '../../reference/trees.ts';
import type { CountsReader } from '../kept-counts.ts';
import { WrittenByRule } from '../written-by-rule.ts';
import { type RatesKnown, rateFamily, ratedFrom } from './rate-family.ts';
import { ratesNow } from './rates-now.ts';
import type { RateRule } from './rate-rule.ts';
import { rateSignals } from './rate-signals.ts';
import { mediansOf, readMedians } from './sector-medians.ts';

/**
 * Judges the rules about published rates and writes what is new. Every figure of the last year and more is looked at again
 * when anything has changed: there are few, and exposure and medians come late and are corrected.
 */
export class RateWatch {
  readonly #written: WrittenByRule;
  #lookedAt: string | undefined;

  constructor(
    private readonly warehouse: Warehouse,
    private readonly trees: Trees,
    private readonly counts: CountsReader,
    private readonly circumstances: KnownCircumstances,
  ) {
    this.#written = new WrittenByRule(warehouse);
  }

  /** Answers how many signals it wrote. */
  async run(
    rules: readonly RateRule[],
    { firstDay, dataVersion, delivered, holidays }: Coverage & Pick<RatesKnown, 'delivered' | 'holidays'>,
    { now, since }: Pick<StageContext, 'now' | 'since'>,
  ): Promise<number> {
    if (rules.length === 0 || firstDay === null) return 0;
    const today = dayIn(this.warehouse.timeZone, now);
    const lookingAt = JSON.stringify([dataVersion, today, delivered, rules.map(({ id, version }) => [id, version])]);
    if (since === undefined && lookingAt === this.#lookedAt) return 0;
    const [{ translation }, medians] = await Promise.all([this.trees.told(), readMedians(this.warehouse)]);
    const events = await this.circumstances.events(dataVersion);
    const rates = ratesNow(this.warehouse, translation);
    let wrote = 0;
    for (const rule of rules) {
      const from = ratedFrom(rule, today, since);
      const known = { today, firstDay, delivered, holidays, from, events };
      const family = await rateFamily({ rates, counts: this.counts }, rule, known);
      const found = rateSignals(rule, family, { from, at: now, medians: mediansOf(rule, medians) });
      wrote += await this.#written.write(rule.id, found, { from, today });
    }
    this.#lookedAt = lookingAt;
    return wrote;
  }
}
