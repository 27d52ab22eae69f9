import { isDeepStrictEqual } from 'node:util';
import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay, Verdict } from '@tocsin/contracts';
import type { Warehouse } from '@tocsin/warehouse';
import { type JudgedSeries, judgedBy } from './baselines/judged-series.ts';
import { StoredBaselines } from './baselines/stored-baselines.ts';
import type { EvaluatedRule as Rule } from './evaluated-rule.ts';
import { type RuleFamily, type RuleSeries, type SignalOptions, WHOLE } from './rule-signals.ts';
import { printOfPoints } from './series-print.ts';
import { borrowsFrom, fitsWeeks, judgedSeries } from './series-verdicts.ts';
import type { DetectThreads } from './threads/detect-threads.ts';
import { ToldBuckets } from './told-buckets.ts';
import { Turns } from './turns.ts';

interface Kept {
  readonly print: Print;
  readonly verdicts: readonly Verdict[];
}

/** What the verdicts of a series depend on: its points, and those of the whole where it borrows from it. */
interface Print {
  readonly own: string;
  readonly whole: string;
}

interface KeptOfRule {
  readonly key: string;
  readonly series: Map<string, Kept>;
  readonly told: ToldBuckets;
}

/** Fewer series than this are judged at once: threads that sleep are not woken for them. */
const FEWEST_FOR_THREADS = 24;

/**
 * The verdicts of series, kept with a fingerprint of what they were made from: only series whose points have changed are
 * judged again. Kept for one version of a rule and one first bucket at a time, in memory.
 */
export class KeptVerdicts {
  readonly #rules = new Map<string, KeptOfRule>();
  readonly #baselines = new Map<string, StoredBaselines>();

  /** Without a warehouse every fit is made anew. */
  constructor(
    private readonly threads: DetectThreads,
    private readonly warehouse?: Warehouse,
  ) {}

  /** Stores the fits that the verdicts so far rest on. */
  async saveBaselines(): Promise<void> {
    for (const baselines of this.#baselines.values()) await baselines.save();
  }

  /**
   * Judges what has changed of a rule's family; answers with the verdicts of all of it at hand, and with what was told of them.
   * A verdict that comes out as before is the very object that it was.
   */
  async judged(
    rule: Rule,
    family: RuleFamily,
    from: IsoDay,
  ): Promise<Required<Pick<SignalOptions, 'verdictsOf' | 'told'>>> {
    const { series: kept, told } = this.#keptOf(rule, family.holidays, from);
    const prints = await this.#printsOf(rule, family, { from, kept });
    const changed = [...seriesOf(family)].filter(({ key }) => !isSame(kept.get(key)?.print, prints.get(key)));
    const baselines = changed.length > 0 && fitsWeeks(rule) ? await this.#baselinesOf(rule, from) : undefined;
    const found = await this.#judge(rule, family, { from, changed, baselines });
    for (const { key } of changed) {
      const before = new Map((kept.get(key)?.verdicts ?? []).map((verdict) => [verdict.at, verdict]));
      const judged = found.get(key);
      baselines?.note(key, judged?.used ?? []);
      const verdicts = (judged?.verdicts ?? []).map((verdict) => {
        const known = before.get(verdict.at);
        return isDeepStrictEqual(known, verdict) && known !== undefined ? known : verdict;
      });
      kept.set(key, { print: prints.get(key) ?? NO_PRINT, verdicts });
    }
    for (const name of kept.keys()) if (!prints.has(name)) kept.delete(name);
    return { verdictsOf: ({ key }) => kept.get(key)?.verdicts ?? [], told: told.begin() };
  }

  /** What the verdicts of each series depend on. Whether one borrows is known of those whose own points are as they were. */
  async #printsOf(
    rule: Rule,
    family: RuleFamily,
    { from, kept }: { readonly from: IsoDay; readonly kept: ReadonlyMap<string, Kept> },
  ): Promise<ReadonlyMap<string, Print>> {
    const whole = printOfPoints(family.whole);
    const prints = new Map<string, Print>();
    const turns = new Turns();
    for (const series of seriesOf(family)) {
      const own = series.print ?? printOfPoints(series.points);
      const before = kept.get(series.key)?.print;
      const borrows = before?.own === own ? before.whole !== '' : borrowsFrom(rule, family, series.points, from);
      prints.set(series.key, { own, whole: borrows ? whole : '' });
      await turns.next();
    }
    return prints;
  }

  async #judge(
    rule: Rule,
    family: RuleFamily,
    { from, changed, baselines }: Changes,
  ): Promise<ReadonlyMap<string, JudgedSeries>> {
    const turns = new Turns();
    const here = new Map<string, JudgedSeries>();
    const judge = judgedSeries(rule, family, from);
    const batches = changed.length < FEWEST_FOR_THREADS ? undefined : this.threads.batches(rule, family, from);
    for (const { key, points } of changed) {
      const known = baselines?.of(key);
      // The whole lends to the others and borrows from none, which only here can be seen.
      if (batches === undefined || key === WHOLE) here.set(key, judgedBy(judge, points, known));
      else batches.add(key, points, known);
      await turns.next();
    }
    return batches === undefined ? here : new Map([...here, ...(await batches.judged())]);
  }

  async #baselinesOf({ id }: Rule, from: IsoDay): Promise<StoredBaselines | undefined> {
    if (this.warehouse === undefined) return undefined;
    const known = this.#baselines.get(id) ?? new StoredBaselines(this.warehouse, id);
    this.#baselines.set(id, known);
    await known.know(from);
    return known;
  }

  #keptOf({ id, version }: Rule, holidays: HolidayTable | undefined, from: IsoDay): KeptOfRule {
    const key = JSON.stringify([version, from, holidays ?? {}]);
    const known = this.#rules.get(id);
    if (known?.key === key) return known;
    const begun = { key, series: new Map<string, Kept>(), told: new ToldBuckets() };
    this.#rules.set(id, begun);
    return begun;
  }
}

interface Changes {
  readonly from: IsoDay;
  readonly changed: readonly Series[];
  /** Of rules that fit weeks. */
  readonly baselines: StoredBaselines | undefined;
}

const NO_PRINT: Print = { own: '', whole: '' };
const isSame = (one: Print | undefined, other: Print | undefined) =>
  one !== undefined && one.own === other?.own && one.whole === other.whole;

type Series = Pick<RuleSeries, 'key' | 'points' | 'print'>;

function* seriesOf({ whole, parents = [], series }: RuleFamily): Generator<Series> {
  yield { key: WHOLE, points: whole };
  yield* parents;
  yield* series;
}
