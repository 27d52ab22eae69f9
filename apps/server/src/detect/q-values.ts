import { type LevelLimits, type Slice, treeDimensions } from '@tocsin/contracts';
import { type HierarchyNode, hierarchicalRejections } from '@tocsin/detection';
import type { EvaluatedRule as Rule } from './evaluated-rule.ts';
import { type Judged, seriesKey } from './rule-signals.ts';

interface Node extends HierarchyNode<string> {
  readonly children: Node[];
}

/**
 * The chance of each verdict of one bucket, corrected for all the series that were looked at together; null without one, and
 * 1 for those that do not stand out among them (q at or above the yellow bound), whose q is of no use to anybody.
 *
 * One split  Benjamini–Hochberg over all series; a small family counts as `smallestFamily`.
 * More       the values of the first split are one family, and only the parts of a value that stands out are looked at: a
 *            part of an ordinary whole has q = 1, however improbable it is by itself. See `hierarchicalRejections`.
 * Mixed     Benjamini–Yekutieli where a family holds several levels or overlaps: see `isMixed`.
 */
export function qValuesOf(
  rule: Rule,
  judged: readonly Judged[],
  chanceOfParent: (key: string) => number | null | undefined,
  { yellowBelowQ, smallestFamily }: LevelLimits,
): (number | null)[] {
  const roots = hierarchyOf(rule, judged, chanceOfParent);
  const tested = roots.filter(({ pValue }) => pValue !== null).length;
  const untested = Array.from({ length: Math.max(0, smallestFamily - tested) }, (): Node => UNTESTED);
  const found = new Map<string, number>();
  const rejections = hierarchicalRejections([...roots, ...untested], yellowBelowQ, isMixed(rule, judged));
  for (const { item, qValue, bound } of rejections) found.set(item, Math.min(1, (qValue * yellowBelowQ) / bound));
  return judged.map(({ series, verdict }) => (verdict.pValue === null ? null : (found.get(series.key) ?? 1)));
}

/**
 * Whether the tests of a rule hang together: a complaint may be of several special groups; and a tree that is not cut at a
 * level has codes beside what lies below them. Cut at a level, a code that is not as deep is only what nobody coded deeper.
 */
function isMixed({ split }: Rule, judged: readonly Judged[]): boolean {
  return split.some(({ dimension, level }) => {
    if (dimension === 'special_group') return true;
    if (level !== undefined || !treeDimensions.includes(dimension)) return false;
    const codes = new Set(judged.map(({ series }) => series.slice[dimension] ?? ''));
    return [...codes].some((code) => ancestorsOf(code).some((ancestor) => codes.has(ancestor)));
  });
}

const ancestorsOf = (code: string) => code.split('.').map((_, i, parts) => parts.slice(0, i).join('.'));

/** Stands for series that a small rule does not have. */
const UNTESTED: Node = { item: '', pValue: 1, children: [] };

/** Values of the first split, under each its parts by the next, … */
function hierarchyOf(
  { split }: Rule,
  judged: readonly Judged[],
  chanceOfParent: (key: string) => number | null | undefined,
): Node[] {
  const roots: Node[] = [];
  const nodes = new Map<string, Node>();
  for (const { series, verdict } of judged) {
    let siblings = roots;
    for (let level = 1; level < split.length; level += 1) {
      const item = partKey(series.slice, split.slice(0, level));
      const node = nodes.get(item) ?? { item, pValue: chanceOfParent(item) ?? null, children: [] };
      if (!nodes.has(item)) siblings.push(node);
      nodes.set(item, node);
      siblings = node.children;
    }
    siblings.push({ item: series.key, pValue: verdict.pValue, children: [] });
  }
  return roots;
}

const partKey = (slice: Slice, split: Rule['split']) =>
  seriesKey(Object.fromEntries(split.map(({ dimension }) => [dimension, slice[dimension] ?? ''])));
