import { ComplaintFilter } from '@tocsin/contracts';
import * as warehouse from '../index.ts';
import { type Samples, one } from './samples.ts';

const filter = ComplaintFilter.parse({ from: '2026-03-01', until: '2026-04-01', line: 'life' });
const translation = {
  organisation: { pieces: [{ codes: ['hq.a'], as: ['hq.b'] }], asked: new Map([['hq.a', 'hq.b']]), bears: new Map() },
};
const overdue = { asOf: '2026-03-15', due: { kind: 'between', until: '2026-03-15' } } as const;
const whole = { id: 'C-1', product: 'P1', reason: 'claim', organisation: 'hq', narrative: '退保', personKey: '0f' };

/** Questions about single complaints. */
export const scopedCaseSamples: Readonly<Record<string, Samples>> = {
  'list-cases': {
    'the newest': (scope) => warehouse.listCases({ filter, scope, order: 'newest', limit: 50 }),
    'the next page, told as of a day': (scope) =>
      warehouse.listCases({
        ...{ filter, scope, translation, order: 'newest', limit: 50 },
        after: { rank: 1_772_500_000, id: 'C-9' },
      }),
    'words of overdue ones, due first': (scope) =>
      warehouse.listCases({
        ...{ filter, scope, order: 'due', limit: 50, whenever: true, open: overdue, words: ['退保', 'TS1', '险'] },
        marks: ['repeat', 'group'],
        after: { rank: 20_000, id: 'C-9' },
      }),
    'a table': (scope) =>
      warehouse.caseTable({ filter, scope, order: 'oldest', limit: 10, columns: ['id', 'dueOn', 'dueBy'] }),
  },
  'count-cases': {
    any: (scope) => warehouse.countCases({ filter, scope }),
    'without a due day': (scope) =>
      warehouse.countCases({ filter, scope, open: { asOf: '2026-03-15', due: { kind: 'none' } } }),
  },
  facet: {
    'from a cube': (scope) => warehouse.facet({ filter, scope, name: 'line', limit: 20 }),
    'of status': (scope) => warehouse.facet({ filter, scope, name: 'status', limit: 20 }),
    'of what words find': (scope) =>
      warehouse.facet({ filter, scope, translation, name: 'organisation', limit: 20, words: ['退保'] }),
  },
  'watched-cases': {
    'brought by many': (scope) => warehouse.watchedCases({ filter, scope, people: 5, limit: 100 }),
    'due soon': (scope) =>
      warehouse.watchedCases({
        ...{ filter, scope, translation, limit: 100, whenever: true },
        open: { asOf: '2026-03-15', due: { kind: 'between', until: '2026-03-17' } },
      }),
  },
  'due-by-organisation': {
    any: (scope) =>
      warehouse.dueByOrganisation({
        ...{ filter, scope, translation, level: 2, whenever: true },
        open: { asOf: '2026-03-15', due: { kind: 'between', until: '2026-03-21' } },
      }),
  },
  'people-by-place': {
    cities: (scope) => warehouse.peopleByPlace({ filter, scope, place: 'city', people: 30 }),
    regions: (scope) => warehouse.peopleByPlace({ filter, scope, translation, place: 'region', people: 30 }),
  },
  'repeated-subjects': {
    agents: (scope) =>
      warehouse.repeatedSubjects({ filter, scope, subject: 'agent', perRegion: false, since: '2026-03-10', cases: 3 }),
    'products of a region': (scope) =>
      warehouse.repeatedSubjects({
        ...{ filter, scope, translation, subject: 'product', perRegion: true, since: '2026-03-10', cases: 5 },
      }),
  },
  'open-counts': {
    any: (scope) =>
      warehouse.openCounts({
        ...{ filter, scope, translation, asOf: '2026-03-15', level: 1, ageing: [5, 10] },
        bands: [
          { band: 'today', last: '2026-03-15' },
          { band: 't5', last: '2026-03-20' },
        ],
      }),
  },
  'get-case': { any: (scope) => warehouse.getCase({ id: 'C-1', scope }) },
  'case-versions': { any: (scope) => warehouse.caseVersions({ id: 'C-1', scope }) },
  'linked-cases': { any: (scope) => warehouse.linkedCases({ id: 'C-1', linkedTo: 'C-0', scope }) },
  'similar-cases': { any: (scope) => warehouse.similarCases({ ...whole, receivedOn: '2026-03-02', scope }) },
};

/** What ingest asks when it settles due days. */
export const dueDaySamples: Readonly<Record<string, Samples>> = {
  'cases-with-events': one(warehouse.casesWithEvents(['C-1'])),
  'due-day-state': one(warehouse.dueDayState()),
  'cases-moved': one(warehouse.casesMoved()),
  'cases-as-known': {
    'of live batches': () => warehouse.casesAsKnown(['C-1'], { at: 1_772_500_000, history: [], roundTo: 1 }),
    'with due days as they were counted then': () =>
      warehouse.casesAsKnown(['C-1'], {
        ...{ at: 1_772_500_000, history: ['b1'], roundTo: 3600 },
        dueDays: {
          byReceipt: [{ receivedOn: '2026-03-02', dueOn: '2026-03-17' }],
          byCase: [{ id: 'C-1', dueOn: null }],
        },
      }),
  },
  'rule-due-days': { all: () => warehouse.ruleDueDays(), 'some days': () => warehouse.ruleDueDays(['2026-03-01']) },
};
