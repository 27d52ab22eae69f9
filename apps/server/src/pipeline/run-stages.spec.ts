import { expect, it } from 'vitest';
import { runStages } from './run-stages.ts';
import type { Stage } from './stage.ts';

const at = new Date('2026-11-22T08:00:00Z');
const stage = (name: Stage['name'], run: Stage['run']): Stage => ({ name, reads: [], writes: [], run });

it('runs every stage in order, records each at once, and goes on after one that fails', async () => {
  const seen: string[] = [];
  const outcomes = await runStages(
    [
      stage('ingest', () => Promise.resolve({ read: 3, wrote: 2 })),
      stage('detect', () => Promise.reject(new Error('no rule'))),
      stage('notify', ({ now }) => Promise.resolve({ read: 0, wrote: 0, note: now.toISOString() })),
    ],
    { now: at, trigger: 'manual' },
    ({ stage: name, error }) => Promise.resolve(void seen.push(`${name} ${error?.message ?? 'well'}`)),
    () => at,
  );
  expect(seen).toEqual(['ingest well', 'detect no rule', 'notify well']);
  expect(outcomes.map(({ report }) => report?.read)).toEqual([3, undefined, 0]);
  expect(outcomes[2]?.report?.note).toBe(at.toISOString());
});
