import { engineError } from './engine-error.ts';

/**
 * The text fields of a `multipart/form-data` body, in which clients send parameters that are too long for a URL.
 * Files (external tables) are refused with code 48.
 */
export function multipartFields(body: Buffer, contentType: string): [string, string][] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) throw engineError('BAD_ARGUMENTS', 'multipart/form-data without a boundary');
  const parts = `\r\n${body.toString('utf8')}`.split(`\r\n--${boundary}`).slice(1, -1);
  return parts.map((part) => {
    const split = part.indexOf('\r\n\r\n');
    const headers = part.slice(0, split);
    const name = /;\s*name="([^"]*)"/i.exec(headers)?.[1];
    if (split < 0 || name === undefined) throw engineError('BAD_ARGUMENTS', 'malformed multipart/form-data');
    if (/;\s*filename=/i.test(headers))
      throw engineError('NOT_IMPLEMENTED', 'External tables are not supported by the embedded engine');
    return [name, part.slice(split + 4)];
  });
}
