import { GetLineage } from '@tocsin/contracts';
import { type Command } from 'commander';
import { withConnection } from '../connection.ts';
import { type FilterOptions, addFilterOptions, filterQuery } from '../filter-options.ts';
import { printJson, printText, table } from '../print.ts';

interface Options extends FilterOptions {
  readonly json: boolean;
}

/** `tocsin lineage`: the files and rows behind a figure. */
export function addLineage(tocsin: Command): void {
  addFilterOptions(tocsin.command('lineage').description('the imports and rows that complaints come from'))
    .option('--json', 'one JSON document on stdout', false)
    .action((options: Options) => withConnection((connection) => lineage(options, connection)));
}

async function lineage(options: Options, connection: { fetch(path: string): Promise<Response> }): Promise<void> {
  const answer = await connection.fetch(`${GetLineage.path}?${(await filterQuery(options, connection)).toString()}`);
  const reply = GetLineage.reply.parse(await answer.json());
  if (options.json) return printJson(reply);
  const rows = reply.batches.map(({ id, name, complaints, firstRow, lastRow }) => [
    name === '' ? id : `${id}  ${name}`,
    String(complaints),
    `rows ${firstRow}–${lastRow}`,
  ]);
  return printText(table([...rows, ['all', String(reply.complaints), '']]));
}
