import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import {
  type GetFacetsQuery,
  type GetFacetsReply,
  type ListCasesQuery,
  type ListCasesReply,
  dimensions,
} from '@tocsin/contracts';
import {
  type CaseListQuestion,
  type CaseRecord,
  type Scope,
  type Warehouse,
  caseTable,
  countCases,
  facet,
  listCases,
} from '@tocsin/warehouse';
import type { FastifyReply } from 'fastify';
import { WAREHOUSE } from '../../tokens.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { formatFor } from '../figures/format.ts';
import { Today } from '../figures/period.ts';
import { cursorOf, placeOf } from './case-cursor.ts';
import { CaseQuestions } from './case-questions.ts';
import { snippet } from './snippet.ts';

/** Lists of complaints, and how many of each value they have. */
@Injectable()
export class CasesService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly figures: FiguresService,
    private readonly questions: CaseQuestions,
    private readonly today: Today,
  ) {}

  async list(
    { order, after, limit, columns, ...asked }: ListCasesQuery,
    scope: Scope,
    accept: string | undefined,
    reply: FastifyReply,
  ): Promise<ListCasesReply | StreamableFile> {
    const place = after === undefined ? undefined : placeOf(order, after);
    const question = { ...(await this.questions.of(asked, scope)), order, after: place, limit };
    if (formatFor(accept) === 'json') return this.#page(question, asked.asOf);
    const names = columns.length === 0 ? undefined : columns;
    return this.figures.answer(accept, caseTable({ ...question, columns: names }), reply, () => never());
  }

  async facets({ of, limit, ...asked }: GetFacetsQuery, scope: Scope): Promise<GetFacetsReply> {
    const question = await this.questions.of(asked, scope);
    const names = of.length === 0 ? dimensions : of;
    const queries = names.map((name) => facet({ ...question, name, limit }));
    const [values, provenance] = await Promise.all([
      Promise.all(queries.map((query) => this.warehouse.rows(query))),
      this.figures.provenanceOf(...queries),
    ]);
    return { facets: names.map((name, index) => ({ name, values: values[index] ?? [] })), provenance };
  }

  async #page(
    question: CaseListQuestion & { readonly words: readonly string[] },
    asOf?: string,
  ): Promise<ListCasesReply> {
    const query = listCases({ ...question, limit: question.limit + 1 });
    const [rows, { total }, provenance] = await Promise.all([
      this.warehouse.rows(query),
      this.warehouse.one(countCases(question)),
      this.figures.provenanceOf(query),
    ]);
    const cases = rows.slice(0, question.limit);
    const last = rows.length > question.limit ? cases.at(-1) : undefined;
    return {
      cases: cases.map((row) => shown(row, question.words)),
      total,
      next: last === undefined ? null : cursorOf(question.order, last),
      asOf: asOf ?? this.today.day,
      provenance,
    };
  }
}

const shown = ({ rank: _, ...row }: CaseRecord, words: readonly string[]) => ({
  ...row,
  narrative: snippet(row.narrative, words),
});

const never = (): never => {
  throw new Error('JSON is answered by the page');
};
