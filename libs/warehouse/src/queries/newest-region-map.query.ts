import { RegionMapRecord } from '../rows/region-map.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The operator's map as it was last given or removed; no row while there never was one. */
export const newestRegionMap = (): Query<RegionMapRecord> => ({
  name: 'newest-region-map',
  row: RegionMapRecord,
  sql: sql`
    SELECT version, approval, geojson, removed, at, by
    FROM region_map FINAL
    ORDER BY version DESC
    LIMIT 1`,
});
