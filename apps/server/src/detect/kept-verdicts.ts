import { setImmediate as otherWork } from 'node:timers/promises';
import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay, Verdict } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import type { EvaluatedRule as Rule } from './evaluated-rule.ts';
import type { RuleFamily } from './rule-signals.ts';
import { type JudgeSeries, borrowsFrom, judgedSeries } from './series-verdicts.ts';

interface Kept {
  readonly print: string;
  readonly verdicts: readonly Verdict[];
}

/** Milliseconds of judging after which others have their turn: requests are answered while ten thousand series are judged. */
const TURN_MS = 15;

/**
 * The verdicts of series, kept with a fingerprint of what they were made from: only series whose points have changed are
 * judged again. Kept for one version of a rule and one first bucket at a time, in memory.
 */
export class KeptVerdicts {
  readonly #rules = new Map<string, { readonly key: string; readonly series: Map<string, Kept> }>();

  /** Judges in turns what has changed of a rule's family; answers as `judgedSeries` does, with all of it at hand. */
  async judged(rule: Rule, family: RuleFamily, from: IsoDay): Promise<JudgeSeries> {
    const kept = this.#keptOf(rule, family.holidays, from);
    const judge = judgedSeries(rule, family, from);
    const whole = fingerprint(family.whole);
    const found = new Map<readonly Point[], readonly Verdict[]>();
    const names = new Set<string>();
    let turn = performance.now();
    for (const { key, points } of [{ key: '', points: family.whole }, ...(family.parents ?? []), ...family.series]) {
      const print = fingerprint(points) + (borrowsFrom(rule, family, points, from) ? ` ${whole}` : '');
      const known = kept.get(key);
      const verdicts = known?.print === print ? known.verdicts : judge(points);
      kept.set(key, { print, verdicts });
      found.set(points, verdicts);
      names.add(key);
      if (performance.now() - turn < TURN_MS) continue;
      await otherWork();
      turn = performance.now();
    }
    for (const name of kept.keys()) if (!names.has(name)) kept.delete(name);
    return (points) => found.get(points) ?? judge(points);
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
  return `${points[0]?.at ?? ''} ${points.length} ${one >>> 0} ${other >>> 0}`;
}
