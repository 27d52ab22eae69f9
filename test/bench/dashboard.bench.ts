/**
 * The overview's questions on companies of growing size over the same 24 months, and against PostgreSQL and DuckDB
 * over the same rows in the same run.
 *
 *   npm run bench -- dashboard [--rows 1000000,10000000] [--runs 25] [--postgres no] [--duckdb no] [--keep DIR]
 *
 * With --keep the largest warehouse stays in that directory, for `latency --stored DIR`.
 *
 * Goals: growth from the first to the last size at the median ≤ 1.5; at the median ≥ 20 times as fast as PostgreSQL and
 * ≥ 1 time as fast as DuckDB. Times are of whole answers as the server gets them: over HTTP and parsed by their schema
 * here, over a socket there, in this process for DuckDB. Ours is measured alone, then theirs, one query at a time.
 */
import { join } from 'node:path';
import type { Warehouse } from '@tocsin/warehouse';
import { companyOf } from './load/company.ts';
import { openDuckDb } from './load/duckdb.ts';
import { openEmbedded } from './load/embedded.ts';
import type { OtherDatabase } from './load/other-database.ts';
import { openPostgres } from './load/postgres.ts';
import { exposuresOf, storeCompany } from './load/stored-company.ts';
import { median, round, sample, say, timed } from './measure/timing.ts';
import { bench, option, temporaryDirectory } from './measure/workspace.ts';
import { overview } from './questions/overview.ts';
import { difference } from './questions/same-answer.ts';

const sizes = option('rows', '1000000,10000000').split(',').map(Number);
const runs = Number(option('runs', '25'));
const BUDGET_MS = 20_000;

interface Answer {
  readonly question: string;
  readonly answeredBy: string;
  readonly ms: number;
  /** Median milliseconds of each other database. */
  readonly others: Record<string, number>;
}

async function ask(warehouse: Warehouse, others: readonly OtherDatabase[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const question of overview) {
    const ms = median(await sample(() => warehouse.rows(question.ours), runs, BUDGET_MS));
    const ours = (await warehouse.rows(question.ours)) as Record<string, unknown>[];
    const theirs: Record<string, number> = {};
    for (const other of others) {
      const wrong = difference(question, ours, await other.rows(question.sql));
      if (wrong !== undefined) throw new Error(`${other.name} answers otherwise. ${wrong}`);
      theirs[other.name] = median(await sample(() => other.rows(question.sql), runs, BUDGET_MS));
    }
    say(`  ${question.name}: ${round(ms)} ms ${JSON.stringify(theirs)}`);
    answers.push({ question: question.name, answeredBy: question.ours.answeredBy ?? '', ms, others: theirs });
  }
  return answers;
}

async function measure(size: number) {
  say(`${size.toLocaleString('en')} rows`);
  const company = companyOf(size);
  const file = join(temporaryDirectory('cases'), 'cases.tsv');
  const kept = size === sizes.at(-1) ? option('keep', '') : '';
  const { warehouse, close } = await openEmbedded(kept === '' ? undefined : kept);
  const { value: rows, seconds } = await timed(() => storeCompany(warehouse, company, file));
  const others: OtherDatabase[] = [];
  const exposure = exposuresOf(company);
  if (option('postgres', 'yes') !== 'no') others.push(await openPostgres(file, exposure));
  if (option('duckdb', 'yes') !== 'no') others.push(await openDuckDb(file, exposure));
  const answers = await ask(warehouse, others);
  await close();
  return { rows, loadSeconds: round(seconds, 1), answers };
}

await bench(async () => {
  const measured = [];
  for (const size of sizes) measured.push(await measure(size));
  const first = measured[0]?.answers ?? [];
  const last = measured.at(-1)?.answers ?? [];
  const growth = last.map(({ ms }, index) => ms / (first[index]?.ms ?? Number.NaN));
  const ratioTo = (name: string): number => median(last.map(({ ms, others }) => (others[name] ?? Number.NaN) / ms));
  return {
    bench: 'dashboard',
    sizes: measured.map(({ rows, loadSeconds, answers }) => ({
      rows,
      loadSeconds,
      medianMs: round(median(answers.map(({ ms }) => ms))),
      questions: answers.map(({ question, answeredBy, ms, others }) => ({
        question,
        answeredBy,
        ms: round(ms),
        ...Object.fromEntries(
          Object.entries(others).flatMap(([name, theirs]) => [
            [`${name} ms`, round(theirs)],
            [`${name} ratio`, round(theirs / ms, 1)],
          ]),
        ),
      })),
    })),
    growthAtMedian: { value: round(median(growth)), goal: '≤ 1.5', met: median(growth) <= 1.5 },
    ...Object.fromEntries(
      Object.keys(last[0]?.others ?? {}).map((name) => {
        const goal = name.startsWith('PostgreSQL') ? 20 : 1;
        return [
          `timesAsFastAs ${name}`,
          { value: round(ratioTo(name), 1), goal: `≥ ${goal}`, met: ratioTo(name) >= goal },
        ];
      }),
    ),
  };
});
