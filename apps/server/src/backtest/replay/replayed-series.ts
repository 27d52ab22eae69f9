import { policyOf } from '@tocsin/alerting';
import type { IsoDay } from '@tocsin/contracts';
import type { EvaluatedRule } from '../../detect/evaluated-rule.ts';
import { evaluatedFrom } from '../../detect/evaluation-window.ts';
import { KnownCodes } from '../../detect/known-codes.ts';
import { plannedFamilies } from '../../detect/planned-families.ts';
import { ruleSignals } from '../../detect/rule-signals.ts';
import type { AsOfCircumstances } from '../as-of-circumstances.ts';
import type { AsOfCounts } from '../as-of-counts.ts';
import type { AsOfLeading } from '../as-of-leading.ts';
import type { Found, KnownWithData, ReplayedKind } from './replayed-kind.ts';
import type { ReplayedRule } from './replayed-rule.ts';

interface SeriesParts {
  readonly counts: AsOfCounts;
  readonly leading: AsOfLeading | undefined;
  readonly circumstances: AsOfCircumstances;
  /** The first month whose figures changed at a moment. */
  readonly changed: ReadonlyMap<number, IsoDay>;
}

/** Rules about numbers of cases and leading counts. */
export class ReplayedSeries implements ReplayedKind<KnownWithData> {
  readonly #codes: KnownCodes;

  constructor(
    private readonly parts: SeriesParts,
    private readonly rules: readonly ReplayedRule<EvaluatedRule>[],
  ) {
    this.#codes = new KnownCodes(parts.counts);
  }

  async found({ moment, now, told, ...known }: KnownWithData): Promise<Found[]> {
    if (this.rules.length === 0) return [];
    const { counts, leading, changed } = this.parts;
    this.#codes.toldBy(told.key);
    leading?.moveTo(moment, told);
    const changedFrom = changed.get(moment);
    const plan = this.rules.map((of) => ({
      ...{ rule: of.rule, of },
      from: evaluatedFrom(of.rule.grain, known.today, { changedFrom, since: undefined }),
    }));
    const circumstances = this.parts.circumstances.at(moment, known.today);
    const readers = { counts, codes: this.#codes, leading: leading?.read };
    const families = await plannedFamilies(readers, plan, { ...known, circumstances });
    return families.map(({ rule, from, family, of }) => {
      const { levels } = policyOf(rule);
      return { of, signals: ruleSignals(rule, family, { from, at: now, levels }) };
    });
  }
}
