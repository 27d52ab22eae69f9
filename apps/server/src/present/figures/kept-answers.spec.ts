import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { describe, expect, it } from 'vitest';
import { formats } from './format.ts';
import { KeptAnswers } from './kept-answers.ts';

/** As much of a reply as the answers need: its headers. */
function replying() {
  const headers: Record<string, unknown> = {};
  const reply = {
    headers: (more: Record<string, unknown>) => Object.assign(headers, more),
    getHeader: (name: string) => headers[name],
  } as unknown as FastifyReply;
  return { reply, headers };
}

describe('what many ask at once', () => {
  it('is worked out once, and each question by itself', async () => {
    const kept = new KeptAnswers();
    let worked = 0;
    const ask = (etag: string) =>
      kept.answer(etag, replying().reply, () => Promise.resolve({ etag, times: (worked += 1) }));
    const answers = await Promise.all([ask('a'), ask('a'), ask('b'), ask('a')]);
    expect(worked).toBe(2);
    expect(answers.map((answer) => (answer as { etag: string }).etag)).toEqual(['a', 'a', 'b', 'a']);
    await ask('a');
    expect(worked).toBe(2);
  });

  it('is worked out anew for who wants no answer that was kept', async () => {
    const kept = new KeptAnswers();
    let worked = 0;
    const ask = () => kept.answer('a', replying().reply, () => Promise.resolve((worked += 1)));
    expect([await ask(), await ask()]).toEqual([1, 1]);
    kept.forget('a');
    expect([await ask(), await ask()]).toEqual([2, 2]);
  });

  it('is worked out by each where the first one fails, and a failure is not kept', async () => {
    const kept = new KeptAnswers();
    const first = kept.answer('a', replying().reply, () => Promise.reject(new Error('gone')));
    const second = kept.answer('a', replying().reply, () => Promise.resolve('figures'));
    await expect(first).rejects.toThrow('gone');
    expect(await second).toBe('figures');
  });

  it('keeps the bytes of an Arrow stream with what it says of itself, and no workbook', async () => {
    const kept = new KeptAnswers();
    const stream = (type: string, words: string) => new StreamableFile(Readable.from([Buffer.from(words)]), { type });
    const first = replying();
    first.reply.headers({ 'x-query-hash': 'h', 'x-answered-by': 'cube' });
    await kept.answer('a', first.reply, () => Promise.resolve(stream(formats.arrow, 'arrow')));
    const second = replying();
    const again = await kept.answer('a', second.reply, () => Promise.reject(new Error('worked again')));
    expect(await text((again as StreamableFile).getStream())).toBe('arrow');
    expect(second.headers).toEqual({ 'x-query-hash': 'h', 'x-answered-by': 'cube' });
    let books = 0;
    const book = () => Promise.resolve(stream(formats.xlsx, String((books += 1))));
    await kept.answer('b', replying().reply, book);
    await kept.answer('b', replying().reply, book);
    expect(books).toBe(2);
  });
});
