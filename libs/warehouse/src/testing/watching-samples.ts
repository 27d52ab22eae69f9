import * as warehouse from '../index.ts';
import { march } from './figure-samples.ts';
import { type Samples, one } from './samples.ts';

export const since = new Date('2026-03-14T00:00:00.000Z');

/** What watching and back-tests ask. */
export const watchingSamples: Readonly<Record<string, Samples>> = {
  'backtest-outcomes': {
    'with lists': () => warehouse.backtestOutcomes({ ids: ['t1'], withLists: true }),
    without: () => warehouse.backtestOutcomes({ ids: ['t1', 't2'], withLists: false }),
  },
  baselines: one(warehouse.baselines('r1', '2026-03-02')),
  'list-backtests': {
    any: () => warehouse.listBacktests({ limit: 50 }),
    one: () => warehouse.listBacktests({ limit: 1, id: 't1' }),
  },
  'signal-state': one(warehouse.signalState({ since })),
  signals: {
    range: () => warehouse.signals(march),
    'one series': () => warehouse.signals({ ...march, ruleId: 'r1', ruleVersion: 2, seriesKey: 'region=440000' }),
  },
};
