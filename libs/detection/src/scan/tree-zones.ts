import { type Zones, zonesOf } from './zones.ts';

/**
 * The nodes of a tree (an organisation) as zones: each node with everything under it. Cases and exposure may stand at any
 * node, so nodes are the locations too.
 *
 * Shape   the parent of each node by number, null for a root; any number of roots.
 * Edge    a root that holds everything cannot stand out from anything and has score 0 under a conditional model. Throws
 *         RangeError for a parent that does not exist, and for a circle.
 * Source  after Kulldorff, Fang & Walsh (2003), Biometrics 59, 323–331: the cuts of a tree-based scan.
 */
export function treeZones(parents: readonly (number | null)[]): Zones {
  const subtrees: number[][] = parents.map((_, node) => [node]);
  parents.forEach((_, node) => {
    let steps = 0;
    for (let above = parentOf(parents, node); above !== null; above = parentOf(parents, above)) {
      subtrees[above]?.push(node);
      steps += 1;
      if (steps > parents.length) throw new RangeError(`treeZones: node ${node} lies under itself.`);
    }
  });
  return zonesOf(subtrees, parents.length, true);
}

function parentOf(parents: readonly (number | null)[], node: number): number | null {
  const parent = parents[node];
  if (parent === undefined) throw new RangeError(`treeZones: there is no node ${node} among ${parents.length}.`);
  return parent;
}
