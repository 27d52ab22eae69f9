import { bucketPlus, bucketStart } from '@tocsin/calendar';
import type { IsoDay, ScanRule } from '@tocsin/contracts';
import { type Signal, type Warehouse, signals } from '@tocsin/warehouse';
import type { Told } from '../../reference/trees.ts';
import { type Coverage, findUncovered } from '../covered-days.ts';
import type { CountsReader } from '../kept-counts.ts';
import type { KnownThen } from '../planned-families.ts';
import { alphaOf, bucketSignals } from './bucket-signals.ts';
import { exposureOver } from './exposure-over.ts';
import { coverageUntil } from './places.ts';
import { type ScanFigures, daysNeeded, scanPlaces, splitOver, sumOver } from './scan-places.ts';
import type { Scan, ScanQuestion } from './scan-question.ts';
import { figuresPrint, seedOf } from './scan-seed.ts';
import { type StandingCluster, standingBefore } from './standing-clusters.ts';

/** Buckets that are looked at again in every run: late rows and corrections mostly touch these. */
const RECENT = { day: 7, week: 4 } as const;
/** Periods before a scan's that tell how far counts stray. */
const BEFORE = { day: 28, week: 12 } as const;
/** How far back former clusters are looked for. */
const LONGEST_BUCKETS = 60;

export interface ScanMoment extends KnownThen {
  readonly now: Date;
  /** History is asked for from this day on. */
  readonly since: IsoDay | undefined;
  readonly told: Told;
}

/** What scan rules say of the newest whole buckets; a bucket is worked out again only where its figures have changed. */
export class LiveScans {
  /** By rule and bucket, with the figures that it was made from. */
  readonly #kept = new Map<string, { readonly print: string; readonly scan: Scan }>();

  constructor(
    private readonly warehouse: Warehouse,
    private readonly counts: CountsReader,
  ) {}

  /** The signals of a rule's newest buckets, changed or not; further back where history is asked for. */
  async ofRule(rule: ScanRule, moment: ScanMoment): Promise<Signal[]> {
    const { id: ruleId, grain } = rule;
    const newest = bucketPlus(bucketStart(moment.today, grain), -1, grain);
    const first = firstBucket(rule, newest, moment);
    const { from } = daysNeeded(questionOf(rule, first), moment.firstDay);
    const coverage = await findUncovered(this.counts, { ...moment, from });
    const known = new Map<string, Signal>();
    const note = (signal: Signal) => known.set(`${signal.seriesKey} ${signal.bucket}`, signal);
    const range = { from: bucketPlus(first, -LONGEST_BUCKETS, grain), until: bucketPlus(newest, 1, grain) };
    // Of all versions, the newest last: a cluster stays the same one when its rule is changed.
    (await this.warehouse.rows(signals({ ...range, ruleId }))).forEach(note);
    const found: Signal[] = [];
    for (let bucket = first; bucket <= newest; bucket = bucketPlus(bucket, 1, grain)) {
      const scan = await this.#scanOf(rule, bucket, { ...moment, coverage });
      const standing = standingBefore(bucket, grain, known.values());
      const written = [...known.values()].filter((signal) => signal.bucket === bucket).map(clusterOf);
      const judged = bucketSignals(rule, scan, { bucket, standing, written, at: moment.now });
      judged.forEach(note);
      found.push(...judged);
    }
    this.#forgetBefore(rule, first);
    return found;
  }

  async #scanOf(rule: ScanRule, bucket: IsoDay, moment: ScanMoment & { coverage: Coverage }): Promise<Scan> {
    const question = questionOf(rule, bucket);
    const figures = await this.#figures(question, moment);
    const name = `${rule.id} ${rule.version} ${bucket}`;
    const print = figuresPrint(figures);
    const kept = this.#kept.get(name);
    const scan = kept?.print === print ? kept.scan : await scanPlaces(question, figures);
    this.#kept.set(name, { print, scan });
    return scan;
  }

  async #figures(
    question: ScanQuestion,
    { told, firstDay, today, holidays, coverage }: ScanMoment & { coverage: Coverage },
  ): Promise<ScanFigures> {
    const { basis, where, over } = question;
    const days = daysNeeded(question, firstDay);
    const [rows, exposure] = await Promise.all([
      this.counts.read({ sum: sumOver(question), basis, where, split: [splitOver[over]], ...days }),
      exposureOver(this.warehouse, question, { translation: told.translation, today }),
    ]);
    return { rows, days, firstDay, coverage: coverageUntil(coverage, days.until), holidays, exposure };
  }

  #forgetBefore({ id, version }: ScanRule, first: IsoDay): void {
    for (const name of this.#kept.keys()) {
      const [rule, kept, bucket = ''] = name.split(' ');
      if (rule === id && (kept !== String(version) || bucket < first)) this.#kept.delete(name);
    }
  }
}

const clusterOf = ({ seriesKey, members = [] }: Signal): StandingCluster => ({
  key: seriesKey,
  codes: members.map(({ code }) => code),
});

function firstBucket(rule: ScanRule, newest: IsoDay, { since, firstDay }: ScanMoment): IsoDay {
  const recent = bucketPlus(newest, 1 - RECENT[rule.grain], rule.grain);
  const asked = since === undefined ? recent : bucketStart(since, rule.grain);
  const first = asked < recent ? asked : recent;
  const begins = bucketPlus(bucketStart(firstDay, rule.grain), rule.windows, rule.grain);
  return first > begins ? first : begins;
}

/** What a rule asks on the last day of a bucket. */
export function questionOf(rule: ScanRule, bucket: IsoDay): ScanQuestion {
  const { measure, basis, where, over, offset, grain, windows, simulations } = rule;
  const period = (back: number) => ({
    from: bucketPlus(bucket, -back, grain),
    until: bucketPlus(bucket, 1 - back, grain),
  });
  return {
    ...{ measure, basis, where, over, offset, simulations, alpha: alphaOf(rule) },
    periods: Array.from({ length: windows }, (_, i) => period(windows - 1 - i)),
    before: Array.from({ length: BEFORE[grain] }, (_, i) => period(windows + BEFORE[grain] - 1 - i)),
    seed: seedOf([rule.seed, rule.id, rule.version, bucket]),
  };
}
