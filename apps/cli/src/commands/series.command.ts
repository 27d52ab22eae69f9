import { GetSeries, bases, dimensions, grains, measureIds } from '@tocsin/contracts';
import { type Command, Option } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { withConnection } from '../connection.ts';
import { printJson, printText, table } from '../print.ts';

interface Options {
  readonly by: string;
  readonly measure: string;
  readonly basis: string;
  readonly split?: string;
  readonly level?: string;
  readonly top?: string;
  readonly where: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly json: boolean;
}

/** `tocsin series`: the numbers behind any chart. */
export function addSeries(tocsin: Command): void {
  const more = (value: string, before: readonly string[]) => [...before, value];
  tocsin
    .command('series')
    .description('a measure over time')
    .addOption(new Option('--by <grain>', 'bucket').choices(grains).default('month'))
    .addOption(new Option('--measure <name>', 'what is counted').choices(measureIds).default('complaints'))
    .addOption(new Option('--basis <name>', 'whose count').choices(bases).default('company'))
    .option('--split <dimension>', `one series for each value of: ${dimensions.join(', ')} (coverage means line)`)
    .option('--level <n>', 'how deep a tree is split (1 is the top)')
    .option('--top <n>', 'keep the n largest and add the rest up as …')
    .option('--where <dimension=code>', 'only these (several: a,b, or again)', more, [])
    .option('--from <day>', 'first day, YYYY-MM-DD (default: the first day with data)')
    .option('--until <day>', 'day after the last (default: tomorrow)')
    .option('--json', 'one JSON document on stdout', false)
    .action((options: Options) => withConnection((connection) => series(options, connection)));
}

async function series(options: Options, connection: { fetch(path: string): Promise<Response> }): Promise<void> {
  const period = await periodOf(options, connection);
  const query = new URLSearchParams({ ...period, by: options.by, measure: options.measure, basis: options.basis });
  if (options.split !== undefined) query.set('split', dimensionOf(options.split));
  for (const name of ['level', 'top'] as const) if (options[name] !== undefined) query.set(name, options[name]);
  for (const [dimension, codes] of options.where.map(conditionOf)) query.append(dimension, codes);

  const answer = await connection.fetch(`${GetSeries.path}?${query.toString()}`);
  const reply = GetSeries.reply.parse(await answer.json());
  if (options.json) return printJson(reply);
  const rows = reply.points.map(({ at, split, value, complete }) => [
    split === '' ? at : `${at}  ${split}`,
    `${value ?? '–'}${complete === 0 ? ' (not over yet)' : ''}`,
  ]);
  return printText(table(rows));
}

/** Without bounds: everything there is. */
async function periodOf({ from, until }: Options, connection: { fetch(path: string): Promise<Response> }) {
  if (from !== undefined && until !== undefined) return { from, until };
  const { GetFreshness } = await import('@tocsin/contracts');
  const freshness = GetFreshness.reply.parse(await (await connection.fetch(GetFreshness.path)).json());
  const tomorrow = new Date(Date.parse(`${freshness.today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { from: from ?? freshness.firstDay ?? freshness.today, until: until ?? tomorrow };
}

function conditionOf(text: string): [string, string] {
  const [name = '', ...codes] = text.split('=');
  if (codes.length === 0) throw new CommandFailure(`--where takes dimension=code, not "${text}".`, 2);
  return [dimensionOf(name), codes.join('=')];
}

/** `coverage` is what insurers elsewhere call the line of business. */
function dimensionOf(name: string): string {
  const dimension = dimensions.find((one) => one === (name === 'coverage' ? 'line' : name));
  if (dimension === undefined) {
    throw new CommandFailure(`There is no dimension "${name}". There are: ${dimensions.join(', ')}.`, 2);
  }
  return dimension;
}
