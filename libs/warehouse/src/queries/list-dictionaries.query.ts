import { dimensions } from '@tocsin/contracts';
import { DictionaryEntry } from '../rows/reference.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Every name of a code that the company has loaded; of an organisation that moved, the newest one. */
export const listDictionaries = (): Query<DictionaryEntry> => ({
  name: 'list-dictionaries',
  row: DictionaryEntry,
  sql: sql`
    SELECT dictionary, code, JSONExtractString(kept, 'zh') AS zh, JSONExtractString(kept, 'en') AS en,
           JSONExtractString(kept, 'parent') AS parent
    FROM (
      SELECT table_name AS dictionary, key, argMax(cells, version) AS kept, JSONExtractString(kept, 'code') AS code
      FROM reference_row
      WHERE table_name IN ${bind(dimensions, 'Array(String)')}
        AND (table_name, version) IN (SELECT table_name, version FROM reference_version)
      GROUP BY table_name, key
      HAVING argMax(removed, version) = 0)
    ORDER BY dictionary, code, key DESC
    LIMIT 1 BY dictionary, code`,
});
