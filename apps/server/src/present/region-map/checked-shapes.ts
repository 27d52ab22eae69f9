import { type RegionShapes, regionOfShape } from '@tocsin/contracts';
import { Refusal } from '../../refusal.ts';

/** Which regions have a shape, and which shapes stand for none. */
export interface Joined {
  readonly regions: string[];
  readonly others: string[];
}

/** Joins shapes to regions; refuses what could not be drawn, or would be painted with another region's figure. */
export function checkedShapes({ features }: RegionShapes): Joined {
  const regions: string[] = [];
  const others: string[] = [];
  for (const [index, { properties, geometry }] of features.entries()) {
    if (!isPlaces(geometry.coordinates)) throw outOfPlace(index);
    const region = regionOfShape(properties ?? {});
    if (region === undefined) others.push(String(properties?.['name'] ?? ''));
    else if (regions.includes(region)) throw twice(region);
    else regions.push(region);
  }
  if (regions.length === 0) throw nothingJoined();
  return { regions, others };
}

/** Nested lists that end in `[longitude, latitude]` in degrees. */
function isPlaces(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  if (typeof value[0] !== 'number') return value.every(isPlaces);
  const [longitude, latitude] = value as unknown[];
  return isWithin(longitude, 180) && isWithin(latitude, 90);
}

const isWithin = (value: unknown, most: number) =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;

const outOfPlace = (index: number) =>
  new Refusal('unprocessable', {
    detail: {
      zh: `第 ${index + 1} 个图形的坐标不是经纬度（度）：请导出为 WGS 84 或 GCJ-02 经纬度的 GeoJSON。`,
      en: `Shape ${index + 1} has coordinates that are not degrees: export it as GeoJSON with longitude and latitude.`,
    },
  });
const twice = (region: string) =>
  new Refusal('unprocessable', {
    detail: {
      zh: `地区 ${region} 有两个图形：请合并为一个（MultiPolygon），或改正其中一个的 adcode。`,
      en: `Region ${region} has two shapes: join them into one MultiPolygon, or correct the adcode of one.`,
    },
  });
const nothingJoined = () =>
  new Refusal('unprocessable', {
    detail: {
      zh: '没有一个图形对得上地区：请在 properties 里给出 adcode（如 340000）或 name（如 安徽省）。',
      en: 'No shape stands for a region: give each an adcode (340000) or a name (安徽省) in its properties.',
    },
  });
