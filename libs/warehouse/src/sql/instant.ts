import { bind } from './bind.ts';
import { type Sql, sql } from './sql.ts';

/** A moment as a bound value, to the millisecond; text forms would depend on a parser's mode and zone. */
export const instant = (at: Date): Sql => sql`fromUnixTimestamp64Milli(${bind(at.getTime(), 'Int64')})`;
