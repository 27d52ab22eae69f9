import { GetFreshness, dimensions } from '@tocsin/contracts';
import type { Command } from 'commander';
import { CommandFailure } from './command-failure.ts';

/** Which complaints a command is about, as it was asked. */
export interface FilterOptions {
  readonly where: readonly string[];
  readonly from?: string;
  readonly until?: string;
}

/** Adds `--where`, `--from` and `--until`. */
export function addFilterOptions(command: Command): Command {
  const more = (value: string, before: readonly string[]) => [...before, value];
  return command
    .option('--where <dimension=code>', 'only these (several: a,b, or again)', more, [])
    .option('--from <day>', 'first day, YYYY-MM-DD (default: the first day with data)')
    .option('--until <day>', 'day after the last (default: tomorrow)');
}

/** The filter as the API takes it. */
export async function filterQuery(
  options: FilterOptions,
  connection: { fetch(path: string): Promise<Response> },
): Promise<URLSearchParams> {
  const query = new URLSearchParams(await periodOf(options, connection));
  for (const [dimension, codes] of options.where.map(conditionOf)) query.append(dimension, codes);
  return query;
}

/** Without bounds: everything there is. */
async function periodOf({ from, until }: FilterOptions, connection: { fetch(path: string): Promise<Response> }) {
  if (from !== undefined && until !== undefined) return { from, until };
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
export function dimensionOf(name: string): string {
  const dimension = dimensions.find((one) => one === (name === 'coverage' ? 'line' : name));
  if (dimension === undefined) {
    throw new CommandFailure(`There is no dimension "${name}". There are: ${dimensions.join(', ')}.`, 2);
  }
  return dimension;
}
