import { setTimeout as sleep } from 'node:timers/promises';
import { seededUniform } from '@tocsin/stats';
import type { PageCall } from '../measure/overview-page.ts';
import type { ServerProcess } from '../measure/server-process.ts';
import { nameOf } from '../questions/page-calls.ts';

export interface UserLoad {
  /** Milliseconds of whole answers, by the call's name. */
  readonly taken: ReadonlyMap<string, number[]>;
  readonly looks: number;
  readonly errors: readonly string[];
  readonly seconds: number;
}

/** As many as a browser opens to one server. */
const CONNECTIONS = 6;

/**
 * People at the overview for `seconds`. Each looks at one of `looks` (all that a page asks for one filter, six calls at a
 * time, as a browser does), thinks, and looks at another. They begin spread over one pause, so that nobody marches in step.
 */
export async function overviewUsers(
  server: ServerProcess,
  looks: readonly (readonly PageCall[])[],
  options: { readonly users: number; readonly seconds: number; readonly thinkMs: readonly [number, number] },
): Promise<UserLoad> {
  const taken = new Map<string, number[]>();
  const errors: string[] = [];
  const start = performance.now();
  const isOver = (): boolean => performance.now() - start > options.seconds * 1000;
  const [least, most] = options.thinkMs;
  let looked = 0;

  const ask = async ({ path, accept }: PageCall): Promise<void> => {
    const began = performance.now();
    try {
      const answer = await fetch(server.url + path, { headers: { ...server.headers, accept } });
      await answer.arrayBuffer();
      if (!answer.ok) errors.push(`${path}: ${answer.status}`);
    } catch (error) {
      errors.push(`${path}: ${String(error)}`);
    }
    const name = nameOf(path);
    taken.set(name, [...(taken.get(name) ?? []), performance.now() - began]);
  };
  const user = async (seed: number): Promise<void> => {
    const chance = seededUniform(seed);
    await sleep(chance() * most);
    while (!isOver()) {
      const calls = [...(looks[Math.floor(chance() * looks.length)] ?? [])];
      const connection = async (): Promise<void> => {
        for (let call = calls.shift(); call !== undefined; call = calls.shift()) await ask(call);
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, connection));
      looked += 1;
      await sleep(least + chance() * (most - least));
    }
  };
  await Promise.all(Array.from({ length: options.users }, (_, index) => user(index + 1)));
  return { taken, looks: looked, errors, seconds: (performance.now() - start) / 1000 };
}
