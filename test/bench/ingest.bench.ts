/**
 * Canonical rows by the HTTP API until they are visible in the cubes, beside the engine's own bulk load of the same
 * rows into the same table in the same run.
 *
 *   npm run bench -- ingest [--rows 1000000] [--runs 3]
 *
 * Goal: ratio ≥ 0.2 (0.25 wished for); the server's peak memory under 600 MB whatever the file's size; the engine's is
 * reported apart. The bulk load is `INSERT INTO complaint SELECT … FROM file()` with the engine's default settings: no
 * parsing of dates, no checks, no masking, no versions, no cubes; the median of the runs, each in a fresh directory.
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { type CanonicalFieldName, type Import, canonicalFields } from '@tocsin/contracts';
import type { FullRecord } from '@tocsin/synthetic';
import { pipelineRuns, versionColumns } from '@tocsin/warehouse';
import { FROM, UNTIL, companyOf } from './load/company.ts';
import { openEmbedded } from './load/embedded.ts';
import { versionRow } from './load/version-row.ts';
import { cpuSeconds, peakMb } from './measure/process-figures.ts';
import { type ServerProcess, call, startServer } from './measure/server-process.ts';
import { median, round, say, timed } from './measure/timing.ts';
import { bench, option, temporaryDirectory } from './measure/workspace.ts';

const wanted = Number(option('rows', '1000000'));
const runs = Number(option('runs', '3'));

/** It warns of proxies that end long requests; there is none. */
const log = { level: ClickHouseLogLevel.ERROR };

interface Files {
  readonly csv: string;
  readonly tsv: string;
  readonly rows: number;
  readonly complaints: number;
}

const names: readonly CanonicalFieldName[] = canonicalFields.map(({ name }) => name);
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvLine = (row: FullRecord): string => `${names.map((name) => cell(row[name])).join(',')}\n`;

/** Exactly the rows wanted: as the canonical CSV that a company sends, and as the TSV that the table takes. */
async function writeFiles(): Promise<Files> {
  const directory = temporaryDirectory('files');
  const [csv, tsv] = [join(directory, 'rows.csv'), join(directory, 'rows.tsv')];
  const outs = [createWriteStream(csv), createWriteStream(tsv)] as const;
  outs[0].write(`${names.join(',')}\n`);
  let rows = 0;
  let complaints = 0;
  for (const row of companyOf(Math.ceil(wanted * 1.02)).complaintRows()) {
    if (rows === wanted) break;
    const texts = [csvLine(row), versionRow(row, 'bulk', rows)];
    for (const [index, out] of outs.entries()) if (!out.write(texts[index])) await once(out, 'drain');
    rows += 1;
    if (row.kind === 'complaint') complaints += 1;
  }
  await Promise.all(outs.map((out) => finished(out.end())));
  return { csv, tsv, rows, complaints };
}

/** Seconds from the first byte sent until the cubes answer with every complaint. */
async function importByApi(server: ServerProcess, { csv, complaints }: Files) {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const { id } = await call<Import>(server, '/api/v1/imports?name=bench', {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'content-length': String(statSync(csv).size) },
    body: Readable.toWeb(createReadStream(csv)) as unknown as ReadableStream,
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
async function loadInBulk({ tsv, rows }: Files) {
  const { engine, close } = await openEmbedded();
  const { url, username, password } = engine;
  const client = createClient({ url, username, password, database: 'tocsin', request_timeout: 600_000, log });
  const columns = versionColumns.map(({ name }) => name).join(', ');
  const structure = versionColumns.map(({ name, type }) => `${name} ${type}`).join(', ');
  const query = `INSERT INTO complaint (${columns}, is_deleted) SELECT ${columns}, 0 FROM file('${tsv}', 'TabSeparated', '${structure}')`;
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

await bench(async () => {
  say('writing files');
  const files = await writeFiles();
  const bulk = [];
  for (let run = 0; run < runs; run += 1) {
    bulk.push(await loadInBulk(files));
    say(`bulk load: ${round(bulk.at(-1)?.seconds ?? 0)} s`);
  }
  const directory = temporaryDirectory('server');
  const server = await startServer(directory);
  const idleMb = peakMb(server.pid);
  const cpu = (): readonly number[] => [cpuSeconds(server.pid), cpuSeconds(server.enginePid)];
  const before = cpu();
  const ours = await importByApi(server, files);
  const [serverCpu = 0, engineCpu = 0] = cpu().map((seconds, index) => seconds - (before[index] ?? 0));
  const memory = { serverIdleMb: idleMb, serverPeakMb: peakMb(server.pid), enginePeakMb: peakMb(server.enginePid) };
  await server.stop();
  const stages = await stageSeconds(directory);
  const bulkSeconds = median(bulk.map(({ seconds }) => seconds));
  const ratio = bulkSeconds / ours.seconds;
  return {
    bench: 'ingest',
    rows: files.rows,
    csvMb: round(statSync(files.csv).size / 1e6, 0),
    api: {
      seconds: round(ours.seconds),
      receivedSeconds: round(ours.receivedSeconds),
      rowsPerSecond: Math.round(files.rows / ours.seconds),
      serverCpuSeconds: round(serverCpu, 1),
      engineCpuSeconds: round(engineCpu, 1),
      stages,
    },
    bulk: {
      seconds: round(bulkSeconds),
      rowsPerSecond: Math.round(files.rows / bulkSeconds),
      engineCpuSeconds: round(median(bulk.map((one) => one.cpu)), 1),
      enginePeakMb: round(Math.max(...bulk.map(({ engineMb }) => engineMb)), 0),
    },
    ratio: { value: round(ratio, 3), goal: '≥ 0.2', met: ratio >= 0.2 },
    memory: Object.fromEntries(Object.entries(memory).map(([name, mb]) => [name, round(mb, 0)])),
    serverMemory: { value: round(memory.serverPeakMb, 0), goal: '< 600 MB', met: memory.serverPeakMb < 600 },
  };
});
