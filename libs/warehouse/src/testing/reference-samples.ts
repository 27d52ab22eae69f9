import * as warehouse from '../index.ts';
import { type Samples, one } from './samples.ts';

/** Questions about the tables that a company keeps beside its complaints. */
export const referenceSamples: Readonly<Record<string, Samples>> = {
  'list-dictionaries': one(warehouse.listDictionaries()),
  'next-reference-version': one(warehouse.nextReferenceVersion('line')),
  'reference-history': one(warehouse.referenceHistory(['line', 'organisation'])),
  'reference-reach': one(warehouse.referenceReach([{ name: 'exposure', reaches: 'month' }])),
  'reference-restated': one(warehouse.referenceRestated('median')),
  'reference-rows': {
    newest: () => warehouse.referenceRows({ table: 'line' }),
    'a page of an earlier version': () =>
      warehouse.referenceRows({ table: 'line', version: 2, search: '险', page: { limit: 50, offset: 100 } }),
    'as of a day, of some organisations': () =>
      warehouse.referenceRows({ table: 'exposure', asOf: '2026-03-15', scope: { organisations: ['hq.east'] } }),
  },
  'reference-versions': {
    'of one table': () => warehouse.referenceVersions('line'),
    'the newest of each': () => warehouse.referenceVersions(),
  },
  'seen-codes': one(warehouse.seenCodes()),
};
