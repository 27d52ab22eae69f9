import type { CaseFilter, ListCasesQuery } from '@tocsin/contracts';
import type { Query } from '../../api/request.ts';
import type { FilterState } from '../filter/filter-state.ts';
import { filterQuery } from '../filter/use-filter.ts';

export type CaseMark = CaseFilter['marks'][number];
export const caseMarks = ['repeat', 'escalated', 'group'] as const satisfies readonly CaseMark[];
export type CaseOrder = ListCasesQuery['order'];
export const caseOrders = ['newest', 'oldest', 'due'] as const satisfies readonly CaseOrder[];

/** What a list of complaints says in its address beside the filter. */
export interface CasesState {
  readonly q: string;
  readonly due: string | undefined;
  readonly marks: readonly CaseMark[];
  readonly order: CaseOrder;
  /** Whenever received: the filter's period is not looked at. */
  readonly whenever: boolean;
}

const LONGEST_Q = 200;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the address; what it does not say, or says wrongly, takes its default. */
export function casesFromUrl(query: Readonly<Record<string, unknown>>): CasesState {
  const marks = text(query.marks).split(',');
  const due = text(query.due);
  return {
    q: text(query.q).trim().slice(0, LONGEST_Q),
    due: /^(open|overdue|today|later|none|t[1-9]\d?)$/.test(due) ? due : undefined,
    marks: caseMarks.filter((mark) => marks.includes(mark)),
    order: caseOrders.find((order) => order === query.order) ?? 'newest',
    whenever: query.whenever === 'true',
  };
}

/** The list as the API wants to be asked: without its order, which counts do not have. */
export const casesQuery = (filter: FilterState, { q, due, marks, whenever }: CasesState): Query => ({
  ...filterQuery(filter),
  ...{ q, due, marks },
  whenever: whenever ? true : undefined,
});

/** The words that narratives must hold. */
export const wordsOf = (q: string): string[] => q.split(/\s+/).filter((word) => word !== '');
