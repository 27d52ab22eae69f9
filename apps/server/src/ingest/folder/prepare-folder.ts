import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { BadConfig, type Config } from '../../config.ts';
import { codeOf } from './file-error.ts';
import { TAKEN } from './place.ts';

/**
 * Makes sure at the start that the folder to be watched is there and may be written in. Throws BadConfig with a sentence
 * where it is not, and where it lies in the data directory or around it: the server's own files are no deliveries.
 */
export function prepareFolder({ watch: { folder }, dataDirectory }: Pick<Config, 'watch' | 'dataDirectory'>): void {
  if (folder === undefined) return;
  const probe = join(folder, TAKEN, `.probe-${process.pid}`);
  try {
    mkdirSync(join(folder, TAKEN), { recursive: true, mode: 0o700 });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new BadConfig(
      `TOCSIN_WATCH_FOLDER is "${folder}", which cannot be created or written in (${codeOf(error)}): create it, let the server's account write in it, or leave the variable out.`,
    );
  }
  const [watched, data] = [
    realpathSync(folder),
    existsSync(dataDirectory) ? realpathSync(dataDirectory) : dataDirectory,
  ];
  if (!isWithin(watched, data) && !isWithin(data, watched)) return;
  throw new BadConfig(
    `TOCSIN_WATCH_FOLDER is "${folder}" and TOCSIN_DATA "${dataDirectory}": one lies in the other. Watch a folder outside of the data directory.`,
  );
}

const isWithin = (inner: string, outer: string) => {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
};
