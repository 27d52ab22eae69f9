import { directlyUnder, municipalities, singleListedCities } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';

/**
 * One step below the region of a row of `complaint`: `cityOf` in SQL, of the code as the complaint carries it. To be asked
 * where `region` still is that column: elsewhere the same name stands for the region that reports.
 */
export const city: Sql = sql`multiIf(
          NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
          substring(region, 1, 2) NOT IN ${bind(municipalities, 'Array(String)')}
            AND substring(region, 3, 2) NOT IN ${bind(directlyUnder, 'Array(String)')}
            AND concat(substring(region, 1, 4), '00') NOT IN ${bind(singleListedCities, 'Array(String)')},
          concat(substring(region, 1, 4), '00'),
          endsWith(region, '00'), '', toString(region))`;
