import { join } from 'node:path';

/** A folder feed as the watcher needs it. Of one that is switched off nothing new is taken; what was taken is finished. */
export interface FolderFeed {
  readonly feed: string;
  readonly profile: string;
  readonly enabled: boolean;
}

/** A folder into which people drop files, and what becomes of them. */
export interface Place extends Omit<FolderFeed, 'profile'> {
  /** Undefined for files of no feed: the profile that fits is taken, as for an upload that names none. */
  readonly profile: string | undefined;
  readonly path: string;
}

/** Beside the files: those that are being imported, and those that are over, by day. */
export const TAKEN = '.taken';
export const endings = ['done', 'failed'] as const;
export type Ending = (typeof endings)[number];

/** The folder of a feed below the one that is watched. */
export const folderOf = (root: string, feed: string): string => join(root, feed);

/** The watched folder itself, for files of no feed (''), and a folder for each feed. */
export const placesIn = (root: string, feeds: readonly FolderFeed[]): Place[] => [
  { feed: '', profile: undefined, enabled: true, path: root },
  ...feeds.map((feed) => ({ ...feed, path: folderOf(root, feed.feed) })),
];
