import type { Delivery, FailureReason } from '../message.ts';

interface SmtpError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly message?: unknown;
}

/** Codes of nodemailer that say what went wrong, whatever the server answered. */
const CODES: Readonly<Record<string, FailureReason>> = {
  ETIMEDOUT: 'timeout',
  EAUTH: 'unauthorised',
  ENOAUTH: 'unauthorised',
  EENVELOPE: 'recipient-refused',
  EMESSAGE: 'message-refused',
};

/**
 * What a failed attempt means. 4xx answers and networks that are away may be better later; 5xx answers stay. Credentials
 * that are refused are tried again as well: an operator mends them without touching each mail.
 */
export function failureOf(error: unknown): Extract<Delivery, { kind: 'failed' }> {
  const { code, responseCode, message } = asSmtpError(error);
  const answer = typeof responseCode === 'number' ? responseCode : undefined;
  const reason = reasonOf(typeof code === 'string' ? code : '', answer);
  const isFinal = answer !== undefined && answer >= 500 && reason !== 'unauthorised';
  return { kind: 'failed', reason, retry: !isFinal, detail: oneLine(message) };
}

function reasonOf(code: string, answer: number | undefined): FailureReason {
  const known = CODES[code];
  if (known !== undefined) return known;
  if (answer === 535 || answer === 530) return 'unauthorised';
  return answer === undefined ? 'unreachable' : 'message-refused';
}

const asSmtpError = (error: unknown): SmtpError => (typeof error === 'object' && error !== null ? error : {});

const oneLine = (message: unknown): string =>
  (typeof message === 'string' ? message : 'unknown failure').replace(/\s+/g, ' ').slice(0, 300);
