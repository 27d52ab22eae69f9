import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { AlertsController } from './alerts/alerts.controller.ts';
import { AlertsService } from './alerts/alerts.service.ts';
import { VerdictsService } from './alerts/verdicts.service.ts';
import { BreakdownController } from './breakdown/breakdown.controller.ts';
import { ClustersController } from './clusters/clusters.controller.ts';
import { ClustersService } from './clusters/clusters.service.ts';
import { ChangesController } from './changes/changes.controller.ts';
import { ChangesService } from './changes/changes.service.ts';
import { CaseQuestions } from './cases/case-questions.ts';
import { CaseService } from './cases/case.service.ts';
import { CasesController } from './cases/cases.controller.ts';
import { CasesService } from './cases/cases.service.ts';
import { CorrectionsController } from './corrections/corrections.controller.ts';
import { CorrectionsService } from './corrections/corrections.service.ts';
import { DictionariesController } from './dictionaries/dictionaries.controller.ts';
import { ExpectationController } from './expectation/expectation.controller.ts';
import { ArrivalsService } from './expectation/arrivals.service.ts';
import { ExpectationsService } from './expectation/expectations.service.ts';
import { ExportQueries } from './exports/export-queries.ts';
import { ExportsController } from './exports/exports.controller.ts';
import { ExportsService } from './exports/exports.service.ts';
import { FeedController } from './feed/feed.controller.ts';
import { MissedMessages } from './feed/missed-messages.ts';
import { Deliveries } from './figures/deliveries.ts';
import { FiguresService } from './figures/figures.service.ts';
import { KeptAnswers } from './figures/kept-answers.ts';
import { Today } from './figures/period.ts';
import { FreshnessController } from './freshness/freshness.controller.ts';
import { OpenStreams } from './feed/open-streams.ts';
import { HeatMapController } from './heat-map/heat-map.controller.ts';
import { ImportProgressController } from './imports/import-progress.controller.ts';
import { ImportProgressService } from './imports/import-progress.service.ts';
import { IndicatorsController } from './indicators/indicators.controller.ts';
import { IndicatorsService } from './indicators/indicators.service.ts';
import { LineageController } from './lineage/lineage.controller.ts';
import { MeasuresController } from './measures/measures.controller.ts';
import { OpenApiController } from './openapi.controller.ts';
import { RankingController } from './ranking/ranking.controller.ts';
import { RegionMapController } from './region-map/region-map.controller.ts';
import { RegionMapService } from './region-map/region-map.service.ts';
import { ReferenceFiguresController } from './reference-figures/reference-figures.controller.ts';
import { ViewsController } from './views/views.controller.ts';
import { ViewsService } from './views/views.service.ts';
import { SaleCohortsController } from './sale-cohorts/sale-cohorts.controller.ts';
import { SeriesController } from './series/series.controller.ts';
import { TargetsController } from './targets/targets.controller.ts';
import { TargetsService } from './targets/targets.service.ts';
import { TimelinessController } from './timeliness/timeliness.controller.ts';
import { TimelinessService } from './timeliness/timeliness.service.ts';

/** Everything that is shown: one folder per resource. It writes nothing but what people ask to be done. */
@Module({
  imports: [IdentityModule],
  controllers: [
    SeriesController,
    SaleCohortsController,
    BreakdownController,
    HeatMapController,
    ExpectationController,
    ChangesController,
    ClustersController,
    RankingController,
    RegionMapController,
    MeasuresController,
    IndicatorsController,
    FreshnessController,
    AlertsController,
    CasesController,
    TargetsController,
    TimelinessController,
    CorrectionsController,
    DictionariesController,
    ReferenceFiguresController,
    FeedController,
    ImportProgressController,
    LineageController,
    ExportsController,
    OpenApiController,
    ViewsController,
  ],
  providers: [
    AlertsService,
    VerdictsService,
    CaseQuestions,
    CaseService,
    CasesService,
    TargetsService,
    TimelinessService,
    CorrectionsService,
    ChangesService,
    ClustersService,
    ArrivalsService,
    ExpectationsService,
    ExportQueries,
    ExportsService,
    Deliveries,
    FiguresService,
    KeptAnswers,
    IndicatorsService,
    MissedMessages,
    OpenStreams,
    ImportProgressService,
    Today,
    RegionMapService,
    ViewsService,
  ],
})
export class PresentModule {}
