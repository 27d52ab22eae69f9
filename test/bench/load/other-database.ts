/** A database that answers the overview's questions from the plain table `cases`. */
export interface OtherDatabase {
  readonly name: string;
  readonly rows: (sql: string) => Promise<readonly Record<string, unknown>[]>;
}
