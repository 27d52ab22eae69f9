import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay, Verdict } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import type { EvaluatedRule as Rule } from './evaluated-rule.ts';
import { type RuleFamily, type VerdictsOf, WHOLE } from './rule-signals.ts';
import { borrowsFrom, judgedSeries } from './series-verdicts.ts';
import type { DetectThreads } from './threads/detect-threads.ts';
import { Turns } from './turns.ts';

interface Kept {
  readonly print: string;
  readonly verdicts: readonly Verdict[];
}

/** Fewer series than this are judged at once: threads that sleep are not woken for them. */
const FEWEST_FOR_THREADS = 24;

/**
 * The verdicts of series, kept with a fingerprint of what they were made from: only series whose points have changed are
 * judged again. Kept for one version of a rule and one first bucket at a time, in memory.
 */
export class KeptVerdicts {
  readonly #rules = new Map<string, { readonly key: string; readonly series: Map<string, Kept> }>();

  constructor(private readonly threads: DetectThreads) {}

  /** Judges what has changed of a rule's family; answers with the verdicts of all of it at hand. */
  async judged(rule: Rule, family: RuleFamily, from: IsoDay): Promise<VerdictsOf> {
    const kept = this.#keptOf(rule, family.holidays, from);
    const prints = await this.#printsOf(rule, family, from);
    const changed = [...seriesOf(family)].filter(({ key }) => kept.get(key)?.print !== prints.get(key));
    const found = await this.#judge(rule, family, { from, changed });
    for (const { key } of changed) kept.set(key, { print: prints.get(key) ?? '', verdicts: found.get(key) ?? [] });
    for (const name of kept.keys()) if (!prints.has(name)) kept.delete(name);
    return ({ key }) => kept.get(key)?.verdicts ?? [];
  }

  /** What the verdicts of each series depend on. */
  async #printsOf(rule: Rule, family: RuleFamily, from: IsoDay): Promise<ReadonlyMap<string, string>> {
    const whole = fingerprint(family.whole);
    const prints = new Map<string, string>();
    const turns = new Turns();
    for (const { key, points } of seriesOf(family)) {
      prints.set(key, fingerprint(points) + (borrowsFrom(rule, family, points, from) ? ` ${whole}` : ''));
      await turns.next();
    }
    return prints;
  }

  async #judge(
    rule: Rule,
    family: RuleFamily,
    { from, changed }: { readonly from: IsoDay; readonly changed: readonly Series[] },
  ): Promise<ReadonlyMap<string, readonly Verdict[]>> {
    const turns = new Turns();
    const here = new Map<string, readonly Verdict[]>();
    const judge = judgedSeries(rule, family, from);
    if (changed.length < FEWEST_FOR_THREADS) {
      for (const { key, points } of changed) {
        here.set(key, judge(points));
        await turns.next();
      }
      return here;
    }
    const batches = this.threads.batches(rule, family, from);
    for (const { key, points } of changed) {
      // The whole lends to the others and borrows from none, which only here can be seen.
      if (key === WHOLE) here.set(key, judge(points));
      else batches.add(key, points);
      await turns.next();
    }
    return new Map([...here, ...(await batches.verdicts())]);
  }

  #keptOf({ id, version }: Rule, holidays: HolidayTable | undefined, from: IsoDay): Map<string, Kept> {
    const key = JSON.stringify([version, from, holidays ?? {}]);
    const known = this.#rules.get(id);
    if (known?.key === key) return known.series;
    const series = new Map<string, Kept>();
    this.#rules.set(id, { key, series });
    return series;
  }
}

interface Series {
  readonly key: string;
  readonly points: readonly Point[];
}

function* seriesOf({ whole, parents = [], series }: RuleFamily): Generator<Series> {
  yield { key: WHOLE, points: whole };
  yield* parents;
  yield* series;
}

/** Two sums over everything that a detector sees of a series; equal for other points in one of 2⁶⁴ cases. */
function fingerprint(points: readonly Point[]): string {
  const bits = new DataView(new ArrayBuffer(8));
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  const take = (value: number) => {
    bits.setFloat64(0, value);
    const [high, low] = [bits.getUint32(0), bits.getUint32(4)];
    one = Math.imul(Math.imul(one ^ high, 0x01000193) ^ low, 0x01000193);
    other = Math.imul(Math.imul(other ^ low, 0x85ebca6b) ^ (high + (other >>> 13)), 0xc2b2ae35);
  };
  for (const { count, complete, isEvent, isRecovery, maturity = 1, exposure = 1 } of points) {
    take(count ?? -1);
    take(Number(complete) + 2 * Number(isEvent ?? false) + 4 * Number(isRecovery ?? false));
    if (maturity !== 1) take(maturity);
    if (exposure !== 1) take(exposure);
  }
  const events = new Set(points.flatMap(({ event }) => (event === undefined ? [] : [event.zh, event.en])));
  return `${points[0]?.at ?? ''} ${points.length} ${one >>> 0} ${other >>> 0} ${[...events].join(' ')}`;
}
