import { Injectable } from '@nestjs/common';
import type { CaseFilter } from '@tocsin/contracts';
import type { CaseQuestion, Scope } from '@tocsin/warehouse';
import { Deadlines } from '../../reference/deadlines.service.ts';
import { Trees } from '../../reference/trees.ts';
import { Today, checkPeriod } from '../figures/period.ts';
import { dueBands, dueDaysOf } from '../timeliness/due-bands.ts';

/** What a request asks of single complaints, as the warehouse wants to be asked. */
@Injectable()
export class CaseQuestions {
  constructor(
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly deadlines: Deadlines,
  ) {}

  async of(asked: CaseFilter, scope: Scope): Promise<CaseQuestion & { readonly words: readonly string[] }> {
    const { q, marks, due, asOf = this.today.day, whenever, ...filter } = asked;
    checkPeriod(filter);
    const translation = await this.trees.of(filter);
    const words = q.split(/\s+/).filter((word) => word !== '');
    const plain = { filter, scope, translation, whenever, words, marks };
    if (due === undefined) return plain;
    const { rules, holidays } = await this.deadlines.rulesOn(asOf);
    return { ...plain, open: { asOf, due: dueDaysOf(due, asOf, dueBands(asOf, rules, holidays)) } };
  }
}
