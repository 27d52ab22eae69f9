import type { ScanRule } from '@tocsin/contracts';
import type { Coverage, Warehouse } from '@tocsin/warehouse';
import type { KnownCircumstances } from '../../circumstances/known-circumstances.ts';
import { dayIn } from '../../clock.ts';
import type { StageContext } from '../../pipeline/stage.ts';
import type { Trees } from '../../reference/trees.ts';
import { earliestOf } from '../evaluation-window.ts';
import type { CountsReader } from '../kept-counts.ts';
import type { KnownThen } from '../planned-families.ts';
import { WrittenByRule } from '../written-by-rule.ts';
import { writtenIn } from '../written-reader.ts';
import { RuleScans } from './rule-scans.ts';
import { scanReadersNow } from './scan-readers.ts';

/** Looks for clusters by the scan rules, again where data, day, trees or a rule have changed, and writes what is new. */
export class ScanWatch {
  readonly #scans = new RuleScans();
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
    rules: readonly ScanRule[],
    { firstDay, dataVersion, delivered, holidays }: Coverage & Pick<KnownThen, 'delivered' | 'holidays'>,
    { now, since }: Pick<StageContext, 'now' | 'since'>,
  ): Promise<number> {
    if (rules.length === 0 || firstDay === null) return 0;
    const today = dayIn(this.warehouse.timeZone, now);
    const { key, translation } = await this.trees.told();
    const versions = rules.map(({ id, version }) => [id, version]);
    const lookingAt = JSON.stringify([dataVersion, today, delivered, key, versions]);
    if (since === undefined && lookingAt === this.#lookedAt) return 0;
    const known = { counts: this.counts, translation, today, firstDay, delivered, holidays };
    const readers = { ...scanReadersNow(this.warehouse, known), written: writtenIn(this.warehouse) };
    const events = await this.circumstances.events(dataVersion);
    let wrote = 0;
    for (const rule of rules) {
      const found = await this.#scans.ofRule(rule, readers, { firstDay, holidays, today, now, since, events });
      const from = earliestOf([today, ...found.map(({ bucket }) => bucket)]);
      wrote += await this.#written.write(rule.id, found, { from, today });
    }
    this.#lookedAt = lookingAt;
    return wrote;
  }
}
