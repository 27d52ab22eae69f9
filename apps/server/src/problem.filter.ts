import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Problem, Sentence } from '@tocsin/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tooLargeBody } from './http/unpack-json.ts';
import { Refusal, type RefusalCode } from './refusal.ts';

interface Kind {
  readonly status: number;
  readonly title: Sentence;
}

/** Which status and title each refusal has. Nothing else in the server knows a status of an error. */
const kinds: Record<RefusalCode | 'broken', Kind> = {
  'invalid-request': { status: 400, title: { zh: '请求内容有误', en: 'The request is not valid' } },
  'not-signed-in': { status: 401, title: { zh: '请先登录', en: 'Please sign in' } },
  'wrong-name-or-password': { status: 401, title: { zh: '用户名或密码不正确', en: 'Wrong name or password' } },
  'wrong-setup-code': { status: 403, title: { zh: '初始化代码不正确', en: 'Wrong set-up code' } },
  'not-allowed': { status: 403, title: { zh: '没有权限', en: 'You are not allowed to do this' } },
  'foreign-origin': { status: 403, title: { zh: '请求来自其他网站', en: 'The request came from another site' } },
  'not-found': { status: 404, title: { zh: '未找到', en: 'Not found' } },
  'not-acceptable': { status: 406, title: { zh: '无法以该格式答复', en: 'No answer in that format' } },
  'already-set-up': { status: 409, title: { zh: '系统已完成初始化', en: 'Already set up' } },
  'name-taken': { status: 409, title: { zh: '名称已被使用', en: 'The name is taken' } },
  conflict: { status: 409, title: { zh: '与现有内容冲突', en: 'In conflict with what exists' } },
  'precondition-failed': { status: 412, title: { zh: '前提条件不满足', en: 'A condition is not met' } },
  'too-large': { status: 413, title: { zh: '内容过大', en: 'Too large' } },
  'unsupported-media-type': { status: 415, title: { zh: '不支持的内容格式', en: 'Unsupported content type' } },
  unprocessable: { status: 422, title: { zh: '内容无法处理', en: 'The content cannot be processed' } },
  'too-many-attempts': {
    status: 429,
    title: { zh: '尝试次数过多，请稍后再试', en: 'Too many attempts; try again later' },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  },
  busy: { status: 503, title: { zh: '系统繁忙，请稍后再试', en: 'Busy; try again shortly' } },
  'not-ready': { status: 503, title: { zh: '系统尚未就绪', en: 'Not ready yet' } },
  broken: { status: 500, title: { zh: '服务器内部错误', en: 'The server could not do this' } },
};

/** Of a body; a refusal of our own has its own sentence. */
const TOO_LARGE = 413;

/** What the framework itself refuses, by its status. */
const byStatus = new Map<number, RefusalCode>([
  [400, 'invalid-request'],
  [401, 'not-signed-in'],
  [403, 'not-allowed'],
  [404, 'not-found'],
  [405, 'not-found'],
  [406, 'not-acceptable'],
  [409, 'conflict'],
  [413, 'too-large'],
  [414, 'too-large'],
  [415, 'unsupported-media-type'],
  [422, 'unprocessable'],
  [429, 'too-many-attempts'],
  [503, 'busy'],
]);

/**
 * The one shape of every error answer (RFC 9457, both languages). What was not expected is logged in full under a
 * number and answered with that number alone: never a stack, a path or a query.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const refusal = asRefusal(error);
    if (refusal === undefined) this.#logger.error(`${request.id} ${request.method} ${pathOf(request)}`, stackOf(error));
    if (reply.raw.headersSent || reply.raw.destroyed) {
      reply.raw.destroy();
      return;
    }
    const seconds = refusal?.facts.retryAfterSeconds;
    if (seconds !== undefined) reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))));
    const problem = refusal === undefined ? unexpected(String(request.id)) : problemOf(refusal);
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }
}

/** The answer that a refusal becomes. */
export function problemOf({ code, facts }: Refusal): Problem {
  const { status, title } = kinds[code];
  return {
    type: `urn:tocsin:problem:${code}`,
    status,
    code,
    title,
    ...(facts.detail && { detail: facts.detail }),
    ...(facts.errors && { errors: [...facts.errors] }),
  };
}

function unexpected(id: string): Problem {
  const { status, title } = kinds.broken;
  const detail = {
    zh: `请联系管理员，并提供编号 ${id}；详情见服务器日志。`,
    en: `Tell your administrator the number ${id}; the server's log holds the details.`,
  };
  return { type: 'urn:tocsin:problem:broken', status, code: 'broken', title, detail };
}

/** What is an expected no; undefined for everything that nobody foresaw. */
function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const code = status === undefined ? undefined : byStatus.get(status);
  return code === undefined
    ? undefined
    : new Refusal(code, status === TOO_LARGE ? { detail: tooLargeBody } : factsOf(error));
}

/** Fastify's own errors carry a status; an error of the database with one is not for the caller. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('statusCode' in error)) return undefined;
  return String(error.code).startsWith('FST_') && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function factsOf(error: unknown): Refusal['facts'] {
  if (!(error instanceof HttpException)) return {};
  const answer = error.getResponse();
  const message = typeof answer === 'object' && 'message' in answer ? answer.message : undefined;
  if (!Array.isArray(message)) return {};
  return { errors: message.map((line) => ({ path: '', message: String(line) })) };
}

const pathOf = (request: FastifyRequest) => request.url.split('?', 1)[0];
const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
