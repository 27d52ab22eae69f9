import { treeDimensions } from '@tocsin/contracts';
import type { FilterDimension } from './filter-state.ts';
import { useLabels } from './use-labels.ts';

export interface Option {
  readonly code: string;
  readonly label: string;
  readonly depth: number;
}

/** What a dimension's menu offers: trees in their order with children under their parent, the rest as it comes. */
export function useOptions() {
  const { codesOf } = useLabels();
  return (dimension: FilterDimension): Option[] => {
    const codes = codesOf(dimension);
    if (!treeDimensions.includes(dimension)) return codes.map((code) => ({ ...code, depth: 0 }));
    return inTreeOrder(codes).map((code) => ({ ...code, depth: code.code.split('.').length - 1 }));
  };
}

/** Children after their parent, each level in the order given. */
export function inTreeOrder<Node extends { readonly code: string }>(nodes: readonly Node[]): Node[] {
  const rank = new Map(nodes.map(({ code }, index) => [code, index]));
  const path = ({ code }: Node) => {
    const parts = code.split('.');
    return parts.map((_, index) => rank.get(parts.slice(0, index + 1).join('.')) ?? nodes.length);
  };
  const paths = new Map(nodes.map((node) => [node, path(node)]));
  return [...nodes].sort((a, b) => comparePaths(paths.get(a) ?? [], paths.get(b) ?? []));
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (let level = 0; level < Math.min(a.length, b.length); level += 1) {
    const difference = (a[level] ?? 0) - (b[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
