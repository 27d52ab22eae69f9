/**
 * Canonical rows by the HTTP API until they are visible in the cubes, for each format, beside the engine's own bulk load of
 * the same rows from a file of the same format into the same table in the same run.
 *
 *   npm run bench -- ingest [--format csv|ndjson|parquet|xlsx] [--rows 300000] [--runs 3]
 *
 * Goal: ratio ≥ 0.2 (0.25 wished for); the server's peak memory under 600 MB whatever the file's size; the engine's is
 * reported apart. The bulk load is `INSERT INTO complaint SELECT … FROM file()` with the engine's default settings: no
 * parsing of dates, no checks, no masking, no versions, no cubes; the median of the runs, each in a fresh directory. The
 * engine reads no workbooks: an XLSX import is held against the time that the streaming reader of exceljs alone needs to
 * read the same file (goal: at most 1.5 times). Workbooks have a tenth of the rows.
 */
import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
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

const wanted = Number(option('rows', '300000'));
const runs = Number(option('runs', '3'));
const asked = option('format', '');
const formats = ingestFormats.filter((format) => asked === '' || format === asked);

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
  const question = `/api/v1/series?measure=complaints&by=year&from=${FROM}&until=${UNTIL}`;
  for (let visible = 0; visible !== complaints;) {
    await sleep(100);
    const record = await call<Import>(server, `/api/v1/imports/${id}`);
    if (record.state === 'failed' || record.rejected > 0)
      throw new Error(`the import went wrong: ${JSON.stringify(record)}`);
    if (record.state !== 'done') continue;
    const { points } = await call<{ points: { value: number | null }[] }>(server, question);
    visible = points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  }
  return { seconds: seconds(), receivedSeconds };
}

/** Seconds of the engine's own load, and its peak memory. */
async function loadInBulk(path: string, format: string, rows: number) {
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
  const engineMb = peakMb(engine.pid() ?? 0);
  await client.close();
  await close();
  return { seconds, cpu, engineMb };
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
async function peerOf(format: IngestFormat, { bulk, sent, rows }: IngestFiles) {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    taken.push(bulk ? (await loadInBulk(bulk.path, bulk.format, rows)).seconds : await readAlone(sent));
    say(`${format}, peer: ${round(taken.at(-1) ?? 0)} s`);
  }
  return median(taken);
}

async function measure(format: IngestFormat) {
  say(`${format}: writing files`);
  const files = await ingestFiles(format, format === 'xlsx' ? Math.ceil(wanted / 10) : wanted);
  const peerSeconds = await peerOf(format, files);
  const directory = temporaryDirectory('server');
  const server = await startServer(directory);
  const cpu = (): readonly number[] => [cpuSeconds(server.pid), cpuSeconds(server.enginePid)];
  const before = cpu();
  const ours = await importByApi(server, files);
  const [serverCpu = 0, engineCpu = 0] = cpu().map((seconds, index) => seconds - (before[index] ?? 0));
  const memory = { server: round(peakMb(server.pid), 0), engine: round(peakMb(server.enginePid), 0) };
  await server.stop();
  const ratio = format === 'xlsx' ? ours.seconds / peerSeconds : peerSeconds / ours.seconds;
  return {
    format,
    rows: files.rows,
    fileMb: round(statSync(files.sent).size / 1e6, 0),
    seconds: round(ours.seconds),
    receivedSeconds: round(ours.receivedSeconds),
    rowsPerSecond: Math.round(files.rows / ours.seconds),
    serverCpuSeconds: round(serverCpu, 1),
    engineCpuSeconds: round(engineCpu, 1),
    stages: await stageSeconds(directory),
    peer: { what: format === 'xlsx' ? 'exceljs reads' : 'engine stores', seconds: round(peerSeconds) },
    ratio: {
      value: round(ratio, 3),
      ...(format === 'xlsx' ? { goal: '≤ 1.5', met: ratio <= 1.5 } : { goal: '≥ 0.2', met: ratio >= 0.2 }),
    },
    peakMb: memory,
    serverMemory: { value: memory.server, goal: '< 600 MB', met: memory.server < 600 },
  };
}

await bench(async () => {
  const results = [];
  for (const format of formats) results.push(await measure(format));
  return { bench: 'ingest', formats: results };
});
