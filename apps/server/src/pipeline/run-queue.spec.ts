import { describe, expect, it } from 'vitest';
import type { Ring } from './bell.ts';
import { RunQueue } from './run-queue.ts';

/** A queue whose runs end when told to. */
function slowQueue() {
  const runs: Ring[] = [];
  const ends: (() => void)[] = [];
  const queue = new RunQueue((ring) => {
    runs.push(ring);
    return new Promise((resolve) => ends.push(resolve));
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { queue, runs, settle, endRun: () => (ends.shift()?.(), settle()) };
}

describe('runs of the pipeline', () => {
  it('follow one another, never together', async () => {
    const { queue, runs, settle, endRun } = slowQueue();
    void queue.ask({ trigger: 'start' });
    await settle();
    void queue.ask({ trigger: 'import' });
    await settle();
    expect(runs).toEqual([{ trigger: 'start' }]);
    await endRun();
    expect(runs).toEqual([{ trigger: 'start' }, { trigger: 'import' }]);
  });

  it('are shared by all who ask while one is under way, back to the earliest day', async () => {
    const { queue, runs, settle, endRun } = slowQueue();
    void queue.ask({ trigger: 'start' });
    await settle();
    void queue.ask({ trigger: 'schedule' });
    void queue.ask({ trigger: 'manual', since: '2026-03-01' });
    void queue.ask({ trigger: 'import', since: '2026-01-01' });
    await endRun();
    expect(runs.slice(1)).toEqual([{ trigger: 'manual', since: '2026-01-01' }]);
  });

  it('answer an asker only after a run that began after the question', async () => {
    const { queue, settle, endRun } = slowQueue();
    void queue.ask({ trigger: 'start' });
    await settle();
    let answered = false;
    const mine = queue.ask({ trigger: 'import' }).then(() => (answered = true));
    await endRun();
    expect(answered).toBe(false);
    await endRun();
    await mine;
    expect(queue.busy).toBe(false);
  });

  it('end with the one under way when the server stops, and leave nobody waiting', async () => {
    const { queue, runs, settle, endRun } = slowQueue();
    void queue.ask({ trigger: 'start' });
    await settle();
    const waiting = queue.ask({ trigger: 'import' });
    const closed = queue.close();
    await waiting;
    await endRun();
    await closed;
    await queue.ask({ trigger: 'manual' });
    expect(runs).toHaveLength(1);
  });
});
