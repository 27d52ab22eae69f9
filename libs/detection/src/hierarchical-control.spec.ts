import { describe, expect, it } from 'vitest';
import { type HierarchyNode, expectedFalseAlarms, hierarchicalRejections } from './index.ts';

const node = (item: string, pValue: number | null, children: HierarchyNode<string>[] = []) => ({
  item,
  pValue,
  children,
});
const names = (roots: HierarchyNode<string>[], q = 0.05) => hierarchicalRejections(roots, q).map(({ item }) => item);

describe('hierarchical control', () => {
  it('looks only at the children of rejected parents', () => {
    const quiet = node('quiet region', 0.4, [node('its loud branch', 1e-9)]);
    const loud = node('loud region', 1e-4, [node('branch', 1e-5), node('other branch', 0.5)]);
    expect(names([quiet, loud])).toEqual(['loud region', 'branch']);
  });

  it('tightens the bound of the children by the share of families that rejected', () => {
    // Two families below the root, one of them rejects: the level after that has q × ½.
    const first = node('a', 1e-6, [node('a1', 1e-6, [node('a1x', 0.03)])]);
    const second = node('b', 1e-6, [node('b1', 0.9)]);
    expect(names([first, second])).toEqual(['a', 'b', 'a1']);
    expect(hierarchicalRejections([first], 0.05).map(({ bound }) => bound)).toEqual([0.05, 0.05, 0.05]);
  });

  it('passes over what was not tested, and is stricter where levels mix', () => {
    expect(names([node('gap', null, [node('below', 1e-9)])])).toEqual([]);
    const family = [node('x', 0.03), node('y', 0.04)];
    expect(hierarchicalRejections(family, 0.05)).toHaveLength(2);
    expect(hierarchicalRejections(family, 0.05, true)).toHaveLength(0);
  });

  it('says how many false alarms a rule brings in a week', () => {
    expect(expectedFalseAlarms(100, 0.005, 1)).toBeCloseTo(0.5);
    expect(expectedFalseAlarms(30, 0.001, 7)).toBeCloseTo(0.21);
  });
});
