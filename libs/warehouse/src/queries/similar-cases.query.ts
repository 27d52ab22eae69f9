import { type IsoDay, SimilarCase } from '@tocsin/contracts';
import type { z } from 'zod';
import { type Scope, withinScope } from '../facts/scope.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

export type SimilarRecord = z.output<typeof SimilarCase>;

export interface SimilarQuestion {
  readonly id: string;
  readonly receivedOn: IsoDay;
  /** Keyed hash of the complainant; '' for unknown. */
  readonly personKey: string;
  readonly product: string;
  readonly reason: string;
  readonly organisation: string;
  readonly narrative: string;
  readonly scope: Scope;
}

const PERSON_DAYS = 366;
const MATTER_DAYS = 30;
const MOST = 12;

/**
 * Complaints like this one: of the same person within a year before or after, and on the same matter (product, reason and
 * organisation, all of them known) within thirty days. The person's own first, then by how alike the narratives are.
 */
export const similarCases = (question: SimilarQuestion): Query<SimilarRecord> => {
  const { id, receivedOn, personKey, product, reason, organisation, narrative, scope } = question;
  const apart = sql`abs(dateDiff('day', toDate(received_at), ${bind(receivedOn, 'Date')}))`;
  const person = sql`(complainant_key != '' AND complainant_key = ${bind(personKey, 'String')})`;
  const matter = sql`(product != '' AND reason != '' AND product = ${bind(product, 'String')}
    AND reason = ${bind(reason, 'String')} AND organisation = ${bind(organisation, 'String')} AND ${apart} <= ${bind(MATTER_DAYS, 'UInt32')})`;
  return {
    name: 'similar-cases',
    row: SimilarCase,
    sql: sql`
      SELECT if(${person}, 'person', 'matter') AS because, complaint_id AS id, received_at AS receivedAt, status, reason,
             round(1 - ngramDistanceUTF8(narrative, ${bind(narrative, 'String')}), 3) AS likeness, narrative
      FROM complaint FINAL
      WHERE kind = 'complaint' AND complaint_id != ${bind(id, 'String')}
        AND toDate(received_at) >= ${bind(receivedOn, 'Date')} - ${bind(PERSON_DAYS, 'UInt32')}
        AND toDate(received_at) <= ${bind(receivedOn, 'Date')} + ${bind(PERSON_DAYS, 'UInt32')}
        AND (${person} OR ${matter})${withinScope(scope)}
      ORDER BY because DESC, likeness DESC, received_at DESC, complaint_id
      LIMIT ${bind(MOST, 'UInt32')}`,
  };
};
