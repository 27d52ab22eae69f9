import type { AnyRule, RuleChange, RuleDraft } from '@tocsin/contracts';

/** What is no part of what somebody wrote. */
const BOOKKEEPING = ['version', 'removed'];

/** A kept rule as it would be written. */
export function draftOf({ version: _, removed: __, ...draft }: AnyRule): RuleDraft {
  return draft as RuleDraft;
}

/**
 * The fields that differ, by path; lists are compared as wholes. Values are compact JSON, null where one side has none. A
 * rule that was not there before is one change, at its top.
 */
export function ruleChanges(before: object | undefined, after: object): RuleChange[] {
  if (before === undefined) return [{ path: '', from: null, to: JSON.stringify(leavesToObject(after)) }];
  const [was, is] = [leaves(before), leaves(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path) => {
    const [from, to] = [was.get(path) ?? null, is.get(path) ?? null];
    return from === to ? [] : [{ path, from, to }];
  });
}

function leaves(value: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    if (part === undefined || (prefix === '' && BOOKKEEPING.includes(key))) continue;
    const path = `${prefix}${key}`;
    const isBranch = typeof part === 'object' && part !== null && !Array.isArray(part);
    if (isBranch) for (const [below, text] of leaves(part, `${path}.`)) found.set(below, text);
    else found.set(path, JSON.stringify(part));
  }
  return found;
}

const leavesToObject = (rule: object) =>
  Object.fromEntries(Object.entries(rule).filter(([key]) => !BOOKKEEPING.includes(key)));
