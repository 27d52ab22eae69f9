import { exposureIds } from '@tocsin/contracts';
import type { Warehouse } from '../connection/warehouse.ts';
import { city } from '../facts/city.ts';
import { list } from '../facts/columns.ts';
import { reportRegion } from '../facts/report-region.ts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, sql } from '../sql/sql.ts';

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

/** Months of which a row is as young as the youngest that was placed, or younger. */
const changedMonths = sql`month IN (SELECT month FROM exposure WHERE loaded_at >= (SELECT max(placed_at) FROM placed_exposure))`;

const cities = sql`
      SELECT month, report_region, city, organisation, line, ${wholeOrParts(sql`region = city OR city = ''`)}
      FROM (
        SELECT *, ${reportRegion} AS report_region, ${city} AS city
        FROM exposure FINAL
        WHERE removed = 0 AND ${changedMonths}) AS e
      GROUP BY month, report_region, city, organisation, line`;

const figures = list(exposureIds.map((id) => sql`${identifier(id, exposureIds)}`));
const none = list(exposureIds.map(() => sql`NULL`));
const newest = list(
  exposureIds.map((id) => sql`anyIf(p.${identifier(id, exposureIds)}, p.gone = 0) AS ${identifier(id, exposureIds)}`),
);
const key = sql`month, region, city, organisation, line`;

const statement = sql`
  INSERT INTO placed_exposure (${key}, ${figures}, placed_at, removed)
  SELECT ${key}, ${newest}, (SELECT max(loaded_at) FROM exposure), min(p.gone)
  FROM (
    SELECT month, report_region AS region, '' AS city, organisation, line, ${wholeOrParts(sql`e.city = ''`)}, 0 AS gone
    FROM (${cities}) AS e
    GROUP BY month, report_region, organisation, line
    UNION ALL
    SELECT month, report_region AS region, city, organisation, line, ${figures}, 0 AS gone
    FROM (${cities})
    WHERE city != ''
    UNION ALL
    SELECT ${key}, ${none}, 1 AS gone
    FROM placed_exposure FINAL
    WHERE removed = 0 AND ${changedMonths}) AS p
  GROUP BY ${key}`;

/**
 * Brings `placed_exposure` up to the rows of `exposure`: the months of the youngest ones are made anew, and what they do not
 * have any more goes. What is known of a province alone says nothing of a city of it, nor of complaints that name no city.
 */
export async function placeExposure(warehouse: Warehouse): Promise<void> {
  await warehouse.run(statement, 'place-exposure');
}
