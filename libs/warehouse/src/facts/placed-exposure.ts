import { exposureIds } from '@tocsin/contracts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { city } from './city.ts';
import { list } from './columns.ts';
import { reportRegion } from './report-region.ts';

/**
 * A figure of the whole where it is known, otherwise what its parts add up to: a province's own row also holds what the rows
 * of its cities say, and a city's what those of its districts say, so the two are never added.
 */
const wholeOrParts = (isWhole: Sql): Sql =>
  list(
    exposureIds.map((id) => {
      const figure = sql`e.${identifier(id, exposureIds)}`;
      return sql`coalesce(sumIf(${figure}, ${isWhole}), sum(${figure})) AS ${identifier(id, exposureIds)}`;
    }),
  );

const cities = (only: Sql): Sql => sql`
        SELECT month, report_region, city, organisation, line, ${wholeOrParts(sql`region = city OR city = ''`)}
        FROM (
          SELECT *, ${reportRegion} AS report_region, ${city} AS city
          FROM exposure FINAL
          WHERE removed = 0 AND ${only}) AS e
        GROUP BY month, report_region, city, organisation, line`;

/**
 * Exposure under the codes by which complaints count, of the months for which `only` holds: by the regions that report or,
 * where asked for, by the cities below them. What is known of a province alone says nothing of a part of it, nor of those
 * complaints that name no city.
 */
export const placedExposure = (isByCity: boolean, only: Sql): Sql =>
  isByCity
    ? sql`(
      SELECT report_region AS region, * EXCEPT (report_region)
      FROM (${cities(only)})
      WHERE city != '')`
    : sql`(
      SELECT month, report_region AS region, organisation, line, ${wholeOrParts(sql`city = ''`)}
      FROM (${cities(only)}) AS e
      GROUP BY month, report_region, organisation, line)`;
