import { z } from 'zod';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Setting = z.object({ name: z.string(), value: z.string() });
export type Setting = z.infer<typeof Setting>;

/** A small value kept by name, if there is one. */
export const readSetting = (name: string): Query<Setting> => ({
  name: 'read-setting',
  row: Setting,
  sql: sql`
    SELECT name, value
    FROM setting FINAL
    WHERE name = ${bind(name, 'String')}`,
});
