import { reportingRegion } from '@tocsin/contracts';
import { type Zones, regionZones, withinShare, zonesOf } from '@tocsin/detection';
import type { ScanQuestion } from './scan-question.ts';

/**
 * What may be a cluster of these places, none with more than half of the weight: circles of regions around each other;
 * nodes of the organisation tree with all under them; cities alone, and all cities of such circles of regions.
 */
export function zonesOver(over: ScanQuestion['over'], codes: readonly string[], weights: readonly number[]): Zones {
  switch (over) {
    case 'regions':
      return regionZones(codes, weights);
    case 'organisations':
      return withinShare(setsOf(subtrees(codes), codes.length), weights);
    case 'cities':
      return withinShare(
        setsOf([...codes.map((_, at) => [at]), ...circlesOfCities(codes, weights)], codes.length),
        weights,
      );
  }
}

const setsOf = (sets: readonly (readonly number[])[], places: number): Zones =>
  zonesOf([...new Map(sets.map((set) => [set.join(' '), set])).values()], places, true);

/** The places at or below each node: dotted codes name all nodes above them. */
function subtrees(codes: readonly string[]): number[][] {
  const below = new Map<string, number[]>();
  codes.forEach((code, at) => {
    const steps = code.split('.');
    steps.forEach((_, depth) => {
      const node = steps.slice(0, depth + 1).join('.');
      below.set(node, [...(below.get(node) ?? []), at]);
    });
  });
  return [...below.values()];
}

/** Where cities lie is known by their region only: circles are drawn around regions. */
function circlesOfCities(codes: readonly string[], weights: readonly number[]): number[][] {
  const within = new Map<string, number[]>();
  codes.forEach((code, at) => {
    const region = reportingRegion(code);
    within.set(region, [...(within.get(region) ?? []), at]);
  });
  const regions = [...within.keys()];
  const members = [...within.values()];
  const { members: order, starts } = regionZones(
    regions,
    members.map((cities) => cities.reduce((sum, at) => sum + (weights[at] ?? 0), 0)),
  );
  return [...starts.slice(0, -1)].flatMap((start, centre) => {
    const chain = [...order.subarray(start, starts[centre + 1])];
    return chain.map((_, last) => chain.slice(0, last + 1).flatMap((region) => members[region] ?? []));
  });
}
