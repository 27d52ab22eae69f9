import { writeFile } from 'node:fs/promises';
import { ExportRules, ListRules, type RuleSummary } from '@tocsin/contracts';
import type { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { type Connection, withConnection } from '../connection.ts';
import { printJson, printText, table } from '../print.ts';
import { ask } from '../rules/ask.ts';
import { checkRuleFile, diffText, putRule } from '../rules/rule-file.ts';

interface Options {
  readonly json: boolean;
}

/** `tocsin rules …`: what is watched, as files that can be kept, compared, reviewed and put back. */
export function addRules(tocsin: Command): void {
  const rules = tocsin.command('rules').description('what is watched: rules as YAML files');
  const json = ['--json', 'one JSON document on stdout', false] as const;
  rules
    .command('list')
    .description('every rule, with what it costs to listen to it')
    .option(...json)
    .action(list);
  rules
    .command('show')
    .description('rules as YAML')
    .argument('<id...>')
    .action((ids: string[]) => withConnection(async (connection) => printText(await yamlOf(connection, ids))));
  rules
    .command('export')
    .description('all rules as YAML, to be kept beside the code')
    .option('--output <file>', 'into this file instead of stdout')
    .action(exportAll);
  rules
    .command('diff')
    .description('what a file would change; changes nothing')
    .argument('<file>', 'YAML with one rule or many')
    .option(...json)
    .action(diff);
  rules
    .command('apply')
    .description('keep the rules of a file; rules that are not in it stay as they are')
    .argument('<file>', 'YAML with one rule or many')
    .option('--yes', 'do not ask', false)
    .option(...json)
    .action(apply);
}

function list({ json }: Options): Promise<void> {
  return withConnection(async (connection) => {
    const reply = ListRules.reply.parse(await (await connection.fetch(ListRules.path)).json());
    if (json) return printJson(reply);
    const heading = ['rule', 'kind', 'version', 'on', 'by', 'false a week', 'open', 'label'];
    return printText(table([heading, ...reply.rules.map(line)]));
  });
}

const line = ({ rule, by, expectedFalsePerWeek, openWarnings }: RuleSummary): string[] => [
  ...[rule.id, rule.kind, `v${rule.version}`, rule.enabled ? 'on' : 'off', by],
  ...[expectedFalsePerWeek === null ? '–' : String(expectedFalsePerWeek), String(openWarnings), rule.label.zh],
];

async function yamlOf(connection: Connection, ids: readonly string[]): Promise<string> {
  const query = new URLSearchParams(ids.map((id): [string, string] => ['id', id]));
  return (await connection.fetch(`${ExportRules.path}?${query.toString()}`)).text();
}

function exportAll({ output }: { readonly output?: string }): Promise<void> {
  return withConnection(async (connection) => {
    const text = await yamlOf(connection, []);
    await (output === undefined ? printText(text) : writeFile(output, text));
  });
}

function diff(file: string, { json }: Options): Promise<void> {
  return withConnection(async (connection) => {
    const rules = await checkRuleFile(file, connection);
    await (json ? printJson({ rules }) : printText(diffText(rules)));
  });
}

function apply(file: string, { yes, json }: Options & { readonly yes: boolean }): Promise<void> {
  return withConnection(async (connection) => {
    const rules = await checkRuleFile(file, connection);
    const changed = rules.filter(({ changes }) => changes.length > 0);
    if (!json) await printText(diffText(rules));
    if (changed.length > 0 && !yes && !(await ask(`Keep ${changed.length} changed rules?`)))
      throw new CommandFailure('Nothing was changed: answer y, or give --yes.');
    const kept: { id: string; version: number }[] = [];
    for (const one of changed) kept.push({ id: one.rule.id, version: await putRule(one, connection) });
    await (json
      ? printJson({ kept })
      : printText(kept.map(({ id, version }) => `${id} is kept as version ${version}.\n`).join('')));
  });
}
