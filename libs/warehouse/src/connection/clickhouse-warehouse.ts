import { randomUUID } from 'node:crypto';
import { PassThrough, Readable, pipeline } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { renderSql } from '../sql/render.ts';
import type { Query } from '../sql/query.ts';
import type { Sql } from '../sql/sql.ts';
import type { TableName } from '../tables/table-names.ts';
import { arrowSettings } from './client.ts';
import { linesInTurns } from './lines-in-turns.ts';
import { withRetry } from './retry.ts';
import { UnexpectedRow, parseRows } from './unexpected-row.ts';
import type {
  InsertOptions,
  StreamFormat,
  StreamOptions,
  StreamSource,
  Warehouse,
  WarehouseOptions,
} from './warehouse.ts';

const DEFAULT_RETRY_MS = 30_000;
const FORMATS = { Arrow: 'FORMAT ArrowStream', CSVWithNames: 'FORMAT CSVWithNames' } as const;

type Written = { readonly summary?: { readonly written_rows?: string } };
const written = (answer: Written): { writtenRows: number } => ({
  writtenRows: Number(answer.summary?.written_rows ?? 0),
});

/** The warehouse over one HTTP client. The interface's comments say what each method promises. */
export class ClickHouseWarehouse implements Warehouse {
  readonly timeZone: string;
  readonly database: string;
  readonly cluster: string | undefined;
  readonly #client: ClickHouseClient;
  readonly #retryForMs: number;
  #lastMark = 0;

  constructor(client: ClickHouseClient, options: WarehouseOptions) {
    this.#client = client;
    this.#retryForMs = options.retryForMs ?? DEFAULT_RETRY_MS;
    this.timeZone = options.timeZone;
    this.database = options.database;
    this.cluster = options.cluster;
  }

  async rows<Row>(query: Query<Row>): Promise<Row[]> {
    const { text, params } = renderSql(query.sql);
    const rows = await withRetry(this.#retryForMs, async () => {
      const answer = await this.#client.query({
        query: text,
        query_params: params,
        format: 'JSONEachRow',
        clickhouse_settings: readSettings(query),
      });
      return answer.json();
    });
    return parseRows(query.name, query.row, rows);
  }

  async one<Row>(query: Query<Row>): Promise<Row> {
    const [row, ...more] = await this.rows(query);
    if (row === undefined) throw new UnexpectedRow(query.name, 'answered no row where exactly one was due');
    if (more.length > 0) throw new UnexpectedRow(query.name, `answered ${more.length + 1} rows where one was due`);
    return row;
  }

  async maybeOne<Row>(query: Query<Row>): Promise<Row | undefined> {
    return (await this.rows(query))[0];
  }

  async stream(
    query: Query<unknown>,
    format: keyof typeof FORMATS,
    { signal, rowsAtOnce }: StreamOptions = {},
  ): Promise<Readable> {
    const { text, params } = renderSql(query.sql);
    return withRetry(this.#retryForMs, async () => {
      const answer = await this.#client.exec({
        query: `${text}\n${FORMATS[format]}`,
        query_params: params,
        ...(signal === undefined ? {} : { abort_signal: signal }),
        clickhouse_settings: {
          ...arrowSettings,
          ...(rowsAtOnce === undefined ? {} : { max_block_size: String(rowsAtOnce) }),
          ...readSettings(query),
        },
      });
      return answer.stream;
    });
  }

  async run(statement: Sql, name: string, settings: ClickHouseSettings = {}): Promise<{ writtenRows: number }> {
    const { text, params } = renderSql(statement);
    return withRetry(this.#retryForMs, async () =>
      written(
        await this.#client.command({
          query: text,
          query_params: params,
          // The summary counts what was written only when it comes after the end.
          clickhouse_settings: { wait_end_of_query: 1, max_execution_time: 1_800, ...settings, log_comment: name },
        }),
      ),
    );
  }

  async insert(
    table: TableName,
    rows: Iterable<object>,
    options: InsertOptions = {},
  ): Promise<{ writtenRows: number }> {
    if (rows[Symbol.iterator]().next().done === true) return { writtenRows: 0 };
    // Instants are written as ISO 8601 with Z, which leaves nothing to guess.
    const settings = { ...insertSettings(table, options), date_time_input_format: 'best_effort' } as const;
    return withRetry(this.#retryForMs, () =>
      this.#send(
        `INSERT INTO ${table} FORMAT JSONEachRow`,
        // A stream of rows would pass through the client one by one, which takes longer than writing them.
        Readable.from(linesInTurns(rows), { objectMode: false }),
        settings,
      ),
    );
  }

  async insertStream(
    table: TableName,
    columns: readonly string[],
    format: StreamFormat,
    source: StreamSource,
    options: InsertOptions = {},
  ): Promise<{ writtenRows: number }> {
    if (columns.length === 0) throw new Error(`an insert into ${table} must name its columns`);
    const again = typeof source === 'function';
    const settings = insertSettings(table, options);
    const insert = `INSERT INTO ${table} (${columns.join(', ')}) FORMAT ${format}`;
    return withRetry(again ? this.#retryForMs : 0, () =>
      this.#send(insert, byteStream(again ? source() : source), settings),
    );
  }

  async #send(query: string, values: Readable, settings: ClickHouseSettings): Promise<{ writtenRows: number }> {
    const answer = await this.#client.exec({ query, values, clickhouse_settings: settings });
    await finished(answer.stream.resume());
    return written(answer);
  }

  nextMark(): number {
    this.#lastMark = Math.max(Date.now(), this.#lastMark + 1);
    return this.#lastMark;
  }

  /** Keeps marks rising over a restart, even when the machine's clock went back in between. */
  startMarksAfter(mark: number): void {
    this.#lastMark = Math.max(this.#lastMark, mark);
  }

  async ping(): Promise<boolean> {
    return (await this.#client.ping({ select: true })).success;
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

/**
 * A cube is read faster than several threads are planned for, and the pages of many people ask at once: one thread takes a
 * fifth to a third less of the processor.
 */
const readSettings = ({ name, answeredBy }: Query<unknown>): ClickHouseSettings => ({
  log_comment: name,
  ...(answeredBy === undefined || answeredBy.includes('complaint') ? {} : { max_threads: 1 }),
});

/** The HTTP client takes byte streams only; `Readable.from(…)` makes one of objects even when they are buffers. */
const byteStream = (source: Readable): Readable =>
  source.readableObjectMode ? pipeline(source, new PassThrough(), () => undefined) : source;

/** A file of many years touches more partitions than the server's default allows. */
// A retry of one insert may be dropped as a repeat, nothing else may: rows that were discarded come again in the very
// same blocks. So each insert has a token of its own unless it is given one.
const insertSettings = (
  table: TableName,
  { token = randomUUID(), asTheyCome = false }: InsertOptions,
): ClickHouseSettings => ({
  ...(asTheyCome ? { optimize_on_insert: 0 } : {}),
  max_partitions_per_insert_block: '1000',
  max_execution_time: 1_800,
  wait_end_of_query: 1,
  log_comment: `insert ${table}`,
  insert_deduplication_token: token,
});
