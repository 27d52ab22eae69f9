import { Inject, Injectable } from '@nestjs/common';
import {
  type Basis,
  ComplaintFilter,
  type CountId,
  type GetTargetsQuery,
  type GetTargetsReply,
  type MeasureId,
  type Sentence,
  countIds,
  isAdditive,
  measures,
} from '@tocsin/contracts';
import { yearEnd } from '@tocsin/detection';
import { type Scope, type Warehouse, figuresByPeriod, referenceRows } from '@tocsin/warehouse';
import { Trees } from '../../reference/trees.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { DaysOfData } from '../days-of-data.ts';
import { ExpectationsService } from '../expectation/expectations.service.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { Today } from '../figures/period.ts';
import { type YearSoFar, yearSoFar } from './year-so-far.ts';

type Target = GetTargetsReply['targets'][number];
type Entered = Pick<Target, 'measure' | 'basis' | 'organisation' | 'region' | 'target' | 'note'>;

const NOT_FORECAST: Sentence = {
  zh: '只有件数类指标有年末预测',
  en: 'Only numbers of cases are forecast',
};
const TOO_SHORT: Sentence = {
  zh: '历史不足一年，暂无年末预测',
  en: 'There is less than a year of history to forecast from',
};
const NOT_BEGUN: Sentence = { zh: '本年度还没有完整的数据日', en: 'No whole day of this year has data yet' };

/** What was entered as a year's targets, what has come of it, and where each count will end. */
@Injectable()
export class TargetsService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly figures: FiguresService,
    private readonly expectations: ExpectationsService,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly dataDays: DaysOfData,
  ) {}

  async read(asked: GetTargetsQuery, scope: Scope): Promise<GetTargetsReply> {
    const year = asked.year ?? Number(this.today.day.slice(0, 4));
    const { firstDay, lastDay } = await this.dataDays.now();
    const days = yearSoFar(year, this.today.day, lastDay);
    const targets = await this.#entered(year, asked, scope);
    const told: Target[] = [];
    for (const target of targets) told.push(await this.#told(target, days, firstDay ?? days.year.from, scope));
    const provenance = await this.figures.provenanceOfQuestion({ ...asked, year, scope: scope.organisations });
    return { year, ...days.sofar, timeShare: days.timeShare, targets: told, provenance };
  }

  /** The targets of exactly this slice, in the order of the catalogue. */
  async #entered(year: number, asked: GetTargetsQuery, scope: Scope): Promise<Entered[]> {
    const [own, ...others] = scope.organisations;
    const organisation = asked.organisation === '' && others.length === 0 ? (own ?? '') : asked.organisation;
    const rows = await this.warehouse.rows(referenceRows({ table: 'target', scope }));
    const found = rows.flatMap(({ cells }): Entered[] => {
      const measure = cells['measure'] as MeasureId;
      const isAsked =
        cells['year'] === String(year) &&
        (cells['organisation'] ?? '') === organisation &&
        (cells['region'] ?? '') === asked.region &&
        measure in measures &&
        (asked.measure.length === 0 || asked.measure.includes(measure));
      if (!isAsked) return [];
      const basis = measures[measure].basis ?? (cells['basis'] as Basis);
      const { region } = asked;
      return [{ measure, basis, organisation, region, target: Number(cells['value']), note: cells['note'] ?? '' }];
    });
    const order = Object.keys(measures);
    return found.sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure) || (a.basis < b.basis ? -1 : 1));
  }

  async #told(entered: Entered, days: YearSoFar, firstDay: string, scope: Scope): Promise<Target> {
    const { measure, basis, organisation, region, target } = entered;
    const filter = ComplaintFilter.parse({ ...days.year, basis, organisation, region });
    if (days.sofar.from === days.sofar.until) return { ...entered, ...UNKNOWN, missing: NOT_BEGUN };
    const translation = await this.trees.of(filter);
    const rows = await this.warehouse.rows(
      figuresByPeriod({
        ...{ measures: [measure], filter, scope, translation, today: this.today.day },
        periods: [days.sofar, days.sameDays, days.yearBefore],
      }),
    );
    const [actual = null, before = null, all = null] = [0, 1, 2].map((number) => rows[number]?.values[0]);
    const isCount = isAdditive(measures[measure]);
    const isCovered = firstDay <= days.yearBefore.from;
    const told = {
      actual,
      used: isCount && actual !== null && target > 0 ? actual / target : null,
      seasonalShare: isCount && isCovered && before !== null && all !== null && all > 0 ? before / all : null,
    };
    const counted = countIds.find((id) => id === measure);
    if (counted === undefined || actual === null) return { ...entered, ...told, forecast: null, missing: NOT_FORECAST };
    const forecast = await this.#forecast(counted, { filter, scope, days, sofar: actual, target });
    return { ...entered, ...told, forecast, missing: forecast === null ? TOO_SHORT : null };
  }

  async #forecast(
    measure: CountId,
    {
      filter,
      scope,
      days,
      sofar,
      target,
    }: { filter: ComplaintFilter; scope: Scope; days: YearSoFar; sofar: number; target: number },
  ): Promise<Target['forecast']> {
    const found = await this.expectations.histories({ measure, filter, scope, split: [] }, days.year.until);
    const [slice] = found?.slices ?? [];
    if (found === undefined || slice === undefined) return null;
    const [start, end] = [found.indexOf(days.sofar.until), found.indexOf(days.year.until)];
    const year = yearEnd(slice.expected, { sofar, start, end });
    if (year === undefined) return null;
    const { chanceAbove, ...rest } = year;
    return { ...rest, chanceAbove: chanceAbove(target) };
  }
}

const UNKNOWN = { actual: null, used: null, seasonalShare: null, forecast: null } as const;
