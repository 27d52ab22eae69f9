import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Admission, type Lane } from './admission.ts';

describe('admission', () => {
  const never = new AbortController().signal;
  let order: string[];
  let admission: Admission;
  const enter = (lane: Lane, name: string, signal = never) =>
    admission.enter(lane, signal).then((leave) => {
      order.push(name);
      return leave;
    });
  const settled = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    vi.useFakeTimers();
    order = [];
    admission = new Admission({ maxConcurrent: 4, maxQueued: 4, queueTimeoutMs: 1000 });
  });
  afterEach(() => vi.useRealTimers());

  it('lets three of four places go to one lane and keeps the fourth for the other', async () => {
    await Promise.all([enter('read', 'r1'), enter('read', 'r2'), enter('read', 'r3')]);
    void enter('read', 'r4');
    void enter('write', 'w1');
    await settled();
    expect(order).toEqual(['r1', 'r2', 'r3', 'w1']);
  });

  it('serves the lanes in turns and each in its order', async () => {
    const leaves = await Promise.all([
      enter('read', 'r1'),
      enter('read', 'r2'),
      enter('write', 'w1'),
      enter('write', 'w2'),
    ]);
    for (const name of ['r3', 'r4']) void enter('read', name);
    for (const name of ['w3', 'w4']) void enter('write', name);
    for (const leave of leaves) {
      leave();
      await settled();
    }
    expect(order.slice(4)).toEqual(['r3', 'w3', 'r4', 'w4']);
  });

  it('refuses whoever would make the queue too long', async () => {
    await Promise.all([enter('read', 'r1'), enter('read', 'r2'), enter('read', 'r3')]);
    for (const name of ['a', 'b', 'c', 'd']) void enter('read', name).catch(() => undefined);
    await expect(enter('read', 'e')).rejects.toMatchObject({ code: 202 });
  });

  it('sends away whoever waited too long, and forgets whoever left', async () => {
    const leaves = await Promise.all([enter('read', 'r1'), enter('read', 'r2'), enter('read', 'r3')]);
    const left = new AbortController();
    const gone = enter('read', 'gone', left.signal);
    const late = expect(enter('read', 'late')).rejects.toMatchObject({ code: 202 });
    left.abort(new Error('the client went away'));
    await expect(gone).rejects.toThrow('the client went away');
    await vi.advanceTimersByTimeAsync(1001);
    await late;
    leaves.forEach((leave) => leave());
    leaves[0]?.(); // a second call gives nothing back
    await Promise.all([enter('read', 'a'), enter('read', 'b'), enter('read', 'c')]);
    void enter('read', 'd');
    await settled();
    expect(order).toEqual(['r1', 'r2', 'r3', 'a', 'b', 'c']);
  });
});
