import { singleListedCities } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';

/**
 * The region under which a row counts: `reportingRegion` in SQL, of the code as the row carries it. To be asked where
 * `region` still is that column.
 */
export const reportRegion: Sql = sql`multiIf(
          NOT match(region, '^[0-9]{6}$'), toString(region),
          concat(substring(region, 1, 4), '00') IN ${bind(singleListedCities, 'Array(String)')},
          concat(substring(region, 1, 4), '00'),
          concat(substring(region, 1, 2), '0000'))`;
