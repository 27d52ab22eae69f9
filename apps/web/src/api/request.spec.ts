import type { GetFreshness } from '@tocsin/contracts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { ApiError } from './api-error.ts';
import { addressOf, call } from './request.ts';
import { dayCell, numberCell, requestTable } from './request-table.ts';

const answer = (body: BodyInit, type: string, status = 200) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'content-type': type } }));

afterEach(() => vi.unstubAllGlobals());

describe('an address', () => {
  it('joins lists, leaves out what is empty and fills parameters', () => {
    expect(
      addressOf('/a/:id', {
        params: { id: 'x/y' },
        query: { region: ['1', '2'], line: [], by: 'day', top: undefined },
      }),
    ).toBe('/a/x%2Fy?region=1%2C2&by=day');
  });
});

describe('a refusal', () => {
  it('keeps the server’s own account', async () => {
    answer(
      JSON.stringify({ title: { zh: '忙', en: 'Busy' }, code: 'busy', status: 503, type: '' }),
      'application/problem+json',
      503,
    );
    const error = await call<typeof GetFreshness>('GET', '/api/v1/freshness').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ kind: 'busy', problem: { title: { zh: '忙' } } });
  });

  it.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'missing'],
    [422, 'invalid'],
    [500, 'failed'],
  ])('with status %i is %s', async (status, kind) => {
    answer('<html>', 'text/html', status);
    await expect(call<typeof GetFreshness>('GET', '/api/v1/freshness')).rejects.toMatchObject({ kind });
  });

  it('is told from a line that is down', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call<typeof GetFreshness>('GET', '/api/v1/freshness')).rejects.toMatchObject({ kind: 'offline' });
  });
});

describe('figures', () => {
  it('are read from an Arrow stream', async () => {
    const bytes = tableToIPC(
      tableFromArrays({ at: ['2026-10-01', '2026-10-02'], value: Float64Array.of(3, 4) }),
      'stream',
    );
    answer(bytes.slice().buffer, 'application/vnd.apache.arrow.stream');
    const rows = await requestTable('/api/v1/series', 'points', {});
    expect(rows.map(({ at, value }) => [dayCell(at), numberCell(value)])).toEqual([
      ['2026-10-01', 3],
      ['2026-10-02', 4],
    ]);
  });

  it('are read from JSON where a server prefers it', async () => {
    answer(JSON.stringify({ points: [{ at: '2026-10-01', value: null }] }), 'application/json');
    const [row] = await requestTable('/api/v1/series', 'points', {});
    expect([dayCell(row?.at), numberCell(row?.value)]).toEqual(['2026-10-01', null]);
  });

  it('take days as text or as milliseconds', () => {
    expect(dayCell(Date.UTC(2026, 9, 1))).toBe('2026-10-01');
    expect(numberCell(12n)).toBe(12);
  });
});
