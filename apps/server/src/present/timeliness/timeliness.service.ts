import { ageingBuckets, defaultDeadlineRules } from '@tocsin/calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { GetTimelinessQuery, GetTimelinessReply } from '@tocsin/contracts';
import { type OpenCount, type Scope, type Warehouse, openCounts } from '@tocsin/warehouse';
import { Deadlines } from '../../reference/deadlines.service.ts';
import { Trees } from '../../reference/trees.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { Today } from '../figures/period.ts';
import { dueBands } from './due-bands.ts';

/** Open complaints counted in every way that the page shows, by one question. */
@Injectable()
export class TimelinessService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly figures: FiguresService,
    private readonly deadlines: Deadlines,
    private readonly trees: Trees,
    private readonly today: Today,
  ) {}

  async read(query: GetTimelinessQuery, scope: Scope): Promise<GetTimelinessReply> {
    const { asOf = this.today.day, level, limit, ...filter } = query;
    const { rules, holidays } = await this.deadlines.rulesOn(asOf);
    const bands = dueBands(asOf, rules, holidays);
    const ends = rules?.ageing ?? defaultDeadlineRules[0]?.ageing ?? [];
    const translation = await this.trees.of(filter);
    const question = openCounts({ filter, scope, translation, asOf, bands, ageing: ends, level });
    const [rows, provenance] = await Promise.all([this.warehouse.rows(question), this.figures.provenanceOf(question)]);
    const of = (part: OpenCount['part']) => rows.filter((row) => row.part === part);
    const openOf = (part: OpenCount['part'], code: string) => of(part).find((row) => row.code === code)?.open ?? 0;
    const names = ['overdue', ...bands.map(({ band }) => band), 'later', 'none'];
    return {
      asOf,
      open: of('band').reduce((sum, { open }) => sum + open, 0),
      warnAt: [...(rules?.warnAt ?? [])],
      bands: names.map((band) => ({ band, count: openOf('band', band) })),
      by: { source: openOf('by', 'source'), rules: openOf('by', 'rules') },
      ageing: ageingBuckets(ends).map((bucket, index) => {
        const { open = 0, overdue = 0 } = of('age').find(({ code }) => code === String(index)) ?? {};
        return { ...bucket, open, overdue };
      }),
      stages: of('stage').map(counts),
      organisations: of('organisation').slice(0, limit).map(counts),
      departments: of('department').slice(0, limit).map(counts),
      provenance,
    };
  }
}

const counts = ({ code, open, overdue, nearDue }: OpenCount) => ({ code, open, overdue, nearDue });
