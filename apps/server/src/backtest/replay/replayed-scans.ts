import type { IsoDay, ScanRule } from '@tocsin/contracts';
import { type Coverage, findUncovered } from '../../detect/covered-days.ts';
import { RuleScans } from '../../detect/scans/rule-scans.ts';
import type { AsOfCircumstances } from '../as-of-circumstances.ts';
import type { AsOfCounts } from '../as-of-counts.ts';
import { asOfExposure } from '../as-of-exposure.ts';
import type { AsOfTables } from '../as-of-tables.ts';
import type { Found, KnownWithData, ReplayedKind } from './replayed-kind.ts';
import type { ReplayedRule } from './replayed-rule.ts';

/** Rules about clusters of places; former clusters are those that the replayed rule itself has written. */
export class ReplayedScans implements ReplayedKind<KnownWithData> {
  readonly #scans = new RuleScans();

  constructor(
    private readonly parts: {
      readonly counts: AsOfCounts;
      readonly tables: AsOfTables;
      readonly circumstances: AsOfCircumstances;
    },
    private readonly rules: readonly ReplayedRule<ScanRule>[],
  ) {}

  async found({ moment, told, ...known }: KnownWithData): Promise<Found[]> {
    if (this.rules.length === 0) return [];
    const { counts, tables, circumstances } = this.parts;
    const { today } = known;
    const { told: rows } = tables.business(moment, today);
    const gaps = new Map<IsoDay, Promise<Coverage>>();
    const uncovered = (from: IsoDay) => {
      const found = gaps.get(from) ?? findUncovered(counts, { ...known, from });
      gaps.set(from, found);
      return found;
    };
    const exposure = (asked: Parameters<typeof asOfExposure>[0]) =>
      Promise.resolve(asOfExposure(asked, { rows, today, translation: told.translation }));
    const then = { ...known, since: undefined, events: circumstances.events(moment) };
    const found: Found[] = [];
    for (const of of this.rules) {
      const readers = { counts, uncovered, exposure, written: of.written };
      found.push({ of, signals: await this.#scans.ofRule(of.rule, readers, then) });
    }
    return found;
  }
}
