import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { GetReference, ListReference, PostReference, ReferenceOutcome, referenceTables } from '@tocsin/contracts';
import type { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { withConnection } from '../connection.ts';
import { printJson, printText, table as columns } from '../print.ts';

interface PutOptions {
  readonly replace: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** `tocsin reference list|get|put`: what a company keeps beside its complaints, through the same doors as the page. */
export function addReference(tocsin: Command): void {
  const names = referenceTables.map(({ name }) => name).join(', ');
  const reference = tocsin.command('reference').description('organisation tree, codes, crosswalks, denominators …');
  reference
    .command('list')
    .description('every table with its rows, newest version and how far it reaches')
    .option('--json', 'one JSON document on stdout', false)
    .action(({ json }: { json: boolean }) => list(json));
  reference
    .command('get')
    .description('a table as CSV')
    .argument('<table>', names)
    .option('--version <n>', 'as it was at this version')
    .option('--as-of <day>', 'as it was known at the end of this day')
    .option('--output <file>', 'into this file instead of stdout')
    .action((name: string, options: { version?: string; asOf?: string; output?: string }) => get(name, options));
  reference
    .command('put')
    .description('bring a file (CSV, XLSX, Parquet …) into a table; the rows it does not name stay')
    .argument('<table>', names)
    .argument('<file>')
    .option('--replace', 'the rows it does not name go', false)
    .option('--dry-run', 'only say what would change; store nothing', false)
    .option('--json', 'one JSON document on stdout', false)
    .action((name: string, file: string, options: PutOptions) => put(name, file, options));
}

function list(json: boolean): Promise<void> {
  return withConnection(async (connection) => {
    const reply = ListReference.reply.parse(await (await connection.fetch(ListReference.path)).json());
    if (json) return printJson(reply);
    const rows = reply.tables.map(({ table, rows: count, newest, reaches }) => [
      table,
      count.toLocaleString('en'),
      newest === null ? '–' : `v${newest.version}`,
      reaches ?? '',
    ]);
    return printText(columns([['table', 'rows', 'version', 'reaches'], ...rows]));
  });
}

function get(name: string, { version, asOf, output }: { version?: string; asOf?: string; output?: string }) {
  return withConnection(async (connection) => {
    const query = new URLSearchParams({ ...(version && { version }), ...(asOf && { asOf }) });
    const path = `${at(GetReference.path, name)}?${query.toString()}`;
    const text = await (await connection.fetch(path, { headers: { accept: 'text/csv' } })).text();
    await (output === undefined ? printText(text) : writeFile(output, `\uFEFF${text}`));
  });
}

function put(name: string, file: string, { replace, dryRun, json }: PutOptions): Promise<void> {
  return withConnection(async (connection) => {
    const mode = replace ? 'replace' : 'merge';
    const query = new URLSearchParams({ mode, name: basename(file), dryRun: String(dryRun) });
    const answer = await connection.fetch(`${at(PostReference.path, name)}?${query.toString()}`, {
      method: PostReference.method,
      headers: { 'content-type': 'application/octet-stream' },
      body: await readFile(file),
    });
    const outcome = ReferenceOutcome.parse(await answer.json());
    await (json ? printJson(outcome) : printText(summary(outcome)));
    if (outcome.dryRun && !dryRun) {
      throw new CommandFailure(
        'Nothing was stored: a replacement must not have a refused row. Mend the file and retry.',
      );
    }
  });
}

const at = (path: string, name: string): string => path.replace(':table', encodeURIComponent(name));

function summary({ added, changed, unchanged, removed, rejected, marked, version, dryRun }: ReferenceOutcome): string {
  const remarks = (rows: ReferenceOutcome['rejected']) =>
    rows.map(({ row, sentence }) => `  row ${row}: ${sentence.en}`);
  const lines = [
    `${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed, ${rejected.length} refused`,
    ...remarks(rejected),
    ...(marked.length > 0 ? [`${marked.length} remarks`, ...remarks(marked)] : []),
    dryRun ? 'Nothing was stored.' : `The table is at version ${version}.`,
  ];
  return `${lines.join('\n')}\n`;
}
