import type { LoggerService } from '@nestjs/common';
import process from 'node:process';

/**
 * One line per event on stderr, so that stdout stays free for answers: `time level [context] message`.
 * Framework chatter about every route is left out.
 */
export class ServerLogger implements LoggerService {
  readonly #quietContexts = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

  constructor(private readonly quiet: boolean = false) {}

  log(message: unknown, context?: string): void {
    if (this.quiet || this.#quietContexts.has(context ?? '') || context === 'NestApplication') return;
    this.#write('info', message, context);
  }

  warn(message: unknown, context?: string): void {
    this.#write('warn', message, context);
  }

  /** `(message, stack, context)` or `(message, context)`, as the framework calls it. */
  error(message: unknown, ...more: unknown[]): void {
    const context = more.length > 0 ? String(more.at(-1)) : undefined;
    // what keeps the server from starting is thrown to whoever starts it, who says so once
    if (context === 'ExceptionHandler' || context === 'NestApplication') return;
    const stack = more.length > 1 ? `\n${String(more[0])}` : '';
    this.#write('error', `${textOf(message)}${stack}`, context);
  }

  #write(level: string, message: unknown, context?: string): void {
    const where = context === undefined ? '' : ` [${context}]`;
    process.stderr.write(`${new Date().toISOString()} ${level}${where} ${textOf(message)}\n`);
  }
}

const textOf = (message: unknown) =>
  message instanceof Error
    ? (message.stack ?? message.message)
    : typeof message === 'string'
      ? message
      : JSON.stringify(message);
