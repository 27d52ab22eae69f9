import { KnownIncident, ListIncidents, PutIncidents } from '@tocsin/contracts';
import type { Command } from 'commander';
import { withConnection } from '../connection.ts';
import { readIncidents } from '../rules/incident-file.ts';
import { printJson, printText, table } from '../print.ts';

interface Options {
  readonly json: boolean;
}

/** `tocsin incidents …`: what is known to have happened, and rules ought to find. */
export function addIncidents(tocsin: Command): void {
  const incidents = tocsin.command('incidents').description('what is known to have happened, for back-tests');
  const json = ['--json', 'one JSON document on stdout', false] as const;
  incidents
    .command('list')
    .description('all that are known')
    .option(...json)
    .action(list);
  incidents
    .command('put')
    .description('put the incidents of a file in place of all that came from files')
    .argument('<file>', 'CSV with id,label,from,until,slice,note (slice: region=350000|line=property.motor), or YAML')
    .option(...json)
    .action(put);
}

function list({ json }: Options): Promise<void> {
  return withConnection(async (connection) => {
    const reply = ListIncidents.reply.parse(await (await connection.fetch(ListIncidents.path)).json());
    await show(reply, json);
  });
}

function put(file: string, { json }: Options): Promise<void> {
  return withConnection(async (connection) => {
    const answer = await connection.fetch(PutIncidents.path, {
      method: PutIncidents.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ incidents: await readIncidents(file) }),
    });
    await show(PutIncidents.reply.parse(await answer.json()), json);
  });
}

const show = (reply: { readonly incidents: readonly KnownIncident[] }, json: boolean): Promise<void> =>
  json
    ? printJson(reply)
    : printText(table([['incident', 'from', 'until', 'slice', 'label'], ...reply.incidents.map(line)]));

const line = ({ id, from, until, slice, label }: KnownIncident): string[] => [
  ...[id, from, until],
  Object.entries(slice)
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join('|'),
  label.zh,
];
