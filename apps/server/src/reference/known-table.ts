import { type ReferenceTable, referenceTable, referenceTables } from '@tocsin/contracts';
import type { Caller } from '../identity/caller.ts';
import { Refusal } from '../refusal.ts';

/** The table of that name. */
export function knownTable(name: string): ReferenceTable {
  const table = referenceTable(name);
  if (table !== undefined) return table;
  const names = referenceTables.map((known) => known.name);
  throw new Refusal('not-found', {
    detail: {
      zh: `没有名为 ${name} 的参考表：可用的有 ${names.join('、')}。`,
      en: `There is no reference table ${name}: there are ${names.join(', ')}.`,
    },
  });
}

/** The table, if the caller may change it: by role, and only who sees the whole company. */
export function editableTable(name: string, { role, organisations }: Caller): ReferenceTable {
  const table = knownTable(name);
  if (table.editors.includes(role) && organisations.length === 0) return table;
  throw new Refusal('not-allowed', {
    detail: {
      zh: `${table.label.zh}只能由数据管理员修改：请联系管理员。`,
      en: `${table.label.en} are changed by administrators and data operators: ask one of them.`,
    },
  });
}
