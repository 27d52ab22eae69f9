import { existsSync } from 'node:fs';
import process from 'node:process';
import {
  Backtest,
  type BacktestOutcome,
  CancelBacktest,
  CreateBacktest,
  GetBacktest,
  type RuleVariant,
} from '@tocsin/contracts';
import { type Command, InvalidArgumentError } from 'commander';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFailure } from '../command-failure.ts';
import { type Connection, withConnection } from '../connection.ts';
import { printJson, printText, table } from '../print.ts';
import { checkRuleFile } from '../rules/rule-file.ts';
import { variantOf } from '../rules/variant-text.ts';

interface Options {
  readonly rule: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly alternative: readonly RuleVariant[];
  readonly budget?: number;
  readonly json: boolean;
}

const LOOK_EVERY_MS = 300;

/** `tocsin backtest`: what rules would have done, with what was known then. */
export function addBacktest(tocsin: Command): void {
  const every =
    <T>(read: (text: string) => T) =>
    (text: string, before: readonly T[]) => [...before, read(text)];
  tocsin
    .command('backtest')
    .description('what rules would have done on the company’s own past, as it was known then')
    .requiredOption(
      '--rule <id|file>',
      'a rule by its id (id@version), or a YAML file; may be repeated',
      every(String),
      [],
    )
    .requiredOption('--from <day>', 'first day, 2026-01-01')
    .requiredOption('--until <day>', 'the day after the last')
    .option(
      '--alternative <changes>',
      'fields to try otherwise, detector.alpha=0.0001,minCount=5; may be repeated',
      every(variant),
      [],
    )
    .option('--budget <n>', 'warnings a week that may be: settings are suggested for it', number)
    .option('--json', 'one JSON document on stdout', false)
    .action((options: Options) => withConnection((connection) => backtest(options, connection)));
}

async function backtest(
  { rule, from, until, alternative, budget, json }: Options,
  connection: Connection,
): Promise<void> {
  const rules = (await Promise.all(rule.map((one) => named(one, connection)))).flat();
  const body = { rules, from, until, alternatives: alternative, budgetPerWeek: budget };
  const made = await send(CreateBacktest.path, connection, body);
  const cancel = () => void send(CancelBacktest.path.replace(':id', made.id), connection, {}).catch(() => undefined);
  process.once('SIGINT', cancel);
  const done = await over(made.id, connection).finally(() => process.off('SIGINT', cancel));
  if (done.state !== 'done') throw new CommandFailure(done.error?.en ?? `The back-test was ${done.state}.`);
  await (json ? printJson(done) : printText(report(done)));
}

/** Drafts of a file, or one rule by its id. */
async function named(text: string, connection: Connection) {
  if (existsSync(text)) return (await checkRuleFile(text, connection)).map(({ rule }) => ({ draft: rule }));
  const [id = '', version] = text.split('@');
  return [version === undefined ? { id } : { id, version: Number(version) }];
}

async function over(id: string, connection: Connection): Promise<Backtest> {
  for (;;) {
    const answer = await connection.fetch(GetBacktest.path.replace(':id', id));
    const found = GetBacktest.reply.parse(await answer.json());
    if (found.finishedAt !== null) return found;
    if (process.stderr.isTTY) process.stderr.write(`\r${Math.floor(100 * found.progress)} %  `);
    await sleep(LOOK_EVERY_MS);
  }
}

async function send(path: string, connection: Connection, body: object): Promise<Backtest> {
  const headers = { 'content-type': 'application/json' };
  const answer = await connection.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return Backtest.parse(await answer.json());
}

function report({ outcomes, notes }: Backtest): string {
  const heading = ['rule', 'a week', 'false', 'blue', 'yellow', 'orange', 'red', 'caught', 'days late'];
  const troubles = outcomes.flatMap(({ trouble, ...one }) =>
    trouble === null ? [] : [`${nameOf(one)}: ${trouble.en}\n`],
  );
  const suggestions = outcomes.flatMap((one) => (one.suggested === null ? [] : [suggestionText(one, one.suggested)]));
  const tried = outcomes.filter(({ trouble }) => trouble === null);
  return [table([heading, ...tried.map(line)]), ...troubles, ...suggestions, ...notes.map(({ en }) => `${en}\n`)].join(
    '',
  );
}

const nameOf = ({ ruleId, version, variant }: Pick<BacktestOutcome, 'ruleId' | 'version' | 'variant'>): string =>
  [version === 0 ? `${ruleId} (draft)` : `${ruleId}@${version}`, variant === null ? '' : textOf(variant)]
    .join(' ')
    .trim();

const textOf = (one: RuleVariant): string =>
  Object.entries(one)
    .map(([path, value]) => `${path}=${value}`)
    .join(',');

function line(one: BacktestOutcome): string[] {
  const { blue, yellow, orange, red } = one.byLevel;
  const late = one.incidents.flatMap(({ delayDays }) => (delayDays === null ? [] : [delayDays]));
  const mean = late.length === 0 ? '–' : (late.reduce((sum, days) => sum + days, 0) / late.length).toFixed(1);
  const caught = one.incidents.length === 0 ? '–' : `${late.length}/${one.incidents.length}`;
  return [
    nameOf(one),
    String(one.perWeek),
    String(one.falsePerWeek ?? '–'),
    ...[blue, yellow, orange, red].map(String),
    caught,
    mean,
  ];
}

const suggestionText = (
  one: BacktestOutcome,
  { variant: setting, because }: NonNullable<BacktestOutcome['suggested']>,
) => `${nameOf(one)} → ${textOf(setting) || 'as it is'}: ${because.en}\n`;

const number = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('a number above 0');
  return value;
};

function variant(text: string): RuleVariant {
  const read = variantOf(text);
  if (read === undefined) throw new InvalidArgumentError('write detector.alpha=0.0001, several with commas between');
  return read;
}
