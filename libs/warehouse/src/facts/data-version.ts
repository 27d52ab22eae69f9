import { type Sql, sql } from '../sql/sql.ts';

/** Changes whenever a figure may have changed: the newest roll up, the reference tables' versions, what is known to
 * have happened by files, by verdicts and by how far (in days, added up) confirmed warnings have gone since, the cubes' own shape. */
export const dataVersionText: Sql = sql`concat(
    toString((SELECT max(version) FROM schema_migration)), '-',
    toString((SELECT max(mark) FROM rolled_month)), '-',
    toString((SELECT toUnixTimestamp64Milli(max(placed_at)) FROM placed_exposure)), '-',
    toString((SELECT count() FROM reference_version FINAL)), '-',
    toString((SELECT max(version) FROM known_incident)), '-',
    toString((SELECT max(revision) FROM alert_verdict)), '-',
    toString((
      SELECT sum(toUInt32(reached))
      FROM (
        SELECT argMax(last_bucket, seq) AS reached FROM alert_event
        WHERE alert_id IN (SELECT alert_id FROM alert_verdict WHERE verdict = 'confirmed')
        GROUP BY alert_id))))`;
