import { Injectable } from '@nestjs/common';
import { type ExportInput, GetBreakdown, GetSeries, ListCases } from '@tocsin/contracts';
import { type Query, type Scope, breakdown, caseTable, series } from '@tocsin/warehouse';
import type { z } from 'zod';
import { Trees } from '../../reference/trees.ts';
import { Refusal } from '../../refusal.ts';
import { CaseQuestions } from '../cases/case-questions.ts';
import { DaysOfData } from '../days-of-data.ts';
import { comparable } from '../figures/comparable.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { checkPeriod, Today } from '../figures/period.ts';
import { compareWith } from '../series/compare-with.ts';

/** A list is written whole; so many rows no company has. */
const ALL = 2 ** 32 - 1;

/** The table behind each kind of export: the same question as its endpoint asks, for a scope. One more kind: one more entry. */
@Injectable()
export class ExportQueries {
  readonly #of: Readonly<Record<ExportInput['kind'], (query: string, scope: Scope) => Promise<Query<unknown>>>>;

  constructor(
    private readonly trees: Trees,
    private readonly today: Today,
    private readonly caseQuestions: CaseQuestions,
    private readonly deliveries: Deliveries,
    private readonly days: DaysOfData,
  ) {
    this.#of = {
      series: (query, scope) => this.#series(parsed(GetSeries.query, query), scope),
      breakdown: (query, scope) => this.#breakdown(parsed(GetBreakdown.query, query), scope),
      cases: (query, scope) => this.#cases(parsed(ListCases.query, query), scope),
    };
  }

  /** Refuses a query that its endpoint would refuse. */
  of({ kind, query }: Pick<ExportInput, 'kind' | 'query'>, scope: Scope): Promise<Query<unknown>> {
    return this.#of[kind](query, scope);
  }

  async #series(asked: z.output<typeof GetSeries.query>, scope: Scope): Promise<Query<unknown>> {
    const { measure, by, split, level, top, compare, ...filter } = asked;
    checkPeriod(filter);
    const [translation, { delivered }, covered] = await Promise.all([
      this.trees.of(filter),
      this.deliveries.now(),
      this.days.now(),
    ]);
    return series({
      ...{ measure, filter, scope, by, split, level, top, translation, covered, delivered, today: this.today.day },
      compare: compareWith(compare, filter, by),
    });
  }

  async #breakdown(asked: z.output<typeof GetBreakdown.query>, scope: Scope): Promise<Query<unknown>> {
    const { measure, by, level, limit, ...filter } = asked;
    checkPeriod(filter);
    const { elapsed, ...comparisons } = comparable(filter, this.today.day);
    const [translation, covered] = await Promise.all([this.trees.of(filter), this.days.now()]);
    return breakdown({
      ...{ measure, scope, by, level, limit, comparisons, translation, covered, today: this.today.day },
      filter: { ...filter, ...elapsed },
    });
  }

  async #cases(asked: z.output<typeof ListCases.query>, scope: Scope): Promise<Query<unknown>> {
    const { order, after: _after, limit: _limit, columns, ...filter } = asked;
    const question = await this.caseQuestions.of(filter, scope);
    return caseTable({ ...question, order, limit: ALL, columns });
  }
}

function parsed<Shape extends z.ZodType>(shape: Shape, query: string): z.output<Shape> {
  const result = shape.safeParse(Object.fromEntries(new URLSearchParams(query)));
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({ path: `query.${path.join('.')}`, message }));
  throw new Refusal('invalid-request', {
    detail: {
      zh: `导出的查询有误，请更正：${errors.map(({ path }) => path).join('、')}。`,
      en: `The query of the export is not valid; correct: ${errors.map(({ path }) => path).join(', ')}.`,
    },
    errors,
  });
}
