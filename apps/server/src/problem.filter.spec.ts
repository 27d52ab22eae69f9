import { type ArgumentsHost, BadRequestException, Logger, NotFoundException } from '@nestjs/common';
import { Problem } from '@tocsin/contracts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemFilter } from './problem.filter.ts';
import { Refusal } from './refusal.ts';

/** What a thrown value becomes: status, headers and the body as a Problem. */
function answerTo(error: unknown) {
  const headers: Record<string, string> = {};
  let status = 0;
  let body = '';
  const reply = {
    raw: { headersSent: false, destroyed: false },
    status: (value: number) => ((status = value), reply),
    header: (name: string, value: string) => ((headers[name] = value), reply),
    send: (text: string) => ((body = text), reply),
  };
  const http = { getResponse: () => reply, getRequest: () => ({ id: 'req-7', method: 'GET', url: '/x?secret=1' }) };
  new ProblemFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return { status, headers, problem: Problem.parse(JSON.parse(body)) };
}

const logged = vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
beforeEach(() => logged.mockClear());

describe('every error answer is one shape', () => {
  it('carries a refusal with its code, both languages and what to do', () => {
    const detail = { zh: '请重试', en: 'Try again' };
    const { status, headers, problem } = answerTo(new Refusal('name-taken', { detail }));
    expect(status).toBe(409);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(problem).toMatchObject({ code: 'name-taken', status: 409, detail });
    expect(problem.title.zh).not.toBe('');
  });

  it('says how long to wait, in whole seconds and at least one', () => {
    const { status, headers } = answerTo(new Refusal('too-many-attempts', { retryAfterSeconds: 0.2 }));
    expect([status, headers['retry-after']]).toEqual([429, '1']);
  });

  it('translates what the framework refuses', () => {
    expect(answerTo(new NotFoundException()).problem.code).toBe('not-found');
    expect(answerTo(new BadRequestException(['x: y'])).problem.errors).toEqual([{ path: '', message: 'x: y' }]);
    expect(answerTo(Object.assign(new Error(), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 })).status).toBe(
      413,
    );
  });

  it('never lets out what went wrong inside: only the number under which the log has it', () => {
    const { status, problem } = answerTo(new Error('SELECT secret FROM /var/data'));
    expect(status).toBe(500);
    expect(JSON.stringify(problem)).not.toMatch(/SELECT|var|at /);
    expect(problem.detail?.en).toContain('req-7');
    expect(logged).toHaveBeenCalledWith('req-7 GET /x', expect.stringContaining('SELECT secret'));
  });

  it('takes a status on a stranger for no reason to show it', () => {
    expect(answerTo(Object.assign(new Error('db'), { code: 'X', statusCode: 404 })).status).toBe(500);
    expect(answerTo('just text').status).toBe(500);
  });
});
