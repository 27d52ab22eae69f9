export interface LockFile {
  packages: Record<string, Record<string, unknown>>;
}
export interface Platform {
  os?: string[];
  cpu?: string[];
  libc?: string[];
}
export function platformOf(name: string): Platform | undefined;
export function missingOptional(lock: object): { owner: string; name: string; version: string }[];
export function completed(lock: LockFile): LockFile;
