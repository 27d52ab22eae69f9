import { z } from 'zod';

/** The server answered something other than the query's declared rows: schema and code have drifted apart. */
export class UnexpectedRow extends Error {
  override readonly name = 'UnexpectedRow';
  readonly query: string;

  constructor(query: string, what: string) {
    super(`query "${query}" ${what}. Is the server older or newer than its database?`);
    this.query = query;
  }
}

/** Every row through the schema; the first that does not fit is named with its number and what is wrong in it. */
export function parseRows<Row>(query: string, schema: z.ZodType<Row>, rows: readonly unknown[]): Row[] {
  return rows.map((row, index) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) return parsed.data;
    throw new UnexpectedRow(query, `answered an unexpected row ${index}: ${z.prettifyError(parsed.error)}`);
  });
}
