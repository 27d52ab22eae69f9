/**
 * The overview in a real browser, and 20 people at it, on a stored company.
 *
 *   npm run bench -- web [--rows 10000000] [--stored DIR] [--loads 7] [--seconds 60]
 *
 * The company is stored first: in DIR, where it stays for the next time. In the report:
 *
 * firstChartKb    what the web build counts before the first chart, gzipped. Goal: ≤ 380 KB
 * coldLoad        fresh profiles on loopback: largest contentful paint, goal: median ≤ 1.2 s. A canvas does not count as
 *                 content for that, so the first chart and the last change on the page stand beside it
 * filterChange    from a click in the filter bar to the frame that shows the last change in a chart or card of figures,
 *                 goal: p95 ≤ 400 ms; every click asks for a filter that was never asked for before. `everything` also
 *                 waits for the sentences about changes
 * users           20 people, who look at one of the filters clicked on before for 5 to 15 s each: what a browser asks for
 *                 then, six calls at a time. The server has kept what it answered then. Goal: p95 ≤ 500 ms of each call, no
 *                 error. `unthrottled`: without a pause. `anew`: a server that was started anew and has kept nothing
 * fromComplaints  the page's questions of figures with a condition that changes no answer but that no cube knows, so that
 *                 they are answered from `complaint FINAL`. Goal: ratio of medians ≥ 5
 * outsideCubes    what no cube can answer, one at a time; no goal
 *
 * Before the first load and after each start the server is left alone until it has judged once what it watches.
 *
 * Loads of the machine by others count in all times: the load average is told at the beginning and the end.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { coverage } from '@tocsin/warehouse';
import { companyOf } from './load/company.ts';
import { openEmbedded } from './load/embedded.ts';
import { type UserLoad, overviewUsers } from './load/overview-users.ts';
import { storeCompany } from './load/stored-company.ts';
import { type PageCall, freshPage, openBrowser, standing } from './measure/overview-page.ts';
import { idle } from './measure/process-figures.ts';
import { type ServerProcess, startServer } from './measure/server-process.ts';
import { median, quantile, round, sample, say } from './measure/timing.ts';
import { bench, option, temporaryDirectory } from './measure/workspace.ts';
import { menus, reset } from './questions/filter-changes.ts';
import { fromComplaints, isFigures, nameOf, outsideCubes } from './questions/page-calls.ts';

type Browser = Awaited<ReturnType<typeof openBrowser>>;

const rows = Number(option('rows', '10000000'));
const kept = option('stored', '');
const loads = Number(option('loads', '7'));
const seconds = Number(option('seconds', '60'));
const USERS = 20;
const UNTHROTTLED_SECONDS = 20;
/** How often the page's questions are held against complaints. */
const ROUNDS = 5;

const load = (): number[] => loadavg().map((value) => round(value));
const goal = (value: number, met: boolean, text: string) => ({ value: round(value), goal: text, met });
const spread = (values: readonly number[]) => ({
  medianMs: round(median(values), 0),
  p95Ms: round(quantile(values, 0.95), 0),
  maxMs: round(Math.max(...values), 0),
  times: values.length,
});

async function directoryOfCompany(): Promise<string> {
  const directory = kept === '' ? temporaryDirectory('web') : kept;
  const { warehouse, close } = await openEmbedded(directory);
  const { firstDay } = await warehouse.one(coverage());
  if (firstDay === null) await storeCompany(warehouse, companyOf(rows));
  await close();
  return directory;
}

async function coldLoads(browser: Browser, server: ServerProcess) {
  const found = [];
  let asked: PageCall[] = [];
  for (let count = 0; count < loads; count += 1) {
    const one = await freshPage(browser, server);
    await one.page.goto('/overview');
    const probe = await standing(one.page);
    asked = one.asked();
    await one.context.close();
    say(`  cold load ${count + 1}: ${JSON.stringify(probe)}`);
    found.push(probe);
  }
  const lcp = found.map((probe) => probe.lcp);
  return {
    asked,
    report: {
      largestContentfulPaint: { ...spread(lcp), ...goal(median(lcp), median(lcp) <= 1200, '≤ 1200 ms') },
      firstChart: spread(found.map(({ firstChart }) => firstChart)),
      lastChange: spread(found.map(({ content }) => content)),
      calls: asked.length,
    },
  };
}

async function filterChanges(browser: Browser, server: ServerProcess) {
  const { page, asked } = await freshPage(browser, server);
  await page.goto('/overview');
  await standing(page);
  const looks: PageCall[][] = [];
  const found: { charts: number; content: number; failed: number; name: string }[] = [];
  for (const menu of menus) {
    await reset(page);
    await standing(page);
    if (!menu.shutsItself) await menu.open(page);
    for (let index = 0; index < menu.count; index += 1) {
      if (menu.shutsItself) await menu.open(page);
      asked();
      await menu.click(page, index);
      const { charts, content, clicked, failed } = await standing(page);
      const calls = asked();
      // the period that the page has opened with, say: nothing was asked, so there is nothing to measure
      if (!calls.some(isFigures)) continue;
      looks.push(calls);
      found.push({ charts: charts - clicked, content: content - clicked, failed, name: menu.name });
      say(`  ${menu.name} ${index}: ${round(charts - clicked, 0)} ms, ${round(content - clicked, 0)} ms`);
    }
  }
  await page.context().close();
  const charts = found.map((one) => one.charts);
  const p95 = quantile(charts, 0.95);
  const byMenu = menus.map(({ name }) => [name, spread(found.flatMap((one) => (one.name === name ? one.charts : [])))]);
  return {
    looks,
    report: {
      charts: { ...spread(charts), ...goal(p95, p95 <= 400, 'p95 ≤ 400 ms') },
      ...Object.fromEntries(byMenu),
      everything: spread(found.map(({ content }) => content)),
      failedCalls: found.reduce((sum, { failed }) => sum + failed, 0),
    },
  };
}

function reportOf({ taken, looks, errors, seconds: lasted }: UserLoad) {
  const calls = [...taken].map(([call, ms]) => ({ call, ...spread(ms) })).sort((a, b) => b.p95Ms - a.p95Ms);
  const times = [...taken.values()].flat();
  const worst = calls[0]?.p95Ms ?? Number.NaN;
  return {
    ...goal(worst, worst <= 500 && errors.length === 0, 'p95 ≤ 500 ms of each call, no error'),
    ...{ errors: errors.length, firstErrors: errors.slice(0, 3), looks },
    ...{ callsPerSecond: round(times.length / lasted, 1), all: spread(times), calls },
  };
}

interface Answer {
  readonly ms: number;
  readonly text: string;
  readonly answeredBy: string;
}
async function timedAnswer(server: ServerProcess, path: string): Promise<Answer> {
  const start = performance.now();
  const answer = await fetch(server.url + path, {
    headers: { ...server.headers, accept: 'application/json', 'cache-control': 'no-cache' },
  });
  const text = await answer.text();
  const ms = performance.now() - start;
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  const { provenance, ...figures } = JSON.parse(text) as { provenance?: { answeredBy: string } };
  return { ms, text: JSON.stringify(figures), answeredBy: provenance?.answeredBy ?? '' };
}

/**
 * The page's questions in rounds, all worked out anew. Rates have no denominator by that
 * condition, so answers with them are not compared.
 */
async function againstComplaints(server: ServerProcess, asked: readonly PageCall[]) {
  const paths = [...new Set(asked.filter(isFigures).map(({ path }) => path))];
  const pairs = new Map(paths.map((path) => [path, [] as { cubes: Answer; complaints: Answer }[]]));
  for (let time = 0; time < ROUNDS; time += 1) {
    for (const [path, found] of pairs) {
      const cubes = await timedAnswer(server, path);
      const complaints = await timedAnswer(server, fromComplaints(path, time));
      if (!path.includes('/indicators') && cubes.text !== complaints.text) throw new Error(`${path}: other answers`);
      found.push({ cubes, complaints });
    }
  }
  const questions = [...pairs].map(([path, found]) => {
    const ms = median(found.map(({ cubes }) => cubes.ms));
    const complaintsMs = median(found.map(({ complaints }) => complaints.ms));
    say(`  ${nameOf(path)}: ${round(ms)} ms, ${round(complaintsMs)} ms`);
    const ratio = round(complaintsMs / ms, 1);
    const answeredBy = found[0]?.complaints.answeredBy ?? '';
    return { call: nameOf(path), ms: round(ms), complaintsMs: round(complaintsMs), ratio, answeredBy };
  });
  const ratio = median(questions.map((one) => one.complaintsMs)) / median(questions.map(({ ms }) => ms));
  return { ...goal(ratio, ratio >= 5, 'ratio of medians ≥ 5'), questions };
}

/** The server without any answer that it kept, but warm: it has judged what it watches, somebody has seen the overview. */
async function startedAnew(before: ServerProcess, browser: Browser, directory: string): Promise<ServerProcess> {
  await before.stop();
  const server = await startServer(directory);
  await idle([server.pid, server.enginePid]);
  const { page, context } = await freshPage(browser, server);
  await page.goto('/overview');
  await standing(page);
  await context.close();
  return server;
}

/** Each time a question that was never asked before. */
async function apart(server: ServerProcess) {
  const report: Record<string, object> = {};
  let time = ROUNDS;
  for (const [name, paths] of Object.entries(outsideCubes)) {
    const times: number[] = [];
    for (const path of paths) {
      const read = () => timedAnswer(server, fromComplaints(path, (time += 1)));
      times.push(...(await sample(read, 8, 15_000)));
    }
    report[name] = spread(times);
    say(`  ${name}: ${JSON.stringify(report[name])}`);
  }
  return report;
}

await bench(async () => {
  const loadAtStart = load();
  say('storing');
  const directory = await directoryOfCompany();
  let server = await startServer(directory);
  const browser = await openBrowser();
  const { kb, limitKb } = JSON.parse(readFileSync('apps/web/dist/first-chart.json', 'utf8')) as Record<string, number>;
  await idle([server.pid, server.enginePid]);
  const cold = await coldLoads(browser, server);
  const changes = await filterChanges(browser, server);
  say('20 users');
  const users = { users: USERS, thinkMs: [5000, 15_000] as const };
  const throttled = await overviewUsers(server, changes.looks, { ...users, seconds });
  const unthrottled = await overviewUsers(server, changes.looks, {
    ...{ ...users, thinkMs: [0, 0] as const },
    seconds: UNTHROTTLED_SECONDS,
  });
  server = await startedAnew(server, browser, directory);
  const anew = await overviewUsers(server, changes.looks, { ...users, seconds });
  await browser.close();
  const fromFinal = await againstComplaints(server, cold.asked);
  const outside = await apart(server);
  await server.stop();
  return {
    ...{ bench: 'web', rows, loadAtStart, loadAtEnd: load() },
    firstChartKb: goal(kb ?? Number.NaN, (kb ?? Infinity) <= (limitKb ?? 0), '≤ 380 KB'),
    coldLoad: cold.report,
    filterChange: changes.report,
    users: { ...reportOf(throttled), unthrottled: reportOf(unthrottled), anew: reportOf(anew) },
    fromComplaints: fromFinal,
    outsideCubes: outside,
  };
});
