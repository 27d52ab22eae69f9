/** An upload that was begun in this browser; enough to know the same file again when a person chooses it. */
export interface Unfinished {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: number;
  /** Bytes known to have arrived. */
  readonly sent: number;
}

const KEY = 'tocsin.uploads';
const MOST = 5;

type FileLike = Pick<File, 'name' | 'size' | 'lastModified'>;

/** The unfinished upload of this very file: same name, size and time of change. */
export const unfinishedOf = (file: FileLike, list: readonly Unfinished[]): Unfinished | undefined =>
  list.find(
    ({ name, size, modifiedAt }) => name === file.name && size === file.size && modifiedAt === file.lastModified,
  );

/** The list with this upload in front, the oldest beyond five dropped. */
export const withUnfinished = (list: readonly Unfinished[], one: Unfinished): Unfinished[] =>
  [one, ...list.filter(({ id }) => id !== one.id)].slice(0, MOST);

export function readUnfinished(): Unfinished[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as Unfinished[]) : [];
  } catch {
    return [];
  }
}

function write(list: readonly Unfinished[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // Storage is closed to us: an upload then cannot be continued after a reload.
  }
}

export const rememberUnfinished = (one: Unfinished): void => write(withUnfinished(readUnfinished(), one));
export const forgetUnfinished = (id: string): void => write(readUnfinished().filter((one) => one.id !== id));
