import { type Zones, zonesOf } from './zones.ts';

/** How far two locations, by number, lie apart; any unit. */
export type Distance = (from: number, to: number) => number;

/**
 * Circles around every location: for each, its nearest neighbours (itself first) as long as together they hold at most
 * `maxShare` of the population. Every prefix is a zone.
 *
 * Shape   one population (people, premium, policies) per location, at least 0.
 * Edge    equally far neighbours come in the order of their numbers. A location that alone holds more than `maxShare`
 *         is the centre of no circle. Throws RangeError if nobody lives anywhere.
 * Source  Kulldorff (1997), Commun. Statist. Theory Meth. 26, 1481–1496; the same circles as R's SpatialEpi.
 */
export function circularZones(population: readonly number[], distance: Distance, maxShare = 0.5): Zones {
  const all = population.reduce((sum, people) => sum + people, 0);
  if (!(all > 0)) throw new RangeError('circularZones: the population is 0 everywhere.');
  const chains = population.map((_, centre) => {
    let held = 0;
    return nearest(population.length, centre, distance).filter((location) => {
      held += population[location] as number;
      return held / all <= maxShare;
    });
  });
  return zonesOf(chains, population.length, false);
}

/** The `k` locations nearest to each, itself included: the neighbourhoods of the subset scan. */
export function neighbourhoods(locations: number, distance: Distance, k: number): number[][] {
  return Array.from({ length: locations }, (_, centre) => nearest(locations, centre, distance).slice(0, k));
}

function nearest(locations: number, centre: number, distance: Distance): number[] {
  const far = Float64Array.from({ length: locations }, (_, location) => distance(centre, location));
  return Array.from({ length: locations }, (_, location) => location).sort(
    (left, right) => (far[left] as number) - (far[right] as number) || left - right,
  );
}

/** Straight lines on a plane; the unit of the coordinates. */
export function planeDistance(x: readonly number[], y: readonly number[]): Distance {
  return (from, to) => {
    const [dx, dy] = [(x[from] as number) - (x[to] as number), (y[from] as number) - (y[to] as number)];
    return Math.sqrt(dx * dx + dy * dy);
  };
}

const EARTH_KM = 6371;

/** Great circles on the earth, in km; coordinates in degrees. */
export function earthDistance(points: readonly { readonly longitude: number; readonly latitude: number }[]): Distance {
  const radians = points.map(({ longitude, latitude }) => [longitude, latitude].map((d) => (d * Math.PI) / 180));
  return (from, to) => {
    const [a, b] = [radians[from] as [number, number], radians[to] as [number, number]];
    const h = Math.sin((b[1] - a[1]) / 2) ** 2 + Math.cos(a[1]) * Math.cos(b[1]) * Math.sin((b[0] - a[0]) / 2) ** 2;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  };
}
