import { expect, it } from 'vitest';
import { httpStatusOf, parseEngineError } from './engine-error.ts';

it('reads code, type and words, over several lines too', () => {
  const error = parseEngineError(new Error("Code: 60. DB::Exception: Unknown table 'a'\n(maybe b). (UNKNOWN_TABLE)"));
  expect(error).toMatchObject({ code: 60, type: 'UNKNOWN_TABLE', message: "Unknown table 'a'\n(maybe b)." });
  expect(error.toWire('26.7')).toBe(
    "Code: 60. DB::Exception: Unknown table 'a'\n(maybe b). (UNKNOWN_TABLE) (version 26.7)\n",
  );
});

it('takes off the layers that reading from a file adds', () => {
  const inner = 'Code: 27. DB::Exception: Cannot parse input: (at row 2). (CANNOT_PARSE) (version 26.7.2.1)';
  expect(parseEngineError(new Error(`Code: 27. DB::Exception: ${inner}. (CANNOT_PARSE)`)).message).toBe(
    'Cannot parse input: (at row 2).',
  );
});

it('keeps the words of a failure that is not of ClickHouse', () => {
  expect(parseEngineError(new Error('mkfifo: no such file'))).toMatchObject({
    code: 1002,
    message: 'mkfifo: no such file',
  });
  expect(httpStatusOf(1002)).toBe(500);
});
