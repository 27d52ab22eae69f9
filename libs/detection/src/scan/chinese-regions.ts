import { type Distance, circularZones, earthDistance } from './circular-zones.ts';
import type { Zones } from './zones.ts';

/**
 * About the middle of each reporting region, degrees east and north: the 34 provinces and the five single-listed cities
 * by GB/T 2260. Good to some tens of km: enough to tell which regions are nearer, not to draw with.
 */
const CENTRES: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  110000: [116.4, 40.2],
  120000: [117.3, 39.3],
  130000: [115.5, 38.6],
  140000: [112.3, 37.6],
  150000: [113.9, 44.1],
  210000: [122.8, 41.4],
  210200: [122.0, 39.5],
  220000: [126.2, 43.7],
  230000: [127.8, 47.8],
  310000: [121.4, 31.2],
  320000: [119.5, 33.0],
  330000: [120.0, 29.2],
  330200: [121.5, 29.7],
  340000: [117.2, 31.8],
  350000: [118.0, 26.1],
  350200: [118.1, 24.6],
  360000: [115.7, 27.6],
  370000: [118.1, 36.3],
  370200: [120.2, 36.4],
  410000: [113.6, 33.9],
  420000: [112.3, 31.0],
  430000: [111.7, 27.6],
  440000: [113.4, 23.4],
  440300: [114.1, 22.6],
  450000: [108.8, 23.8],
  460000: [109.8, 19.2],
  500000: [107.9, 30.1],
  510000: [102.7, 30.6],
  520000: [106.9, 26.8],
  530000: [101.5, 25.0],
  540000: [88.4, 31.5],
  610000: [108.9, 35.2],
  620000: [101.0, 37.8],
  630000: [96.0, 35.7],
  640000: [106.2, 37.3],
  650000: [85.2, 41.1],
  710000: [121.0, 23.8],
  810000: [114.1, 22.4],
  820000: [113.55, 22.16],
};

/**
 * Land borders, each once: a region before those with a larger code that it touches. A city's province borders what the
 * city borders. Islands (Hainan, Taiwan) border nothing.
 */
const BORDERS = `
110000 120000 130000
120000 130000
130000 140000 150000 210000 370000 410000
140000 150000 410000 610000
150000 210000 220000 230000 610000 620000 640000
210000 210200 220000
220000 230000
310000 320000 330000
320000 330000 340000 370000
330000 330200 340000 350000 360000
340000 360000 370000 410000 420000
350000 350200 360000 440000
360000 420000 430000 440000
370000 370200 410000
410000 420000 610000
420000 430000 500000 610000
430000 440000 450000 500000 520000
440000 440300 450000 810000 820000
440300 810000
450000 520000 530000
500000 510000 520000 610000
510000 520000 530000 540000 610000 620000 630000
520000 530000
530000 540000
540000 630000 650000
610000 620000 640000
620000 630000 640000 650000
630000 650000
`;

/** The reporting regions that have a place on the map, by code. */
export const mappedRegions: readonly string[] = Object.keys(CENTRES);

/** Great-circle distances in km between regions, by their place in `regions`. Throws RangeError for an unknown code. */
export function regionDistance(regions: readonly string[]): Distance {
  return earthDistance(
    regions.map((region) => {
      const centre = CENTRES[region];
      if (centre === undefined) throw new RangeError(`regionDistance: no place is known for region "${region}".`);
      return { longitude: centre[0], latitude: centre[1] };
    }),
  );
}

/** Circles over reporting regions with at most `maxShare` of the exposure (premium, policies, people). */
export function regionZones(regions: readonly string[], exposure: readonly number[], maxShare?: number): Zones {
  return circularZones(exposure, regionDistance(regions), maxShare);
}

/** The regions that share a land border with `region`, by code, in order; none for an island or an unknown code. */
export function regionNeighbours(region: string): string[] {
  const pairs = BORDERS.trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.split(' ');
      return others.map((other) => [first, other] as const);
    });
  return pairs.flatMap(([a, b]) => (a === region ? [b] : b === region ? [a] : [])).sort();
}
