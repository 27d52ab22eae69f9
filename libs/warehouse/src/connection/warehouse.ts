import type { Readable } from 'node:stream';
import type { Query } from '../sql/query.ts';
import type { Sql } from '../sql/sql.ts';
import type { TableName } from '../tables/table-names.ts';

export interface WarehouseOptions {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
  /** IANA name. Fixed at first start; another is refused afterwards. */
  readonly timeZone: string;
  /** Name of the ClickHouse cluster; absent for one node. */
  readonly cluster?: string;
  /** For how long a request is tried again while the engine restarts or is busy. Default 30 s. */
  readonly retryForMs?: number;
  readonly now: () => Date;
}

export interface InsertOptions {
  /** Lets the server drop an exact repeat. Only saves work: the keys of the tables are what makes repeats harmless. */
  readonly token?: string;
  /**
   * Has rows of the same key stored as they come, which makes a large insert a quarter faster: for tables whose readers
   * count by key in any case.
   */
  readonly asTheyCome?: boolean;
}

/** How rows reach `insertStream`. Instants in TabSeparated are unix seconds. */
export type StreamFormat = 'TabSeparated' | 'ArrowStream';

/** A stream that can be read once, or a way to get it again, which lets a broken insert be retried. */
export type StreamSource = Readable | (() => Readable);

export interface StreamOptions {
  /** Breaks the query off. */
  readonly signal?: AbortSignal | undefined;
  /** Rows in one batch of an Arrow stream, at most; else as many as the engine works on at once. */
  readonly rowsAtOnce?: number;
}

export interface Warehouse {
  readonly timeZone: string;
  readonly database: string;
  readonly cluster: string | undefined;
  /** All rows of a query, parsed by its schema. */
  rows<Row>(query: Query<Row>): Promise<Row[]>;
  /** The only row; throws `UnexpectedRow` unless there is exactly one. */
  one<Row>(query: Query<Row>): Promise<Row>;
  /** The first row, if any. */
  maybeOne<Row>(query: Query<Row>): Promise<Row | undefined>;
  /** Rows as bytes for large tabular answers: an uncompressed Arrow stream, or CSV with a header. */
  stream(query: Query<unknown>, format: 'Arrow' | 'CSVWithNames', options?: StreamOptions): Promise<Readable>;
  /** A statement that writes. It must be harmless when repeated, since it is retried. */
  run(
    statement: Sql,
    name: string,
    settings?: Readonly<Record<string, string | number>>,
  ): Promise<{ writtenRows: number }>;
  /** Rows are gone through anew for each try, a few at a time, with others having their turn in between. */
  insert(table: TableName, rows: Iterable<object>, options?: InsertOptions): Promise<{ writtenRows: number }>;
  insertStream(
    table: TableName,
    columns: readonly string[],
    format: StreamFormat,
    source: StreamSource,
    options?: InsertOptions,
  ): Promise<{ writtenRows: number }>;
  /** Milliseconds, strictly rising over calls and restarts: the order of revisions and marks, not business time. */
  nextMark(): number;
  ping(): Promise<boolean>;
  close(): Promise<void>;
}
