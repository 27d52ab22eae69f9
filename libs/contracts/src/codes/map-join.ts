import { reportingRegion } from './region-levels.ts';
import { regions } from './regions.ts';

const names = regions.codes.map(({ code, label }) => ({ code, zh: label.zh }));
const known = new Set(names.map(({ code }) => code));

/**
 * The region that a shape of a map stands for: by `adcode` where that is a region's own code, else by a name that begins
 * with the region's (内蒙古自治区). Undefined for shapes of anything else: islands, lines, cities.
 */
export function regionOfShape(properties: Readonly<Record<string, unknown>>): string | undefined {
  const code = String(properties['adcode'] ?? properties['code'] ?? '');
  if (known.has(code) && reportingRegion(code) === code) return code;
  if (/^\d{6}/.test(code)) return undefined;
  const name = typeof properties['name'] === 'string' ? properties['name'] : '';
  return names.find(({ zh }) => name.startsWith(zh))?.code;
}
