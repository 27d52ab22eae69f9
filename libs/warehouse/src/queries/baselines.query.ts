import type { IsoDay } from '@tocsin/contracts';
import { Baseline } from '../rows/baselines.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The baselines that were fitted for the series of a rule, of the weeks that begin on `from` or later. */
export const baselines = (ruleId: string, from: IsoDay): Query<Baseline> => ({
  name: 'baselines',
  row: Baseline,
  sql: sql`
    SELECT series_key AS seriesKey, week, learned_from AS learnedFrom, rates, errors, phi, left_out AS leftOut
    FROM baseline FINAL
    WHERE rule_id = ${bind(ruleId, 'String')} AND week >= ${bind(from, 'Date')}
    ORDER BY seriesKey, week, fitted_at`,
});
