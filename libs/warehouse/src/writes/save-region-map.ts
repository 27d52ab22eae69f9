import type { Warehouse } from '../connection/warehouse.ts';
import type { RegionMapRecord } from '../rows/region-map.ts';

/** Adds a version of the operator's map. Versions are never changed: the caller takes the next number. */
export async function saveRegionMap(warehouse: Warehouse, { geojson, ...rest }: RegionMapRecord): Promise<void> {
  await warehouse.insert('region_map', [{ ...rest, geojson: JSON.stringify(geojson) }]);
}
