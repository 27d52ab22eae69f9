import { setTimeout as sleep } from 'node:timers/promises';
import { addCalendarDays } from '@tocsin/calendar';
import { type ListRulesReply, type RuleDraftInput } from '@tocsin/contracts';
import { openEmbedded } from '../load/embedded.ts';
import { SPLIT, type Slice, manySlices, storeManySeries } from '../load/many-series.ts';
import { dayIn } from './company-day.ts';
import { peakMb } from './process-figures.ts';
import { type ServerProcess, call, startServer } from './server-process.ts';
import { stageSeconds } from './stage-seconds.ts';
import { quantile, round, say } from './timing.ts';
import { temporaryDirectory } from './workspace.ts';

const YEARS_OF_DAYS = 1096;
const TOUCHED = 100;
const RULE = 'bench-many-series';
const PATIENCE_MS = 900_000;
/** A run that finds nothing changed takes less. */
const WORTH_COUNTING_S = 0.05;

const today = dayIn(new Date());

const draft: RuleDraftInput = {
  kind: 'series',
  id: RULE,
  label: { zh: '万条序列', en: 'Many series' },
  measure: 'complaints',
  grain: 'day',
  split: SPLIT.map((dimension) => ({ dimension })),
  detector: { name: 'daily-regression' },
};

/** Milliseconds that the server let a trivial request wait, asked for all the while: what its event loop was held up. */
function watchResponses(server: ServerProcess): { readonly stop: () => Promise<number[]> } {
  const waits: number[] = [];
  let isOn = true;
  const asking = (async () => {
    while (isOn) {
      const start = performance.now();
      await (await fetch(`${server.url}/health/live`)).arrayBuffer();
      waits.push(performance.now() - start);
      await sleep(10);
    }
  })();
  return { stop: () => ((isOn = false), asking.then(() => waits)) };
}

/** Does something that has rules evaluated, and answers what the detect stage took for it. */
async function evaluation(server: ServerProcess, cause: () => Promise<unknown>) {
  const before = await stageSeconds(server, ['detect']);
  const responses = watchResponses(server);
  await cause();
  const start = performance.now();
  let after = before;
  while (after - before < WORTH_COUNTING_S && performance.now() - start < PATIENCE_MS) {
    await sleep(100);
    after = await stageSeconds(server, ['detect']);
  }
  const waits = await responses.stop();
  return { seconds: after - before, waits };
}

const put = (server: ServerProcess, path: string, body: object): Promise<unknown> =>
  call(server, path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function importOneCaseEach(server: ServerProcess, slices: readonly Slice[], prefix: string): Promise<void> {
  const lines = slices.map(
    ({ region, reason, line }, i) => `${prefix}${i},${today} 00:00:00,self,${region},${reason},${line}`,
  );
  const body = ['complaint_id,received_at,source,region,reason,line', ...lines, ''].join('\n');
  const headers = { 'content-type': 'text/csv' };
  await call(server, '/api/v1/imports?profile=canonical&wait=true', { method: 'POST', headers, body });
}

/**
 * The detect stage of the built server on so many daily series of three years: evaluated for the first time (query, fit,
 * store), again after one import that touched a hundred of them, and once more after a restart.
 */
export async function evaluationAtScale(series: number): Promise<object> {
  const directory = temporaryDirectory('many-series');
  const slices = manySlices(series);
  const { warehouse, close } = await openEmbedded(directory);
  const span = { from: addCalendarDays(today, -YEARS_OF_DAYS), days: YEARS_OF_DAYS };
  const rows = await storeManySeries(warehouse, slices, span);
  await close();
  const server = await startServer(directory);
  const { rules } = await call<ListRulesReply>(server, '/api/v1/rules');
  for (const { rule } of rules) await put(server, `/api/v1/rules/${rule.id}/enabled`, { enabled: false });
  await sleep(10_000); // what that had looked at again
  say('  evaluating all');
  const all = await evaluation(server, () => put(server, `/api/v1/rules/${RULE}`, { rule: draft }));
  say('  evaluating those that an import touched');
  await sleep(20_000);
  const touched = await evaluation(server, () => importOneCaseEach(server, slices.slice(0, TOUCHED), 'T'));
  const lag = quantile([...all.waits, ...touched.waits], 0.99);
  const peak = peakMb(server.pid);
  await server.stop();
  say('  evaluating after a restart');
  const anew = await startServer(directory);
  await sleep(10_000);
  const restarted = await evaluation(anew, () => importOneCaseEach(anew, slices.slice(0, TOUCHED), 'R'));
  await anew.stop();
  return {
    series,
    rows,
    all: { seconds: round(all.seconds), goal: '≤ 60', met: all.seconds <= 60 },
    touched: { series: TOUCHED, seconds: round(touched.seconds), goal: '≤ 2', met: touched.seconds <= 2 },
    // The first evaluation of a server that has just started: it looks at all of them again, with the fits that are stored.
    restarted: { seconds: round(restarted.seconds) },
    responseP99Ms: { value: round(lag, 1), goal: '< 50', met: lag < 50 },
    serverPeakMb: round(peak, 0),
  };
}
