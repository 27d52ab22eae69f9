import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that is over: where it lies, what it holds, and the import that its report names. */
export interface PutAway {
  readonly ending: 'done' | 'failed';
  readonly name: string;
  readonly content: string;
  readonly import: string | null;
}

/** The folder that the server under test watches, as somebody who puts files into it sees it. */
export class WatchedFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'tocsin-crash-folder-'));

  /** Puts a file down as copying tools do: written under another name first. */
  drop(name: string, content: string): void {
    writeFileSync(join(this.path, `${name}.part`), content);
    renameSync(join(this.path, `${name}.part`), join(this.path, name));
  }

  /** Files that the server has taken and not yet put away. */
  taken(): string[] {
    return readdirSync(join(this.path, '.taken'));
  }

  /** Everything that is over, by name. */
  putAway(): PutAway[] {
    const found = (['done', 'failed'] as const).flatMap((ending) =>
      filesBelow(join(this.path, ending))
        .filter((path) => !path.endsWith('.report.json'))
        .map((path) => {
          const report = JSON.parse(readFileSync(`${path}.report.json`, 'utf8')) as Pick<PutAway, 'import'>;
          const name = path.slice(path.lastIndexOf('/') + 1);
          return { ending, name, content: readFileSync(path, 'utf8'), import: report.import };
        }),
    );
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch {
    return []; // nothing has ended so
  }
}
