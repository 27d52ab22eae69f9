/** Denominators of one month and slice, as they stand in a plain table. */
export interface Exposure {
  readonly month: string;
  readonly region: string;
  readonly organisation: string;
  readonly line: string;
  readonly premium: number;
  readonly policies: number;
  readonly person_times: number;
}

/** A database that answers the overview's questions from the plain table `cases`. */
export interface OtherDatabase {
  readonly name: string;
  readonly rows: (sql: string) => Promise<readonly Record<string, unknown>[]>;
}
