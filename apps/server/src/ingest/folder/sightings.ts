/** What is looked at to see whether a file is still being written. */
export interface Look {
  readonly size: number;
  readonly mtimeMs: number;
}

/** Remembers how files looked at the last poll: one that looks the same at two polls in a row stands still. */
export class Sightings {
  #before: ReadonlyMap<string, Look> = new Map();

  /** Takes every file of a poll in, by path; answers the paths that looked the same at the poll before. */
  still(now: ReadonlyMap<string, Look>): string[] {
    const before = this.#before;
    this.#before = now;
    return [...now].flatMap(([path, { size, mtimeMs }]) => {
      const last = before.get(path);
      return last?.size === size && last.mtimeMs === mtimeMs ? [path] : [];
    });
  }
}
