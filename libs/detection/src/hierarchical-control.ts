import { benjaminiHochberg, benjaminiYekutieli } from '@tocsin/stats';

/** A test in a hierarchy of series: the whole, its parts, their parts. */
export interface HierarchyNode<T> {
  readonly item: T;
  /** Null where the series was not tested: it rejects nothing, and its children are not looked at. */
  readonly pValue: number | null;
  readonly children: readonly HierarchyNode<T>[];
}

/** A rejected test, with its q-value in its own family and the bound that it had to keep. */
export interface Rejection<T> {
  readonly item: T;
  readonly qValue: number;
  readonly bound: number;
  readonly level: number;
}

/**
 * Which series of a hierarchy stand out, at a false discovery rate `q`: each family of siblings is tested on its own, and
 * only the children of a rejected parent are looked at, with q × rejected ÷ tested families.
 *
 * Shape   `roots` are one family. `mixed` says that a family holds tests of several levels or of overlapping series, which
 *         depend on each other: then Benjamini–Yekutieli takes the place of Benjamini–Hochberg.
 * Source  Benjamini & Bogomolov (2014), J. R. Statist. Soc. B 76, 297–318; Yekutieli (2008), JASA 103, 309–316.
 */
export function hierarchicalRejections<T>(
  roots: readonly HierarchyNode<T>[],
  q: number,
  mixed = false,
): Rejection<T>[] {
  const adjust = mixed ? benjaminiYekutieli : benjaminiHochberg;
  const rejections: Rejection<T>[] = [];
  let families: readonly (readonly HierarchyNode<T>[])[] = [roots];
  let bound = q;
  for (let level = 0; families.length > 0; level += 1) {
    const next: (readonly HierarchyNode<T>[])[] = [];
    let rejecting = 0;
    for (const family of families) {
      const tested = family.filter(({ pValue }) => pValue !== null);
      const qValues = adjust(tested.map(({ pValue }) => pValue ?? 1));
      const rejected = tested.filter((_, i) => (qValues[i] ?? 1) <= bound);
      if (rejected.length > 0) rejecting += 1;
      tested.forEach(({ item, children }, i) => {
        const qValue = qValues[i] ?? 1;
        if (qValue > bound) return;
        rejections.push({ item, qValue, bound, level });
        if (children.length > 0) next.push(children);
      });
    }
    bound *= rejecting / families.length;
    families = next;
  }
  return rejections;
}

/**
 * False alarms that a rule brings in a week by chance, on average.
 *
 * Shape   every one of `series` is tested `perWeek` times at chance `alpha`; 7 for daily rules, 1 for weekly ones. What the
 *         correction for many series takes away is not counted: this is the most to expect.
 */
export function expectedFalseAlarms(series: number, alpha: number, perWeek: number): number {
  return series * alpha * perWeek;
}
