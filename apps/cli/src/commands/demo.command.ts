import process from 'node:process';
import { type Command, InvalidArgumentError } from 'commander';
import { type Connection, over } from '../connection.ts';
import { DEMO_ACCOUNT, openDemoAccount } from '../demo/demo-account.ts';
import { type DemoFile, readDemoFile, writeDemoFile } from '../demo/demo-file.ts';
import { importCompany } from '../demo/company-import.ts';
import { printJson, printText } from '../print.ts';

interface Options {
  readonly rows: number;
  readonly seed: number;
  readonly json: boolean;
}

const MONTHS = 26;
/** Warnings are found for the last year: the months before it are what they are compared with. */
const WATCHED_MONTHS = 12;

/** `tocsin demo`: an invented insurer, brought in through the real pipeline, and the server on top of it. */
export function addDemo(tocsin: Command): void {
  tocsin
    .command('demo')
    .description('an invented insurer with two years of complaints, in a data directory of its own')
    .option('--rows <n>', 'about how many complaints', wholeNumber, 60_000)
    .option('--seed <n>', 'equal seeds make equal companies', wholeNumber, 7)
    .option('--json', 'print address and password as one JSON document', false)
    .action((options: Options) => demo(options));
}

async function demo({ rows, seed, json }: Options): Promise<void> {
  const { createServer, dayIn, readableSecret, stopOnSignal } = await import('@tocsin/server');
  const ownDirectory = process.env['TOCSIN_DATA'] ? {} : { dataDirectory: './data/demo' };
  const server = await createServer(ownDirectory, { quiet: true });
  stopOnSignal(server);
  const connection = over(server.url, server.localToken, () => server.stop());
  try {
    const until = dayIn(server.config.timeZone, new Date());
    const wanted = { seed, rows, from: monthsBefore(until, MONTHS), until };
    if (readDemoFile(server.config.dataDirectory) === undefined) {
      server.pipeline.lookBackTo = monthsBefore(until, WATCHED_MONTHS);
      await fill(wanted, connection);
      server.pipeline.lookBackTo = undefined;
      writeDemoFile(server.config.dataDirectory, wanted);
    }
    const password = readableSecret(3);
    await openDemoAccount(connection, password);
    await announce(server.url, password, json);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Makes the company and brings it in; the import ends when warnings are found. Safe to repeat after it was broken off. */
async function fill(demo: DemoFile, connection: Connection): Promise<void> {
  const { createCompany } = await import('@tocsin/synthetic');
  const start = performance.now();
  say(`Making an insurer with about ${demo.rows.toLocaleString('en')} complaints, ${demo.from} to ${demo.until} …`);
  const company = createCompany({ seed: demo.seed, complaints: demo.rows, from: demo.from, until: demo.until });
  const { rows } = await importCompany(company, connection);
  say(`${rows.toLocaleString('en')} rows are in and looked at after ${secondsSince(start)}.`);
}

async function announce(url: string, password: string, json: boolean): Promise<void> {
  if (json) return printJson({ url, name: DEMO_ACCOUNT, password });
  await printText(
    `\nTocsin 诉警 is at   ${url}\nSign in as        ${DEMO_ACCOUNT}\nwith password     ${password}\n\nCtrl+C ends it; the data stay for the next time.\n`,
  );
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const secondsSince = (startMs: number) => `${((performance.now() - startMs) / 1000).toFixed(1)} s`;

/** The first day of the month so many months before a day's. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number, 1 or more');
  return value;
}
