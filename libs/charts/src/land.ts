import { regionOfShape } from '@tocsin/contracts';
import { labelSvg } from './cells-svg.ts';
import { NO_DATA_FILL, noDataPattern } from './no-data-pattern.ts';
import type { Palette } from './palette.ts';
import { fontFamily } from './look.ts';
import { escapeHtml } from './tooltip.ts';

/** Shapes as GeoJSON has them; places are `[longitude, latitude]` in degrees. */
export interface LandShapes {
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>> | null;
    readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
  }[];
}

/** One shape as an SVG path; `region` is undefined for shapes of anything else, which are drawn and mean nothing. */
export interface LandPath {
  readonly region: string | undefined;
  readonly d: string;
  /** Where its name stands: the middle of its largest ring's box. */
  readonly x: number;
  readonly y: number;
}

type Place = readonly [number, number];
type Ring = readonly Place[];

/** The parallel at which a degree of longitude gets its true length: the middle of the country. */
const MIDDLE = (36 * Math.PI) / 180;
const round = (value: number) => Math.round(value * 10) / 10;

/** All shapes fitted into `width` × `height` without distortion: plate carrée, true at 36° N. */
export function landPaths(shapes: LandShapes, width: number, height: number): LandPath[] {
  const all = shapes.features.map(({ properties, geometry }) => ({
    region: regionOfShape(properties ?? {}),
    rings: ringsOf(geometry.coordinates).map((ring) => ring.map(([x, y]): Place => [x * Math.cos(MIDDLE), -y])),
  }));
  const box = boxOf(all.flatMap(({ rings }) => rings).flat());
  const scale = Math.min(width / (box.width || 1), height / (box.height || 1));
  const [left, above] = [(width - box.width * scale) / 2, (height - box.height * scale) / 2];
  const fit = ([x, y]: Place): Place => [round(left + (x - box.x) * scale), round(above + (y - box.y) * scale)];
  return all.map(({ region, rings }) => {
    const fitted = rings.map((ring) => ring.map(fit));
    const largest = fitted.map(boxOf).sort((a, b) => b.width * b.height - a.width * a.height)[0];
    return {
      region,
      d: fitted.map((ring) => `M${ring.map((place) => place.join(' ')).join('L')}Z`).join(''),
      x: round((largest?.x ?? 0) + (largest?.width ?? 0) / 2),
      y: round((largest?.y ?? 0) + (largest?.height ?? 0) / 2),
    };
  });
}

/** The rings of a Polygon or a MultiPolygon, outer and inner alike. */
function ringsOf(coordinates: readonly unknown[]): Ring[] {
  const [first] = coordinates;
  if (!Array.isArray(first)) return [];
  const isRing = Array.isArray(first[0]) && typeof first[0][0] === 'number';
  return isRing ? (coordinates as Ring[]) : coordinates.flatMap((part) => ringsOf(part as readonly unknown[]));
}

function boxOf(places: Ring) {
  let [x, y, right, below] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [px, py] of places) {
    [x, y, right, below] = [Math.min(x, px), Math.min(y, py), Math.max(right, px), Math.max(below, py)];
  }
  return places.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : { x, y, width: right - x, height: below - y };
}

/** A cluster of regions on the land: its drawn members as one path, and its label in the middle of the first of them. */
export interface LandCluster {
  readonly label: string;
  readonly members: readonly LandPath[];
  readonly d: string;
  readonly x: number;
  readonly y: number;
}

/** Clusters by the regions in them; one of which no member has a shape is left out. */
export function landClusters(
  paths: readonly LandPath[],
  clusters: readonly { readonly label: string; readonly regions: readonly string[] }[],
): LandCluster[] {
  return clusters.flatMap(({ label, regions }) => {
    const members = regions.flatMap((code) => paths.filter(({ region }) => region === code));
    const [first] = members;
    return first === undefined
      ? []
      : [{ label, members, d: members.map(({ d }) => d).join(''), x: first.x, y: first.y }];
  });
}

/** Beyond the land: half the line around a cluster, which may lie at the edge. */
export const LAND_MARGIN = 3;

interface LandLook {
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  /** The number under which the map was approved; it stands on every picture of it. */
  readonly approval: string;
  readonly fill: (region: string) => string | undefined;
  /** Whether nothing is known of a region: it is hatched. What has no colour otherwise is plain. */
  readonly isUnknown?: (region: string) => boolean;
  readonly clusters?: readonly LandCluster[];
}

/**
 * The painted map as one SVG, for export, with the number of its approval. Members of clusters lie above the line around them,
 * which leaves of it the outline of each part.
 */
export function landSvg(
  paths: readonly LandPath[],
  { width, height, palette, approval, fill, isUnknown = () => false, clusters = [] }: LandLook,
) {
  const shape = ({ region, d }: LandPath) => {
    const ground = region === undefined ? undefined : (fill(region) ?? (isUnknown(region) ? NO_DATA_FILL : undefined));
    return `<path d="${d}" fill="${ground ?? palette.sunken}" fill-rule="evenodd" stroke="${palette.border}" stroke-width="0.6"/>`;
  };
  const members = clusters.flatMap((cluster) => cluster.members);
  const around = clusters.map(
    ({ d }) =>
      `<path d="${d}" fill="none" stroke="${palette.ink}" stroke-width="${2 * LAND_MARGIN}" stroke-linejoin="round"/>`,
  );
  const words = `<text x="0" y="${height + 16}" font-size="12" fill="${palette.ink2}">${escapeHtml(approval)}</text>`;
  const [wide, high] = [width + 2 * LAND_MARGIN, height + 20 + LAND_MARGIN];
  const box = `${-LAND_MARGIN} ${-LAND_MARGIN} ${wide} ${high}`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${box}" font-family="${fontFamily}">`;
  const drawn = [
    noDataPattern(palette),
    ...paths.filter((path) => !members.includes(path)).map(shape),
    ...around,
    ...members.map(shape),
    ...clusters.map(({ label, x, y }) => labelSvg({ x, y, text: label, anchor: 'middle' }, palette)),
  ];
  return { svg: `${open}${drawn.join('')}${words}</svg>`, width: wide, height: high };
}
