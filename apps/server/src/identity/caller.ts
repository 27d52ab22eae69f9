import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '@tocsin/contracts';

/** Who sends a request: a signed-in account, an API key, or the command on the same machine. */
export interface Caller {
  readonly kind: 'account' | 'key' | 'local';
  readonly name: string;
  readonly role: Role;
  /** Organisations whose complaints the caller may see, with their descendants; empty means all. */
  readonly organisations: readonly string[];
  /** Tells one key or session from all others, and opens nothing; undefined for the command on the same machine. */
  readonly credential?: string;
}

/** The request as the identity guard leaves it. */
export interface WithCaller {
  caller?: Caller;
}

/** `@CurrentCaller() caller: Caller` in a handler; `caller.organisations` is the scope of every read. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<WithCaller>();
  if (caller === undefined) throw new Error('An open handler asked who its caller is; remove @Open() or the question.');
  return caller;
});
