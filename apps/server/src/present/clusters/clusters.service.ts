import { Inject, Injectable } from '@nestjs/common';
import type { GetClustersQuery, IsoDay } from '@tocsin/contracts';
import {
  type DeliveredDays,
  type Period,
  type Scope,
  type Warehouse,
  dayCountsBySlice,
  rolledMonths,
} from '@tocsin/warehouse';
import { KnownCircumstances } from '../../circumstances/known-circumstances.ts';
import { findUncovered } from '../../detect/covered-days.ts';
import { KeptCounts } from '../../detect/kept-counts.ts';
import { exposureOver } from '../../detect/scans/exposure-over.ts';
import { coverageUntil } from '../../detect/scans/places.ts';
import { eventsLearnedFrom } from '../../detect/scans/rule-scans.ts';
import { daysNeeded, scanPlaces, splitOver, sumOver } from '../../detect/scans/scan-places.ts';
import type { Scan, ScanQuestion } from '../../detect/scans/scan-question.ts';
import { seedOf } from '../../detect/scans/scan-seed.ts';
import { Trees } from '../../reference/trees.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { DaysOfData } from '../days-of-data.ts';
import { scanPeriods } from './scan-periods.ts';

/** Simulated maps: no p is below a thousandth. */
const SIMULATIONS = 999;

/** What is asked, by whom, and what is known of the moment. */
export interface ClustersAsked {
  readonly query: GetClustersQuery;
  readonly scope: Scope;
  /** The period as far as it is over. */
  readonly elapsed: Period;
  readonly today: IsoDay;
  readonly delivered: DeliveredDays | undefined;
}

/** Looks for clusters among the complaints of a filter that a caller may see, by the same code as scan rules. */
@Injectable()
export class ClustersService {
  /** Of the whole company, whoever asks: they say on which days data are missing, and nothing else. */
  readonly #counts: KeptCounts;
  readonly #circumstances: KnownCircumstances;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly trees: Trees,
    private readonly days: DaysOfData,
  ) {
    this.#counts = new KeptCounts(warehouse);
    this.#circumstances = new KnownCircumstances(warehouse);
  }

  /** Undefined where no data have come. `step`: days between two windows. */
  async find(asked: ClustersAsked): Promise<{ readonly scan: Scan; readonly step: number } | undefined> {
    const { query, scope, elapsed, today, delivered } = asked;
    const { firstDay, dataVersion } = await this.days.now();
    if (firstDay === null) return undefined;
    const { step, ...periods } = scanPeriods(elapsed);
    const question = questionOf(query, scope, periods);
    const days = daysNeeded(question, firstDay);
    const [holidays, translation] = await Promise.all([this.trees.holidays(), this.trees.of(query)]);
    const { basis, where, over } = question;
    const split = [splitOver[over]];
    const [rows, gaps, exposure] = await Promise.all([
      this.warehouse.rows(
        dayCountsBySlice({ sum: sumOver(question), basis, where, split, ...days, scope, translation }),
      ),
      this.#gaps({ from: days.from, today, firstDay, delivered, holidays }),
      exposureOver(this.warehouse, question, { translation, today, scope }),
    ]);
    const events = eventsLearnedFrom(question, await this.#circumstances.events(dataVersion), days);
    const known = { rows, days, firstDay, holidays, exposure, events, coverage: coverageUntil(gaps, days.until) };
    return { step, scan: await scanPlaces(question, known) };
  }

  async #gaps(known: Parameters<typeof findUncovered>[1]) {
    const [months, told] = await Promise.all([this.warehouse.rows(rolledMonths()), this.trees.told()]);
    this.#counts.asOf(new Map(months.map(({ month, mark }) => [month, mark])), told);
    return findUncovered(this.#counts, known);
  }
}

function questionOf(
  query: GetClustersQuery,
  scope: Scope,
  periods: Pick<ScanQuestion, 'periods' | 'before'>,
): ScanQuestion {
  const { measure, by, offset, alpha, basis, from: _from, until: _until, tree: _tree, treeOn: _on, ...where } = query;
  return {
    ...{ measure, basis, where, offset, alpha, simulations: SIMULATIONS },
    over: by === 'region' ? 'regions' : 'organisations',
    ...periods,
    seed: seedOf([query, scope.organisations]),
  };
}
