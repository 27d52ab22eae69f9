import { readFile } from 'node:fs/promises';
import { CheckRules, type CheckRulesReply, PutRule, type RuleChange } from '@tocsin/contracts';
import { CommandFailure } from '../command-failure.ts';
import type { Connection } from '../connection.ts';

export type CheckedRule = CheckRulesReply['rules'][number];

/** What a file of rules would change. A file that is wrong anywhere fails as a whole, with the place of every fault. */
export async function checkRuleFile(path: string, connection: Connection): Promise<CheckedRule[]> {
  const answer = await connection.fetch(CheckRules.path, {
    method: CheckRules.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: await textOf(path) }),
  });
  const { rules, faults } = CheckRules.reply.parse(await answer.json());
  if (faults.length === 0) return rules;
  const lines = faults.map(({ rule, id, path: at, line, message }) => {
    const place = [`${path}${line === null ? '' : `:${line}`}`, id || (rule === 0 ? '' : `rule ${rule}`), at];
    return `  ${place.filter((part) => part !== '').join('  ')}: ${message.en}`;
  });
  throw new CommandFailure([`${path} cannot be used; nothing was changed:`, ...lines].join('\n'), 2);
}

/** Keeps one rule as its next version; refused when somebody else has changed it since the check. */
export async function putRule({ rule, version }: CheckedRule, connection: Connection): Promise<number> {
  const answer = await connection.fetch(PutRule.path.replace(':id', rule.id), {
    method: PutRule.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rule, expectedVersion: version }),
  });
  return PutRule.reply.parse(await answer.json()).rule.version;
}

/** What would change, as text: a heading for each rule and a line for each field. */
export function diffText(rules: readonly CheckedRule[]): string {
  const same = rules.filter(({ changes }) => changes.length === 0).length;
  const changed = rules.filter(({ changes }) => changes.length > 0);
  const parts = changed.map(({ rule, version, changes }) =>
    version === 0
      ? `+ ${rule.id} (new): ${rule.label.zh}\n`
      : `~ ${rule.id} (version ${version} → ${version + 1})\n${changes.map(changeLine).join('')}`,
  );
  return `${parts.join('')}${changed.length} would change, ${same} would stay as they are.\n`;
}

const changeLine = ({ path, from, to }: RuleChange) => `    ${path}: ${from ?? '–'} → ${to ?? '–'}\n`;

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new CommandFailure(`${path} cannot be read: check the path and its permissions.`, 2);
  }
}
