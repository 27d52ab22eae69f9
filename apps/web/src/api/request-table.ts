import { type Options, send } from './request.ts';

const ARROW = 'application/vnd.apache.arrow.stream';

/** One row of a table answer; what each column holds is the caller's to say. */
export type Cells = Readonly<Record<string, unknown>>;

/** The decoder is only loaded when the first table is wanted, at the same time as its bytes. */
const loadDecoder = () => import('./decode-arrow.ts');

/**
 * Fetches figures as an Arrow stream and gives its rows. A server that answers JSON instead (`{ [list]: rows }`) is
 * understood too.
 */
export async function requestTable(path: string, list: string, options: Options): Promise<readonly Cells[]> {
  const decoder = loadDecoder();
  const response = await send('GET', path, { ...options, headers: { accept: `${ARROW}, application/json;q=0.5` } });
  if (response.headers.get('content-type')?.startsWith(ARROW)) {
    const { decodeArrow } = await decoder;
    return decodeArrow(new Uint8Array(await response.arrayBuffer()));
  }
  const reply = (await response.json()) as Readonly<Record<string, readonly Cells[]>>;
  return reply[list] ?? [];
}

export const textCell = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

export const numberCell = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

/** A day as `YYYY-MM-DD`, whether it came as text or as Arrow's date (milliseconds since 1970, UTC). */
export const dayCell = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 10) : new Date(Number(value)).toISOString().slice(0, 10);
