import { GetLeadingSeries } from '@tocsin/contracts';
import * as warehouse from '../index.ts';
import { newestMark } from '../queries/newest-mark.query.ts';
import { figureSamples, march, slice, translation } from './figure-samples.ts';
import { dueDaySamples, scopedCaseSamples } from './case-samples.ts';
import { incidentSamples } from './incident-samples.ts';
import { referenceSamples } from './reference-samples.ts';
import { type Samples, one } from './samples.ts';
import { settlingSamples } from './settling-samples.ts';
import { since, watchingSamples } from './watching-samples.ts';

/** Questions about complaints and warnings: whatever a caller may see of them depends on its scope. */
export const scopedSamples: Readonly<Record<string, Samples>> = {
  ...figureSamples,
  ...scopedCaseSamples,
  'alert-contributors': { any: (scope) => warehouse.alertContributors({ id: 'w1', scope }) },
  'alert-events': { any: (scope) => warehouse.alertEvents({ id: 'w1', scope }) },
  'alert-events-since': { any: (scope) => warehouse.alertEventsSince({ since, scope }) },
  'alert-history': { any: (scope) => warehouse.alertHistory({ id: 'w1', scope }) },
  'complaint-versions': { any: (scope) => warehouse.complaintVersions({ id: 'C-1', scope }) },
  'count-alerts': {
    open: (scope) => warehouse.countAlerts({ state: 'open', scope }),
    'of one rule': (scope) => warehouse.countAlerts({ state: 'resolved', ruleId: 'region-week', scope }),
    'about complaints': (scope) => warehouse.countAlerts({ state: 'any', about: 'complaints', scope }),
  },
  'coverage-gaps': { any: (scope) => warehouse.coverageGaps({ scope }) },
  'day-counts-by-slice': {
    'a split of two': (scope) =>
      warehouse.dayCountsBySlice({
        ...march,
        sum: 'complaints',
        basis: 'company',
        where: { line: ['life'] },
        split: [{ dimension: 'organisation', level: 2 }, { dimension: 'line' }],
        scope,
      }),
    'the whole': (scope) =>
      warehouse.dayCountsBySlice({ ...march, sum: 'chasers', basis: 'regulator', where: {}, split: [], scope }),
  },
  'day-counts-by-cuts': {
    'two dimensions, and both at once': (scope) =>
      warehouse.dayCountsByCuts({
        ...{ ...march, sum: 'complaints', basis: 'company', where: { sales_channel: ['agent'] }, scope },
        cuts: [
          [{ dimension: 'region' }],
          [{ dimension: 'reason', level: 2 }],
          [{ dimension: 'reason', level: 2 }, { dimension: 'region' }],
        ],
      }),
  },
  'day-counts-by-value': {
    'what explains two slices': (scope) =>
      warehouse.dayCountsByValue({
        ...march,
        sum: 'complaints',
        basis: 'company',
        slices: [
          { where: { region: ['440000'] }, splits: [{ dimension: 'line', level: 2 }, { dimension: 'product' }] },
          { where: {}, splits: [{ dimension: 'region' }] },
        ],
        scope,
      }),
  },
  'overlap-counts': {
    'of slices that no cube has together': (scope) =>
      warehouse.overlapCounts({
        ...march,
        ...{ sum: 'complaints', basis: 'regulator', where: { line: ['life'] } },
        slices: [{ region: ['440000'] }, { reason: ['claim'] }],
        scope,
      }),
  },
  exposures: { any: (scope) => warehouse.exposures({ filter: slice, scope }) },
  'exposure-of-parts': {
    organisations: (scope) =>
      warehouse.exposureOfParts({
        ...{ figure: 'premium', filter: slice, scope, translation, from: '2025-03-10', until: '2026-03-10' },
        split: { dimension: 'organisation', level: 2 },
      }),
    'not known by cities': (scope) =>
      warehouse.exposureOfParts({
        ...{ figure: 'policies', filter: slice, scope, from: '2025-03-10', until: '2026-03-10' },
        split: { dimension: 'city' },
      }),
  },
  freshness: { any: (scope) => warehouse.freshness({ scope }) },
  'get-alert': { any: (scope) => warehouse.getAlert({ id: 'w1', scope }) },
  lineage: { 'a slice': (scope) => warehouse.lineage({ filter: slice, scope }) },
  'leading-day-counts': {
    whole: (scope) => warehouse.leadingDayCounts({ series: 'claim-reports', where: {}, split: [], ...march, scope }),
    'by region and line': (scope) =>
      warehouse.leadingDayCounts({
        ...{ series: 'enquiries', where: { line: ['life'], intake_channel: ['phone'] }, ...march, scope, translation },
        split: [{ dimension: 'region' }, { dimension: 'line', level: 1 }],
      }),
  },
  'rates-by-slice': {
    whole: (scope) =>
      warehouse.ratesBySlice({ measure: 'per_100m_premium', filter: { basis: 'company' }, split: [], ...march, scope }),
    'by all that exposure is known by': (scope) =>
      warehouse.ratesBySlice({
        ...{ measure: 'per_10k_policies', filter: { basis: 'regulator', line: ['life'], reason: ['sale'] } },
        split: [{ dimension: 'region' }, { dimension: 'organisation', level: 2 }, { dimension: 'line', level: 1 }],
        ...{ ...march, scope, translation },
      }),
    'by what it is not known by': (scope) =>
      warehouse.ratesBySlice({
        ...{ measure: 'per_10k_person_times', filter: { basis: 'company' }, split: [{ dimension: 'product' }] },
        ...{ ...march, scope },
      }),
  },
  'leading-series': {
    'by week': (scope) =>
      warehouse.leadingSeries({
        asked: GetLeadingSeries.query.parse({ ...march, by: 'week', series: 'enquiries', line: 'life' }),
        scope,
        translation,
      }),
  },
  'open-alerts-by-rule': { any: (scope) => warehouse.openAlertsByRule(scope) },
  'list-alerts': {
    'open orange ones': (scope) =>
      warehouse.listAlerts({ state: 'open', level: 'orange', limit: 50, offset: 0, scope }),
    'about data': (scope) => warehouse.listAlerts({ state: 'open', about: 'data', limit: 50, offset: 0, scope }),
    'of one rule': (scope) =>
      warehouse.listAlerts({ state: 'any', ruleId: 'region-week', limit: 50, offset: 0, scope }),
    any: (scope) => warehouse.listAlerts({ state: 'any', limit: 50, offset: 100, scope }),
  },
};

/** Questions that no scope applies to: the flow's own book-keeping, configuration, identity. */
export const otherSamples: Readonly<Record<string, Samples>> = {
  ...dueDaySamples,
  ...incidentSamples,
  ...referenceSamples,
  ...settlingSamples,
  ...watchingSamples,
  'alarming-signals': one(warehouse.alarmingSignals({ from: march.from, slowFrom: '2025-03-03' })),
  'alert-states': {
    any: () => warehouse.alertStates({ since }),
    'of one rule': () => warehouse.alertStates({ since: new Date(0), ruleId: 'feed-missing' }),
  },
  'audit-events': {
    any: () => warehouse.auditEvents({ limit: 100 }),
    before: () => warehouse.auditEvents({ limit: 100, before: since }),
  },
  coverage: one(warehouse.coverage()),
  'current-rules': one(warehouse.currentRules()),
  'data-version': one(warehouse.dataVersion()),
  'current-profiles': one(warehouse.currentProfiles()),
  'dirty-months': one(warehouse.dirtyMonths()),
  'find-account': one(warehouse.findAccount('li')),
  'find-api-key': one(warehouse.findApiKey('0f')),
  'find-delivered-import': one(warehouse.findDeliveredImport('k1', 'folder')),
  'find-import-by-content': one(warehouse.findImportByContent('0f', 'canonical', 2)),
  'find-import-by-key': one(warehouse.findImportByKey('k1', 'nightly')),
  'find-session': one(warehouse.findSession('0f')),
  'get-import': one(warehouse.getImport('b1')),
  'get-profile': one(warehouse.getProfile('branch', 2)),
  'list-accounts': one(warehouse.listAccounts()),
  'list-api-keys': one(warehouse.listApiKeys()),
  'list-imports': { all: () => warehouse.listImports(50), 'of one feed': () => warehouse.listImports(50, 'counter') },
  'newest-mark': one(newestMark()),
  'notices-of-alert': one(warehouse.noticesOfAlert('w1')),
  'notices-since': one(warehouse.noticesSince({ since })),
  'pending-notices': one(warehouse.pendingNotices({ at: since })),
  'pipeline-runs': one(warehouse.pipelineRuns(20)),
  'pull-outcomes': one(warehouse.pullOutcomes()),
  'pulled-objects': one(warehouse.pulledObjects('head-office')),
  'profile-versions': one(warehouse.profileVersions('branch')),
  'read-setting': one(warehouse.readSetting('time_zone')),
  'newest-region-map': one(warehouse.newestRegionMap()),
  'saved-views': one(warehouse.savedViews({ owner: 'li' })),
  'current-data-feeds': one(warehouse.currentDataFeeds()),
  'feeds-of-delivery': one(
    warehouse.feedsOfDelivery({ channel: 'api', profile: 'canonical', requestedBy: 'key:nightly' }),
  ),
  'data-feed-versions': one(warehouse.dataFeedVersions()),
  'deliveries-of-feed': one(warehouse.deliveriesOfFeed({ feed: 'nightly', since })),
  'newest-imports-by-feed': one(warehouse.newestImportsByFeed()),
  'count-row-warnings': one(warehouse.countRowWarnings('b1')),
  'row-warnings': one(warehouse.rowWarnings('b1', 100)),
  'rejected-rows': one(warehouse.rejectedRows('b1')),
  'rolled-months': one(warehouse.rolledMonths()),
  'rule-versions': one(warehouse.ruleVersions('r1')),
  'series-by-rule': one(warehouse.seriesByRule()),
  'unfinished-imports': one(warehouse.unfinishedImports()),
};
