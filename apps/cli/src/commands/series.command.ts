import { GetSeries, bases, comparisons, dimensions, grains, measureIds, treeViews } from '@tocsin/contracts';
import { type Command, Option } from 'commander';
import { withConnection } from '../connection.ts';
import { type FilterOptions, addFilterOptions, dimensionOf, filterQuery } from '../filter-options.ts';
import { printJson, printText, table } from '../print.ts';

interface Options extends FilterOptions {
  readonly by: string;
  readonly measure: string;
  readonly basis: string;
  readonly split?: string;
  readonly level?: string;
  readonly top?: string;
  readonly compare?: string;
  readonly tree: string;
  readonly json: boolean;
}

/** `tocsin series`: the numbers behind any chart. */
export function addSeries(tocsin: Command): void {
  addFilterOptions(tocsin.command('series').description('a measure over time'))
    .addOption(new Option('--by <grain>', 'bucket').choices(grains).default('month'))
    .addOption(new Option('--measure <name>', 'what is counted').choices(measureIds).default('complaints'))
    .addOption(new Option('--basis <name>', 'whose count').choices(bases).default('company'))
    .option('--split <dimension>', `one series for each value of: ${dimensions.join(', ')} (coverage means line)`)
    .option('--level <n>', 'how deep a tree is split (1 is the top)')
    .option('--top <n>', 'keep the n largest and add the rest up as …')
    .addOption(
      new Option(
        '--compare <with>',
        'beside each bucket: a year or a period before, or by the Spring Festival',
      ).choices(comparisons),
    )
    .addOption(
      new Option('--tree <view>', 'by the codes of today, or of the day received').choices(treeViews).default('as-of'),
    )
    .option('--json', 'one JSON document on stdout', false)
    .action((options: Options) => withConnection((connection) => series(options, connection)));
}

async function series(options: Options, connection: { fetch(path: string): Promise<Response> }): Promise<void> {
  const query = await filterQuery(options, connection);
  for (const name of ['by', 'measure', 'basis', 'tree'] as const) query.set(name, options[name]);
  if (options.split !== undefined) query.set('split', dimensionOf(options.split));
  for (const name of ['level', 'top', 'compare'] as const)
    if (options[name] !== undefined) query.set(name, options[name]);

  const answer = await connection.fetch(`${GetSeries.path}?${query.toString()}`);
  const reply = GetSeries.reply.parse(await answer.json());
  if (options.json) return printJson(reply);
  const rows = reply.points.map(({ at, split, value, compared, complete }) => [
    split === '' ? at : `${at}  ${split}`,
    ...(options.compare === undefined ? [] : [`${compared ?? '–'} →`]),
    `${value ?? '–'}${complete === 0 ? ' (not over yet)' : ''}`,
  ]);
  return printText(table(rows));
}
