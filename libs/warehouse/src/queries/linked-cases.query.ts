import { LinkedCase as LinkedShape } from '@tocsin/contracts';
import type { z } from 'zod';
import { type Scope, withinScope } from '../facts/scope.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

export type LinkedRecord = z.output<typeof LinkedShape>;

const MOST = 100;

/** What names a complaint as its own: chasers, repeats and others; and what it names itself, if anything. By day. */
export const linkedCases = (question: {
  readonly id: string;
  /** '' for none. */
  readonly linkedTo: string;
  readonly scope: Scope;
}): Query<LinkedRecord> => {
  const { id, linkedTo, scope } = question;
  const own = bind(linkedTo, 'String');
  return {
    name: 'linked-cases',
    row: LinkedShape,
    sql: sql`
      SELECT multiIf(complaint_id = ${own}, 'original', kind = 'chaser', 'chaser', is_repeat != 0, 'repeat', 'linked') AS relation,
             complaint_id AS id, received_at AS receivedAt, status, narrative
      FROM complaint FINAL
      WHERE (linked_to = ${bind(id, 'String')} OR (complaint_id = ${own} AND complaint_id != ''))
        AND complaint_id != ${bind(id, 'String')}${withinScope(scope)}
      ORDER BY received_at, complaint_id
      LIMIT ${bind(MOST, 'UInt32')}`,
  };
};
