import { describe, expect, it, vi } from 'vitest';
import { isPassing, withRetry } from './retry.ts';

const lost = (code: string): Error => Object.assign(new Error('the connection is gone'), { code });

describe('withRetry', () => {
  it('tries again while the engine restarts, and answers what it says then', async () => {
    const work = vi.fn<() => Promise<string>>();
    work
      .mockRejectedValueOnce(lost('ECONNRESET'))
      .mockRejectedValueOnce(lost('ECONNREFUSED'))
      .mockResolvedValue('rows');
    expect(await withRetry(5_000, work)).toBe('rows');
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('gives up at once on an error that would come again', async () => {
    const work = vi.fn(() => Promise.reject(new Error('Syntax error')));
    await expect(withRetry(5_000, work)).rejects.toThrow('Syntax error');
    expect(work).toHaveBeenCalledOnce();
  });

  it('throws the last error as it is when the time is over', async () => {
    const work = vi.fn(() => Promise.reject(lost('ECONNREFUSED')));
    await expect(withRetry(150, work)).rejects.toThrow('the connection is gone');
    expect(work.mock.calls.length).toBeGreaterThan(1);
  });

  it('does not retry at all for 0 ms', async () => {
    const work = vi.fn(() => Promise.reject(lost('ECONNRESET')));
    await expect(withRetry(0, work)).rejects.toThrow();
    expect(work).toHaveBeenCalledOnce();
  });
});

it.each([
  [lost('EPIPE'), true],
  [new Error('socket hang up'), true],
  [new Error('503 Service Unavailable'), true],
  [new Error('the fetch failed', { cause: lost('ECONNRESET') }), true],
  [new Error('Unknown table'), false],
  ['ECONNRESET', false],
])('%s passes: %s', (error, expected) => expect(isPassing(error)).toBe(expected));
