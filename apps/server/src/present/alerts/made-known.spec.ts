import { type Alert, type Contributor, ScanRule, SeriesRule, TriggerRule } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { madeKnown } from './made-known.ts';

const label = { zh: '一', en: 'One' };
const alert = {
  ...{ id: 'a1', feed: null, slice: {}, headline: label, grain: 'week' },
  ...{ firstBucket: '2026-03-02', lastBucket: '2026-03-09' },
} as Alert;
const counted = SeriesRule.parse({
  ...{ id: 'week', version: 1, label, measure: 'complaints', grain: 'week' },
  detector: { name: 'threshold', atLeast: 10, level: 'yellow' },
});
const members = [
  { dimension: 'region', code: '320000' } as Contributor,
  { dimension: 'region', code: '340000' } as Contributor,
];

it('a warning about a series makes its buckets known, the last one whole', () => {
  const slice = { line: 'life' } as const;
  expect(madeKnown({ ...alert, slice }, counted, members, 'x')).toEqual([
    { id: 'warning-a1', label, from: '2026-03-02', until: '2026-03-16', slice, origin: 'verdict', note: 'x' },
  ]);
});

it('a cluster makes each of its places known: its own slice is the whole company', () => {
  const scan = ScanRule.parse({ kind: 'scan', id: 'scan', version: 1, label, over: 'regions' });
  const known = madeKnown(alert, scan, members, '');
  expect(known.map(({ id, slice }) => [id, slice])).toEqual([
    ['warning-a1-1', { region: '320000' }],
    ['warning-a1-2', { region: '340000' }],
  ]);
});

it('missing data, facts, rates and rules that are gone make nothing known', () => {
  const fact = TriggerRule.parse({
    ...{ kind: 'trigger', id: 'due', version: 1, label },
    trigger: { name: 'due-in', each: 'case', overdue: 'red' },
  });
  const rate = { ...counted, measure: 'per_10k_policies' } as SeriesRule;
  for (const rule of [fact, rate, undefined]) expect(madeKnown(alert, rule, members, '')).toEqual([]);
  expect(madeKnown({ ...alert, feed: 'core' }, counted, members, '')).toEqual([]);
});
