import { DictionaryEntry } from '../rows/imports.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Every name of a code that has been loaded. */
export const listDictionaries = (): Query<DictionaryEntry> => ({
  name: 'list-dictionaries',
  row: DictionaryEntry,
  sql: sql`
    SELECT dictionary, code, zh, en, parent
    FROM dictionary_entry FINAL
    ORDER BY dictionary, code`,
});
