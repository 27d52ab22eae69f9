/**
 * Canonical rows by the HTTP API until they are visible in the cubes, for each format, beside the engine's own bulk load of
 * the same rows from a file of the same format into the same table in the same run.
 *
 *   npm run bench -- ingest [--format csv|ndjson|parquet|xlsx] [--rows 1000000] [--runs 3]
 *
 * Goal: ratio ≥ 0.2 (0.25 wished for), the median of the runs, each a pair one after the other; the server's peak memory under
 * 640 MB and the same for a third of the rows; the engine's is reported apart. The bulk load is `INSERT INTO complaint SELECT …
 * FROM file()` with the engine's default settings: no parsing of dates, no checks, no masking, no versions, no cubes; each
 * in a fresh directory. The engine reads no workbooks: an XLSX import is held against the time that the streaming reader of
 * exceljs alone needs to read the same file (goal: at most 1.5 times). Workbooks have a fifth of the rows: a small one takes its
 * two seconds for settling and the cubes, however it is read. `ofCpuSeconds` is
 * the same ratio by seconds of processor: it hardly moves when others share the machine; `load` says whether they did.
 */
import { createReadStream, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { Import } from '@tocsin/contracts';
import { pipelineRuns, versionColumns } from '@tocsin/warehouse';
import exceljs from 'exceljs';
import { FROM, UNTIL } from './load/company.ts';
import { openEmbedded } from './load/embedded.ts';
import { type IngestFiles, type IngestFormat, ingestFiles, ingestFormats } from './load/ingest-files.ts';
import { cpuSeconds, peakMb } from './measure/process-figures.ts';
import { type ServerProcess, call, startServer } from './measure/server-process.ts';
import { median, round, say, timed } from './measure/timing.ts';
import { bench, option, temporaryDirectory } from './measure/workspace.ts';

const wanted = Number(option('rows', '1000000'));
const runs = Number(option('runs', '3'));
const asked = option('format', '');
const formats = ingestFormats.filter((format) => asked === '' || format === asked);

interface Taken {
  readonly seconds: number;
  /** Seconds of processor, of everything that took part. */
  readonly cpu: number;
}

/** It warns of proxies that end long requests; there is none. */
const log = { level: ClickHouseLogLevel.ERROR };

/** Seconds from the first byte sent until the cubes answer with every complaint. */
async function importByApi(server: ServerProcess, { sent, complaints }: IngestFiles) {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const { id } = await call<Import>(server, '/api/v1/imports?name=bench', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(statSync(sent).size) },
    body: Readable.toWeb(createReadStream(sent)) as unknown as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  const receivedSeconds = seconds();
  // the line ends when every cube has the rows; a page that waits for an import listens to it too
  await (await fetch(`${server.url}/api/v1/imports/${id}/progress`, { headers: server.headers })).text();
  const record = await call<Import>(server, `/api/v1/imports/${id}`);
  const question = `/api/v1/series?measure=complaints&by=year&from=${FROM}&until=${UNTIL}`;
  const { points } = await call<{ points: { value: number | null }[] }>(server, question);
  const visible = points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  if (record.state !== 'done' || record.rejected > 0 || visible !== complaints)
    throw new Error(`the import went wrong, ${visible} of ${complaints} are visible: ${JSON.stringify(record)}`);
  return { seconds: seconds(), receivedSeconds };
}

/** The engine's own load. */
async function loadInBulk(path: string, format: string, rows: number): Promise<Taken> {
  const { engine, close } = await openEmbedded();
  const { url, username, password } = engine;
  const client = createClient({ url, username, password, database: 'tocsin', request_timeout: 600_000, log });
  const columns = versionColumns.map(({ name }) => name).join(', ');
  const structure = versionColumns.map(({ name, type }) => `${name} ${type}`).join(', ');
  const query = `INSERT INTO complaint (${columns}, is_deleted) SELECT ${columns}, 0 FROM file('${path}', '${format}', '${structure}')`;
  const before = cpuSeconds(engine.pid() ?? 0);
  const { seconds } = await timed(() => client.command({ query }));
  const cpu = cpuSeconds(engine.pid() ?? 0) - before;
  const answer = await client.query({ query: 'SELECT count() AS n FROM complaint', format: 'JSONEachRow' });
  const [counted] = await answer.json<{ n: number | string }>();
  if (Number(counted?.n) !== rows) throw new Error(`the bulk load stored ${counted?.n} of ${rows} rows`);
  await client.close();
  await close();
  return { seconds, cpu };
}

/** Seconds that each stage of the run took, from the pipeline's own log. */
async function stageSeconds(directory: string): Promise<Record<string, number>> {
  const { warehouse, close } = await openEmbedded(directory);
  const longest: Record<string, number> = {};
  for (const { stage, startedAt, finishedAt } of await warehouse.rows(pipelineRuns(100))) {
    const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
    longest[stage] = Math.max(longest[stage] ?? 0, seconds);
  }
  await close();
  return longest;
}

/** Seconds that the streaming reader of exceljs alone needs to see every cell of the workbook. */
async function readAlone(path: string): Promise<number> {
  const { seconds } = await timed(async () => {
    const options = {
      sharedStrings: 'cache',
      styles: 'cache',
      worksheets: 'emit',
      hyperlinks: 'ignore',
      entries: 'emit',
    } as const;
    let cells = 0;
    for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(path, options)) {
      for await (const row of sheet) cells += row.cellCount;
    }
    if (cells === 0) throw new Error('exceljs saw no cell');
  });
  return seconds;
}

/** What the import is held against: the same rows stored, or only read, by somebody else. */
async function peer({ bulk, sent, rows }: IngestFiles): Promise<Taken> {
  if (bulk) return loadInBulk(bulk.path, bulk.format, rows);
  const before = process.cpuUsage();
  const seconds = await readAlone(sent);
  const { user, system } = process.cpuUsage(before);
  return { seconds, cpu: (user + system) / 1e6 };
}

/** One import into a fresh server. */
async function ours(files: IngestFiles) {
  const directory = temporaryDirectory('server');
  const server = await startServer(directory);
  const cpu = () => [cpuSeconds(server.pid), cpuSeconds(server.enginePid)] as const;
  const before = cpu();
  const { seconds, receivedSeconds } = await importByApi(server, files);
  const after = cpu();
  const [serverCpu, engineCpu] = [after[0] - before[0], after[1] - before[1]];
  const peak = { server: round(peakMb(server.pid), 0), engine: round(peakMb(server.enginePid), 0) };
  await server.stop();
  const stages = await stageSeconds(directory);
  return { seconds, receivedSeconds, cpu: serverCpu + engineCpu, serverCpu, engineCpu, peak, stages };
}

/** Imports and peers in turn, so that whatever else the machine does meets both; and once a file of a third of the rows. */
async function measure(format: IngestFormat) {
  const rows = format === 'xlsx' ? Math.ceil(wanted / 5) : wanted;
  say(`${format}: writing files`);
  const smaller = await ingestFiles(format, Math.ceil(rows / 3));
  const smallPeak = (await ours(smaller)).peak;
  const files = await ingestFiles(format, rows);
  const pairs: { readonly peer: Taken; readonly ours: Awaited<ReturnType<typeof ours>> }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const pair = { peer: await peer(files), ours: await ours(files) };
    say(`${format}: peer ${round(pair.peer.seconds)} s, import ${round(pair.ours.seconds)} s`);
    pairs.push(pair);
  }
  const share = (of: (taken: Taken) => number) =>
    median(pairs.map(({ peer, ours }) => (format === 'xlsx' ? of(ours) / of(peer) : of(peer) / of(ours))));
  const ratio = share(({ seconds }) => seconds);
  const [typical] = pairs
    .map(({ ours }) => ours)
    .toSorted((a, b) => a.seconds - b.seconds)
    .slice(runs >> 1);
  if (typical === undefined) throw new Error('--runs must be at least 1');
  const largest = (name: 'server' | 'engine') => Math.max(...pairs.map(({ ours }) => ours.peak[name]));
  const memory = largest('server');
  return {
    format,
    rows: files.rows,
    fileMb: sizeMb(files),
    seconds: round(typical.seconds),
    receivedSeconds: round(typical.receivedSeconds),
    rowsPerSecond: Math.round(files.rows / typical.seconds),
    serverCpuSeconds: round(typical.serverCpu, 1),
    engineCpuSeconds: round(typical.engineCpu, 1),
    stages: typical.stages,
    peer: {
      what: format === 'xlsx' ? 'exceljs reads' : 'engine stores',
      seconds: round(median(pairs.map(({ peer }) => peer.seconds))),
      cpuSeconds: round(median(pairs.map(({ peer }) => peer.cpu)), 1),
    },
    ratio: {
      value: round(ratio, 3),
      ...(format === 'xlsx' ? { goal: '≤ 1.5', met: ratio <= 1.5 } : { goal: '≥ 0.2', met: ratio >= 0.2 }),
      ofCpuSeconds: round(
        share(({ cpu }) => cpu),
        3,
      ),
    },
    peakMb: [
      { rows: smaller.rows, fileMb: sizeMb(smaller), ...smallPeak },
      { rows: files.rows, fileMb: sizeMb(files), server: memory, engine: largest('engine') },
    ],
    serverMemory: { value: memory, goal: '< 640 MB', met: memory < 640 },
    constantMemory: {
      value: round(memory / smallPeak.server),
      goal: '≤ 1.15 × that of a third of the rows',
      met: memory <= 1.15 * smallPeak.server,
    },
  };
}

const sizeMb = ({ sent }: IngestFiles): number => round(statSync(sent).size / 1e6, 0);

await bench(async () => {
  const results = [];
  for (const format of formats) results.push(await measure(format));
  return { bench: 'ingest', load: loadavg().map((one) => round(one, 1)), formats: results };
});
