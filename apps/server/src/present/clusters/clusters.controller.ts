import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { GetClusters, type GetClustersQuery, type GetClustersReply } from '@tocsin/contracts';
import { rarityOf, recurrenceInterval } from '@tocsin/detection';
import { cannotSentence, leftOutSentence } from '../../detect/scans/cluster-words.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { comparable } from '../figures/comparable.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { checkPeriod, Today } from '../figures/period.ts';
import { ClustersService } from './clusters.service.ts';

/** Clusters of regions or organisations at the end of a period. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class ClustersController {
  constructor(
    private readonly clusters: ClustersService,
    private readonly figures: FiguresService,
    private readonly today: Today,
    private readonly deliveries: Deliveries,
  ) {}

  @Get(GetClusters.path)
  async get(
    @Query({ schema: GetClusters.query }) query: GetClustersQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetClustersReply> {
    checkPeriod(query);
    const { elapsed } = comparable(query, this.today.day);
    const now = await this.deliveries.now();
    const provenance = await this.figures.provenanceOfQuestion({ ...query, scope: scope.organisations });
    const asked = { query, scope, elapsed, today: this.today.day, delivered: now.delivered };
    const found = await this.clusters.find(asked);
    const missing = now.missingIn(query);
    if (found === undefined) {
      const nothing = { clusters: [], lowestP: null, places: 0, leftOut: [], cannot: 'no-data' as const };
      return { ...nothing, ...elapsed, note: cannotSentence('no-data'), missing, provenance };
    }
    const { scan, step } = found;
    return {
      clusters: scan.clusters.map(({ upper: _upper, lift: _lift, score: llr, members, ...cluster }) => ({
        ...{ ...cluster, members: [...members], llr },
        recurrenceDays: recurrenceInterval(cluster.pValue, step),
        rarity: rarityOf(cluster.pValue, step),
      })),
      lowestP: scan.lowestP,
      from: scan.periods[0]?.from ?? elapsed.from,
      until: scan.periods.at(-1)?.until ?? elapsed.until,
      places: scan.places,
      leftOut: [...scan.leftOut],
      cannot: scan.cannot,
      note: scan.cannot === null ? leftOutSentence(scan.leftOut) : cannotSentence(scan.cannot),
      ...{ missing, provenance },
    };
  }
}
