/** ClickHouse's numbers for the errors that the HTTP face itself raises. */
export const Code = {
  BAD_ARGUMENTS: 36,
  NOT_IMPLEMENTED: 48,
  SYNTAX_ERROR: 62,
  UNKNOWN_COMPRESSION_METHOD: 89,
  UNKNOWN_SETTING: 115,
  TOO_MANY_SIMULTANEOUS_QUERIES: 202,
  QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING: 216,
  QUERY_IS_TOO_LARGE: 229,
  NOT_ENOUGH_SPACE: 243,
  BAD_QUERY_PARAMETER: 457,
  AUTHENTICATION_FAILED: 516,
} as const;

/** An error with ClickHouse's code and type, in the words a ClickHouse server would put on the wire. */
export class EngineError extends Error {
  readonly code: number;
  readonly type: string;

  constructor(code: number, type: string, message: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
    this.type = type;
  }

  /** `Code: 60. DB::Exception: … (UNKNOWN_TABLE)`, which is what clients parse. */
  toWire(version: string): string {
    return `Code: ${this.code}. DB::Exception: ${this.message} (${this.type}) (version ${version})\n`;
  }
}

/** An error of our own, named by its ClickHouse type. */
export const engineError = (type: keyof typeof Code, message: string): EngineError =>
  new EngineError(Code[type], type, message);

const WIRE = /^Code: (\d+)\. DB::Exception: (.*?)\s*\(([A-Z0-9_]{3,})\)\s*$/s;
const INNER = /^Code: \d+\. DB::Exception: (.*?)(?:\s*\(version [^)]*\))?\.?$/s;
const TYPE_TAIL = /\s*\(([A-Z0-9_]{3,})\)$/;

/**
 * Reads the text of an error that chDB threw.
 * chDB wraps errors met while reading a file in a second `Code: …`, once per layer; only the innermost words are kept.
 * A text without a code (a fault of the addon, not of the query) becomes code 1002, UNKNOWN_EXCEPTION.
 */
export function parseEngineError(cause: unknown): EngineError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const match = WIRE.exec(text.trim());
  if (!match?.[1] || match[2] === undefined || !match[3]) return new EngineError(1002, 'UNKNOWN_EXCEPTION', text);
  let message = match[2];
  for (let inner = INNER.exec(message); inner?.[1] !== undefined; inner = INNER.exec(message)) {
    message = inner[1].replace(TYPE_TAIL, '');
  }
  return new EngineError(Number(match[1]), match[3], message);
}

/** What ClickHouse answers in HTTP for its codes; every other code is a 500. */
const STATUS: ReadonlyMap<number, number> = new Map([
  // arguments, values and syntax: BAD_ARGUMENTS, CANNOT_PARSE_…, INCORRECT_DATA, TYPE_MISMATCH, SYNTAX_ERROR, …
  ...same(
    400,
    6,
    8,
    15,
    25,
    26,
    27,
    36,
    37,
    38,
    41,
    44,
    53,
    62,
    72,
    117,
    123,
    167,
    168,
    223,
    321,
    376,
    427,
    441,
    675,
    676,
  ),
  ...same(401, 194), // REQUIRED_PASSWORD
  ...same(403, 192, 193, 497, 512, 516), // UNKNOWN_USER, WRONG_PASSWORD, ACCESS_DENIED, …, AUTHENTICATION_FAILED
  ...same(404, 46, 47, 50, 56, 60, 63, 73, 78, 81, 115, 152, 336, 511), // UNKNOWN_…
  ...same(408, 159), // TIMEOUT_EXCEEDED
  ...same(411, 381), // HTTP_LENGTH_REQUIRED
  ...same(413, 229), // QUERY_IS_TOO_LARGE
  ...same(415, 779), // UNSUPPORTED_MEDIA_TYPE
  ...same(501, 48), // NOT_IMPLEMENTED
  ...same(503, 76, 202, 209, 439), // CANNOT_OPEN_FILE, TOO_MANY_SIMULTANEOUS_QUERIES, SOCKET_TIMEOUT, …
]);

function same(status: number, ...codes: readonly number[]): [number, number][] {
  return codes.map((code) => [code, status]);
}

/** The HTTP status of a ClickHouse error code. A server answers 500 to code 202; 503 tells clients to come back. */
export const httpStatusOf = (code: number): number => STATUS.get(code) ?? 500;
