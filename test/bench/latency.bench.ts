/**
 * From the acknowledged row to the warning on an open page.
 *
 *   npm run bench -- latency [--rows 10000000] [--imports 40] [--stored DIR]
 *
 * The company's rows are stored first, or lie in DIR already (see `dashboard --keep DIR`); then single rows are imported by the API, each of which trips a rule with a
 * fixed threshold of its own, while a page listens to the feed. Goal: p95 ≤ 5 s from the 202 to the event.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { FeedMessage, SeriesRule } from '@tocsin/contracts';
import { createCompany } from '@tocsin/synthetic';
import { type Warehouse, saveRule } from '@tocsin/warehouse';
import { ROWS_PER_COMPLAINT } from './load/company.ts';
import { openEmbedded } from './load/embedded.ts';
import { storeCompany } from './load/stored-company.ts';
import { dayIn } from './measure/company-day.ts';
import { type ServerProcess, call, startServer } from './measure/server-process.ts';
import { quantile, round, say } from './measure/timing.ts';
import { bench, option, temporaryDirectory } from './measure/workspace.ts';

const wanted = Number(option('rows', '10000000'));
const imports = Number(option('imports', '40'));
const kept = option('stored', '');
const PATIENCE_MS = 60_000;

const today = new Date();
/** The day in the product's zone. */
const LINK = 'latency';

/** One case with this link on one day, whatever its reason, opens a warning: each import brings a reason of its own. */
const rule = SeriesRule.parse({
  id: 'latency-bench',
  version: 1,
  label: { zh: '延迟测量', en: 'Latency bench' },
  enabled: true,
  measure: 'complaints',
  basis: 'company',
  where: { link: [LINK] },
  split: [{ dimension: 'reason' }],
  grain: 'day',
  detector: { name: 'threshold', atLeast: 1, level: 'blue' },
  minCount: 0,
});

/** 24 months up to today, so that the rules have fresh figures to judge. */
async function store(directory: string): Promise<number> {
  const { warehouse, close } = await openEmbedded(directory);
  const rows = kept === '' ? await fill(warehouse) : wanted;
  await saveRule(warehouse, rule, today, 'bench');
  await close();
  return rows;
}

function fill(warehouse: Warehouse): Promise<number> {
  const until = dayIn(today);
  const from = `${Number(until.slice(0, 4)) - 2}${until.slice(4)}`;
  const company = createCompany({ seed: 2026, complaints: Math.round(wanted / ROWS_PER_COMPLAINT), from, until });
  return storeCompany(warehouse, company);
}

/** Reason → when the page heard of it. */
function listen(server: ServerProcess): { readonly heard: Map<string, number>; readonly stop: () => void } {
  const heard = new Map<string, number>();
  const abort = new AbortController();
  void (async () => {
    const answer = await fetch(`${server.url}/api/v1/feed`, { headers: { ...server.headers }, signal: abort.signal });
    let text = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = event.match(/^event: alert$/m) ? event.match(/^data: (.*)$/m)?.[1] : undefined;
        if (data === undefined) continue;
        const { alert } = FeedMessage.parse(JSON.parse(data));
        if (alert.ruleId === rule.id) heard.set(alert.slice.reason ?? '', performance.now());
      }
    }
  })().catch((error: unknown) => {
    if (!abort.signal.aborted) say(`the feed broke: ${String(error)}`);
  });
  return { heard, stop: () => abort.abort() };
}

const importRow = (server: ServerProcess, reason: string, wait: boolean): Promise<unknown> => {
  const received_at = new Date().toISOString();
  const row = { complaint_id: `LAT-${reason}-${received_at}`, received_at, source: 'self', link: LINK, reason };
  return call(server, `/api/v1/imports?name=${reason}&wait=${wait}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${JSON.stringify(row)}\n`,
  });
};

/** Milliseconds: the acknowledgement, and the event from sending and from the acknowledgement on. */
interface Measured {
  readonly ack: number;
  readonly fromSend: number;
  readonly fromAck: number;
}

async function once(server: ServerProcess, heard: Map<string, number>, reason: string): Promise<Measured> {
  const sent = performance.now();
  await importRow(server, reason, false);
  const acknowledged = performance.now();
  while (!heard.has(reason)) {
    if (performance.now() - acknowledged > PATIENCE_MS) throw new Error(`no warning for ${reason} within a minute`);
    await sleep(2);
  }
  const at = heard.get(reason) ?? Number.NaN;
  return { fromSend: at - sent, fromAck: Math.max(0, at - acknowledged), ack: acknowledged - sent };
}

await bench(async () => {
  const directory = kept === '' ? temporaryDirectory('latency') : kept;
  say('storing');
  const rows = await store(directory);
  const server = await startServer(directory);
  const page = listen(server);
  say('warming up');
  // The first run judges the history of every rule; a page that is measured is one that was open before.
  await importRow(server, 'latency.warm-up', true);
  const measured: Measured[] = [];
  for (let count = 0; count < imports; count += 1) {
    measured.push(await once(server, page.heard, `latency.n${count}`));
    say(`  ${count + 1}: ${round(measured.at(-1)?.fromAck ?? 0, 0)} ms`);
  }
  page.stop();
  await server.stop();
  const seconds = (pick: (one: Measured) => number, share: number): number =>
    round(quantile(measured.map(pick), share) / 1000, 3);
  const p95 = seconds(({ fromAck }) => fromAck, 0.95);
  return {
    bench: 'latency',
    rowsStored: rows,
    imports,
    fromAcknowledgement: { p50Seconds: seconds(({ fromAck }) => fromAck, 0.5), p95Seconds: p95 },
    fromSending: { p50Seconds: seconds((one) => one.fromSend, 0.5), p95Seconds: seconds((one) => one.fromSend, 0.95) },
    acknowledgement: { p50Seconds: seconds(({ ack }) => ack, 0.5), p95Seconds: seconds(({ ack }) => ack, 0.95) },
    p95: { value: p95, goal: '≤ 5 s', met: p95 <= 5 },
  };
});
