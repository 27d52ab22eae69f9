import { bucketPlus, bucketStart } from '@tocsin/calendar';
import type { IsoDay, ScanRule } from '@tocsin/contracts';
import type { Period, Signal } from '@tocsin/warehouse';
import { type KnownEvent, eventsWithin } from '../../circumstances/known-events.ts';
import type { Coverage } from '../covered-days.ts';
import type { CountsReader } from '../kept-counts.ts';
import type { KnownThen } from '../planned-families.ts';
import type { WrittenReader } from '../written-reader.ts';
import { alphaOf, bucketSignals } from './bucket-signals.ts';
import { KeptScans } from './kept-scans.ts';
import { coverageUntil } from './places.ts';
import { type ScanFigures, daysNeeded, splitOver, sumOver } from './scan-places.ts';
import type { ScanQuestion } from './scan-question.ts';
import { seedOf } from './scan-seed.ts';
import { type StandingCluster, standingBefore } from './standing-clusters.ts';

/** Buckets that are looked at again in every run: late rows and corrections mostly touch these. */
const RECENT = { day: 7, week: 4 } as const;
/** Periods before a scan's that tell how far counts stray. */
const BEFORE = { day: 28, week: 12 } as const;
/** How far back former clusters are looked for. */
const LONGEST_BUCKETS = 60;

export interface ScanMoment extends Pick<KnownThen, 'today' | 'firstDay' | 'holidays'> {
  readonly now: Date;
  /** History is asked for from this day on. */
  readonly since: IsoDay | undefined;
  /** What is known to have happened. */
  readonly events: readonly KnownEvent[];
}

/** Where a rule finds what it looks at: as it is now, or as it was at a past moment. */
export interface ScanReaders {
  readonly counts: CountsReader;
  /** The days from a day on that no data cover. */
  readonly uncovered: (from: IsoDay) => Promise<Coverage>;
  /** The business behind each place; undefined where cases are held against their history. */
  readonly exposure: (question: ScanQuestion) => Promise<ReadonlyMap<string, number> | undefined>;
  readonly written: WrittenReader;
}

/** What scan rules say of the newest whole buckets; a bucket is worked out again only where its figures have changed. */
export class RuleScans {
  readonly #kept = new Map<string, KeptScans>();

  /** The signals of a rule's newest buckets, changed or not; further back where history is asked for. */
  async ofRule(rule: ScanRule, readers: ScanReaders, moment: ScanMoment): Promise<Signal[]> {
    const { grain } = rule;
    const newest = newestBucket(rule, moment.today);
    const first = firstBucket(rule, newest, moment);
    const { from } = daysNeeded(questionOf(rule, first), moment.firstDay);
    const coverage = await readers.uncovered(from);
    const known = new Map<string, Signal>();
    const note = (signal: Signal) => known.set(`${signal.seriesKey} ${signal.bucket}`, signal);
    const range = { from: bucketPlus(first, -LONGEST_BUCKETS, grain), until: bucketPlus(newest, 1, grain) };
    // Of all versions, the newest last: a cluster stays the same one when its rule is changed.
    (await readers.written(rule.id, range)).forEach(note);
    const scans = this.#scansOf(rule);
    const found: Signal[] = [];
    for (let bucket = first; bucket <= newest; bucket = bucketPlus(bucket, 1, grain)) {
      const question = questionOf(rule, bucket);
      const scan = await scans.of(question, await figuresOf(question, readers, { ...moment, coverage }));
      const standing = standingBefore(bucket, grain, known.values());
      const written = [...known.values()].filter((signal) => signal.bucket === bucket).map(clusterOf);
      const judged = bucketSignals(rule, scan, { bucket, standing, written, at: moment.now });
      judged.forEach(note);
      found.push(...judged);
    }
    scans.forgetBefore(first);
    return found;
  }

  #scansOf({ id }: ScanRule): KeptScans {
    const scans = this.#kept.get(id) ?? new KeptScans();
    this.#kept.set(id, scans);
    return scans;
  }
}

async function figuresOf(
  question: ScanQuestion,
  readers: Pick<ScanReaders, 'counts' | 'exposure'>,
  { firstDay, holidays, coverage, events }: ScanMoment & { readonly coverage: Coverage },
): Promise<ScanFigures> {
  const { basis, where, over } = question;
  const days = daysNeeded(question, firstDay);
  const [rows, exposure] = await Promise.all([
    readers.counts.read({ sum: sumOver(question), basis, where, split: [splitOver[over]], ...days }),
    readers.exposure(question),
  ]);
  const known = { rows, days, firstDay, coverage: coverageUntil(coverage, days.until), holidays, exposure };
  return { ...known, events: eventsLearnedFrom(question, events, days) };
}

/** The events that matter to a scan: of those days, and none where cases are held against exposure. */
export const eventsLearnedFrom = (
  { offset }: Pick<ScanQuestion, 'offset'>,
  events: readonly KnownEvent[],
  days: Period,
): readonly KnownEvent[] => (offset === 'expected' ? eventsWithin(events, days) : []);

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

/** The newest whole bucket of a rule. */
export const newestBucket = ({ grain }: Pick<ScanRule, 'grain'>, today: IsoDay): IsoDay =>
  bucketPlus(bucketStart(today, grain), -1, grain);

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
