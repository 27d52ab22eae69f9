import { codeTables } from './code-tables.ts';
import { calendar, crosswalk, exposure, leading } from './company-tables.ts';
import { median, work } from './counted-works.ts';
import { caseEvent, deadlineRule } from './deadline-tables.ts';
import { target } from './target-table.ts';
import type { ReferenceTable } from './reference-table.ts';

/** Every reference table, in the order shown. */
export const referenceTables: readonly ReferenceTable[] = [
  ...codeTables,
  crosswalk,
  exposure,
  median,
  work,
  target,
  leading,
  calendar,
  deadlineRule,
  caseEvent,
];

export const referenceTable = (name: string): ReferenceTable | undefined =>
  referenceTables.find((table) => table.name === name);
