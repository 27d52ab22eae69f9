import * as warehouse from '../index.ts';
import { batchShape } from '../queries/batch-shape.query.ts';
import { complaintsOfPerson } from '../queries/complaints-of-person.query.ts';
import { countErased } from '../queries/count-erased.query.ts';
import { findSettlement } from '../queries/find-settlement.query.ts';
import { planSettlement } from '../queries/plan-settlement.query.ts';
import { planWithdrawal } from '../queries/plan-withdrawal.query.ts';
import { translation } from './figure-samples.ts';
import type { Samples } from './samples.ts';

const small = { batchId: 'b1', rows: 2, arrivalMonths: [202603], ids: ['C-1', 'C-2'] };
const large = { batchId: 'b1', rows: 1_000_000, arrivalMonths: [202602, 202603], ids: [] };

/** What settling, withdrawing and erasing ask. */
export const settlingSamples: Readonly<Record<string, Samples>> = {
  'batch-arrivals': { any: () => warehouse.batchArrivals() },
  'batch-shape': { any: () => batchShape('b1') },
  'codes-ever-seen': { any: () => warehouse.codesEverSeen() },
  'complaints-of-person': {
    'by a key': () => complaintsOfPerson({ key: '0f', complaint: '' }),
    'by its number': () => complaintsOfPerson({ key: '0f', complaint: 'C-1' }),
  },
  'counts-as-known': {
    'a split of two': () =>
      warehouse.countsAsKnown({
        ...{ sum: 'complaints', filter: { basis: 'regulator', line: ['life'] }, history: ['b1'], roundTo: 1 },
        split: [{ dimension: 'organisation', level: 2 }, { dimension: 'region' }],
        translation,
      }),
    'whatever came in, by the hour': () =>
      warehouse.countsAsKnown({ sum: 'rows', filter: { basis: 'company' }, split: [], history: [], roundTo: 3600 }),
  },
  'count-erased': { any: () => countErased('a1') },
  'erased-keys': { any: () => warehouse.erasedKeys() },
  'find-settlement': { any: () => findSettlement('b1') },
  'operator-actions': {
    waiting: () => warehouse.operatorActions({ state: 'waiting' }),
    erasures: () => warehouse.operatorActions({ kind: 'erase' }),
    'of one batch': () => warehouse.operatorActions({ kind: 'withdraw', subject: 'b1' }),
  },
  'plan-settlement': { small: () => planSettlement(small), large: () => planSettlement(large) },
  'plan-withdrawal': { small: () => planWithdrawal(small), large: () => planWithdrawal(large) },
};
