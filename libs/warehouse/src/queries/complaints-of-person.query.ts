import { z } from 'zod';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Found = z.object({ id: z.string(), months: z.array(z.iso.date()) });

export interface PersonQuestion {
  /** Keyed hash of an identity number, a phone, or a name. */
  readonly key: string;
  /** A complaint by its number instead; '' for a person. */
  readonly complaint: string;
}

/** Versions that count, and what is kept of those that were withdrawn. */
const everStored = sql`(
        SELECT complaint_id, received_at, complainant_key, phone_key FROM complaint_version
        UNION ALL
        SELECT complaint_id, received_at, complainant_key, phone_key FROM withdrawn_version)`;

/**
 * The complaints in which a person appears in any version that was ever stored, with every month that one of their
 * versions lies in. A name finds only complaints that are known by the name alone: others of that name have a number.
 */
export const complaintsOfPerson = ({ key, complaint }: PersonQuestion): Query<z.infer<typeof Found>> => {
  const person = sql`
    complaint_id IN (
      SELECT complaint_id FROM ${everStored}
      WHERE complainant_key = ${bind(key, 'String')} OR phone_key = ${bind(key, 'String')})`;
  return {
    name: 'complaints-of-person',
    row: Found,
    sql: sql`
      SELECT complaint_id AS id, arraySort(groupUniqArray(toStartOfMonth(toDate(received_at)))) AS months
      FROM ${everStored}
      WHERE ${complaint === '' ? person : sql`complaint_id = ${bind(complaint, 'String')}`}
      GROUP BY id
      ORDER BY id`,
  };
};
