/**
 * A year of a company × the rules that an installation starts with, as a back-test, beside what the same rules cost live.
 *
 *   npm run bench -- backtest [--rows 60000] [--days 365] [--live 8]
 *
 * The demo's company is imported by the API; live evaluations are those after single rows that come in one by one, by the
 * server's own count of what its stages took. The ratio is of a day in the back-test to one live evaluation.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Backtest, CreateBacktest, ListRules, type ListRulesReply } from '@tocsin/contracts';
import { createCompany } from '@tocsin/synthetic';
import { dayIn } from './measure/company-day.ts';
import { type ServerProcess, call, startServer } from './measure/server-process.ts';
import { stageSeconds } from './measure/stage-seconds.ts';
import { round, say, timed } from './measure/timing.ts';
import { bench, option, temporaryDirectory } from './measure/workspace.ts';

const rows = Number(option('rows', '60000'));
const days = Number(option('days', '365'));
const evaluations = Number(option('live', '8'));

const DAY_MS = 86_400_000;
/** What a live evaluation goes through. */
const JUDGING = ['detect', 'alert'];
const today = dayIn(Date.now());
const before = (count: number): string => dayIn(Date.parse(`${today}T12:00:00+08:00`) - count * DAY_MS);

async function importText(server: ServerProcess, text: string): Promise<void> {
  const headers = { 'content-type': 'text/csv' };
  await call(server, '/api/v1/imports?profile=canonical&wait=true', { method: 'POST', headers, body: text });
}

async function liveSeconds(server: ServerProcess): Promise<number> {
  const start = await stageSeconds(server, JUDGING);
  for (let i = 0; i < evaluations; i += 1)
    await importText(server, `complaint_id,received_at,source,region\nLIVE-${i},${today} 00:00:00,self,110000\n`);
  await sleep(2_000); // the last run's alert stage
  return ((await stageSeconds(server, JUDGING)) - start) / evaluations;
}

async function backtest(server: ServerProcess, ids: readonly string[]): Promise<Backtest> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ rules: ids.map((id) => ({ id })), from: before(days), until: today });
  const { id } = await call<Backtest>(server, CreateBacktest.path, { method: 'POST', headers, body });
  for (;;) {
    const found = await call<Backtest>(server, `${CreateBacktest.path}/${id}`);
    if (found.finishedAt !== null) return found;
    await sleep(100);
  }
}

await bench(async () => {
  const server = await startServer(temporaryDirectory('backtest'));
  const company = createCompany({ seed: 7, complaints: rows, from: before(730), until: today });
  await importText(server, [...company.csvLines()].join(''));
  say(`  ${company.truth().rows.toLocaleString('en')} rows stored`);
  const live = await liveSeconds(server);
  say(`  a live evaluation takes ${round(live, 3)} s`);
  const { rules } = await call<ListRulesReply>(server, ListRules.path);
  const ids = rules.flatMap(({ rule }) => (rule.kind === 'series' && rule.enabled ? [rule.id] : []));
  const { value, seconds } = await timed(() => backtest(server, ids));
  const series = value.outcomes.reduce((sum, one) => sum + one.series, 0);
  return {
    ...{ rows: company.truth().rows, days, rules: ids.length, series, state: value.state },
    warningsPerWeek: round(value.outcomes.reduce((sum, one) => sum + one.perWeek, 0)),
    seconds: { backtest: round(seconds), liveEvaluation: round(live, 3) },
    ratios: { dayToLiveEvaluation: round(seconds / days / live) },
  };
});
