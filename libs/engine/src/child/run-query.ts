import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, NOTHING_YET, setQueryHeaders, setSummary, type Summary } from './answer.ts';
import type { Admission } from './admission.ts';
import type { Database } from './database.ts';
import { chdb, type Connection, type ReadResult, type WriteResult } from './native.ts';
import type { QueryRequest } from './query-request.ts';
import { receive, type Received } from './request-body.ts';
import type { ResultPipe, ResultPipes } from './result-pipes.ts';
import { breakOff, copy, drain, newExceptionTag, outcomeOf, piecesOf, readHead, write } from './send-rows.ts';
import { literal, preparation } from './settings.ts';
import type { Spool } from './spool.ts';
import type { RowsStatement } from './statement.ts';
import type { Readable } from 'node:stream';

/** What queries run on; one for the whole process. */
export interface Engine {
  readonly database: Database;
  readonly spool: Spool;
  readonly pipes: ResultPipes;
  readonly admission: Admission;
  readonly timeZone: string;
  readonly maxStatementBytes: number;
  /** Settings of every query that the client does not set itself. */
  readonly defaults: ReadonlyMap<string, string>;
}

/** One request on its way. */
export interface Exchange {
  readonly request: QueryRequest;
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Readable;
  /** Aborted when the client goes away, when the engine stops, or when the answer cannot be given. */
  readonly cancel: AbortController;
}

/** Receives the statement, waits for its turn, runs it and answers. Throws EngineError as long as nothing was sent. */
export async function runQuery(engine: Engine, exchange: Exchange): Promise<void> {
  const { request, body, cancel } = exchange;
  const received = await receive(request.query, body, engine.spool, engine.maxStatementBytes);
  const { statement, data } = received;
  try {
    const isWrite = statement.kind === 'insert' || statement.kind === 'data-insert';
    const leave = await engine.admission.enter(isWrite ? 'write' : 'read', cancel.signal);
    try {
      if (statement.kind === 'rows') await answerRows(engine, exchange, statement);
      else await answerOther(engine, exchange, received);
    } finally {
      leave();
    }
  } finally {
    await data?.remove();
  }
}

/** Runs in a fresh session, and kills the query when the signal fires. */
function inSession<T>(
  engine: Engine,
  { request, cancel }: Exchange,
  use: (session: Connection) => Promise<T>,
): Promise<T> {
  const mark = randomUUID();
  const running = engine.database.inSession(preparation(request, mark, engine.defaults), use);
  const kill = (): void => void engine.database.kill(mark, running);
  cancel.signal.addEventListener('abort', kill, { once: true });
  if (cancel.signal.aborted) kill();
  return running.finally(() => cancel.signal.removeEventListener('abort', kill));
}

async function answerRows(engine: Engine, exchange: Exchange, statement: RowsStatement): Promise<void> {
  const pipe = engine.pipes.open();
  const { before, after } = statement;
  const format = statement.format ?? exchange.request.defaultFormat;
  const sql = `${before}\nINTO OUTFILE ${literal(pipe.path)} APPEND\n${after || `FORMAT ${format}`}`;
  const outcome = outcomeOf(
    inSession(engine, exchange, (session) => chdb.QueryAsyncConnection(session, sql, format)).finally(pipe.finish),
  );
  try {
    setQueryHeaders(exchange.response, exchange.request, engine.timeZone, format);
    if (exchange.request.waitEndOfQuery) await sendHeldBack(engine, exchange, pipe, outcome);
    else await sendStreamed(engine, exchange, pipe, outcome);
  } catch (cause) {
    // Whatever went wrong on our side: a query whose rows nobody takes would block for ever.
    exchange.cancel.abort();
    await drain(pipe.stream);
    throw cause;
  } finally {
    // The place in the queue is given back only when the engine is really done.
    await outcome;
    pipe.release();
  }
}

type RowsOutcome = ReturnType<typeof outcomeOf<ReadResult>>;

/** Small results go out complete; of large ones the head goes out while the query still runs. */
async function sendStreamed(engine: Engine, exchange: Exchange, pipe: ResultPipe, outcome: RowsOutcome): Promise<void> {
  const { request, incoming, response } = exchange;
  const rows = piecesOf(pipe.stream);
  const { head, complete } = await readHead(rows);
  if (complete) {
    setSummary(response, await succeeded(outcome), head.length);
    bodyOf(response, incoming, request).end(head);
    return;
  }
  const tag = newExceptionTag();
  response.setHeader('X-ClickHouse-Exception-Tag', tag);
  setSummary(response, NOTHING_YET, 0);
  const target = bodyOf(response, incoming, request);
  await write(target, head, response);
  await copy(rows, target, response);
  const end = await outcome;
  if (end.ok) target.end();
  else await breakOff(target, response, tag, end.error.toWire(engine.database.version));
}

/** `wait_end_of_query`: the whole result goes to the spool first. */
async function sendHeldBack(engine: Engine, exchange: Exchange, pipe: ResultPipe, outcome: RowsOutcome): Promise<void> {
  const { request, incoming, response } = exchange;
  const held = await engine.spool.write(pipe.stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>);
  try {
    setSummary(response, await succeeded(outcome), held.bytes);
    const target = bodyOf(response, incoming, request);
    await copy(piecesOf(held.read()), target, response);
    target.end();
  } finally {
    await held.remove();
  }
}

async function succeeded(outcome: RowsOutcome): Promise<Summary> {
  const end = await outcome;
  if (!end.ok) throw end.error;
  return readSummary(end.value);
}

async function answerOther(engine: Engine, exchange: Exchange, { statement, data }: Received): Promise<void> {
  const { request, incoming, response } = exchange;
  const format = request.defaultFormat;
  setQueryHeaders(response, request, engine.timeZone, format);
  if (statement.kind === 'command') {
    const result = await inSession(engine, exchange, (session) =>
      chdb.QueryAsyncConnection(session, statement.sql, format),
    );
    setSummary(response, readSummary(result), result.bytes.length);
    bodyOf(response, incoming, request).end(result.bytes);
    return;
  }
  const sql =
    statement.kind === 'data-insert' && data
      ? `${statement.before} FROM INFILE ${literal(data.path)} COMPRESSION 'none' ${statement.after}`
      : (statement as { sql: string }).sql;
  const result = await inSession(engine, exchange, (session) => insert(session, sql));
  setSummary(response, writeSummary(result), 0);
  response.end();
}

/** The raw insert of the addon is the only call that counts written rows; it wants some data, and a line end is none. */
const insert = (session: Connection, sql: string): Promise<WriteResult> =>
  chdb.InsertRawAsyncConnection(session, sql, Buffer.from('\n'), false);

/** chDB does not tell how many rows a query read from its tables: `read_rows` stays 0. */
const readSummary = ({ rowsRead, elapsed }: ReadResult): Summary => ({
  ...NOTHING_YET,
  resultRows: rowsRead,
  elapsedSeconds: elapsed,
});

/** A server counts rows it reads from the body as read. */
const writeSummary = ({ rowsWritten, bytesWritten, elapsed }: WriteResult): Summary => ({
  ...NOTHING_YET,
  readRows: rowsWritten,
  readBytes: bytesWritten,
  writtenRows: rowsWritten,
  writtenBytes: bytesWritten,
  elapsedSeconds: elapsed,
});
