import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** The slice of Rollup's chunk that matters here. */
interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
  readonly isEntry: boolean;
  readonly facadeModuleId: string | null;
  readonly moduleIds: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

/**
 * Adds up what a first visit loads until the first chart stands: the entry and the named lazy modules, with all that
 * they import, gzipped. Prints the sum with its largest parts, leaves it in `first-chart.json` (`{ kb, limitKb }`, for
 * `npm run bench -- web`), and fails the build above `limitKb` or when a module that must not be there is.
 */
export function sizeBudget(options: { lazy: readonly string[]; limitKb: number; banned: readonly RegExp[] }): Plugin {
  return {
    name: 'size-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const outputs = Object.values(bundle);
      const chunks = new Map(
        outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one as unknown as Chunk] as const] : [])),
      );
      const found = [...chunks.values()].flatMap(({ moduleIds }) =>
        moduleIds.filter((id) => options.banned.some((pattern) => pattern.test(id))),
      );
      if (found.length > 0) this.error(`These modules must stay out of the bundle: ${found.slice(0, 5).join(', ')}`);

      const needed = reach(chunks, options.lazy);
      const styles = new Set([...needed].flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]));
      const sizes = outputs
        .filter(({ fileName }) => needed.has(fileName) || styles.has(fileName))
        .map((one) => ({
          name: one.fileName,
          kb: gzipSync(one.type === 'chunk' ? one.code : one.source).length / 1024,
        }))
        .sort((a, b) => b.kb - a.kb);
      const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
      const parts = sizes.slice(0, 6).map(({ name, kb }) => `${name.replace(/^assets\//, '')} ${kb.toFixed(1)}`);
      console.log(
        `Before the first chart: ${total.toFixed(1)} KB gzipped of ${options.limitKb} (${parts.join(', ')} …)`,
      );
      const source = JSON.stringify({ kb: Number(total.toFixed(1)), limitKb: options.limitKb });
      this.emitFile({ type: 'asset', fileName: 'first-chart.json', source });
      if (total > options.limitKb)
        this.error(`The first chart costs ${total.toFixed(1)} KB, more than ${options.limitKb}.`);
    },
  };
}

/** File names of the entry and of the lazy modules whose path ends as named, with everything they import statically. */
function reach(chunks: ReadonlyMap<string, Chunk>, lazy: readonly string[]): Set<string> {
  const starts = [...chunks.values()].filter(
    ({ isEntry, facadeModuleId }) => isEntry || lazy.some((path) => facadeModuleId?.endsWith(path)),
  );
  const reached = new Set<string>();
  const queue = starts.map(({ fileName }) => fileName);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    queue.push(...(chunks.get(name)?.imports ?? []));
  }
  return reached;
}
