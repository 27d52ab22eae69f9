import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildChild } from '../build-child.ts';
import { EngineDirectoryInUse, readOwner, startEngine, type Engine } from '../index.ts';
import { groundOn, temporaryDirectory } from './engine-under-test.ts';

const log = (): undefined => undefined;
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('the owner of a directory', () => {
  const directory = temporaryDirectory();
  let engines: Engine[] = [];
  const start = async (): Promise<Engine> => {
    const engine = await startEngine({ directory, log });
    engines.push(engine);
    return engine;
  };
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
    engines = [];
    rmSync(directory, { recursive: true, force: true });
  });

  it('is named to whoever comes second', async () => {
    await start();
    const failure = await start().catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(EngineDirectoryInUse);
    expect(String(failure)).toContain(`the directory ${directory} is in use by process ${process.pid} (`);
    expect(String(failure)).toContain('stop it or choose another directory with TOCSIN_DATA');
    expect((await groundOn(engines[0]!).send({ database: 'default', query: 'SELECT 1' })).status).toBe(200);
  });

  it('gives it back when it stops', async () => {
    await (await start()).stop();
    expect(readOwner(directory)).toBeUndefined();
    await start();
    expect(readOwner(directory)?.pid).toBe(process.pid);
  });

  it('is replaced when its process is gone, or its record is no record', async () => {
    await (await start()).stop();
    for (const record of [
      '{"pid":4194303,"startTicks":"1","token":"old"}',
      '',
      'nonsense',
      '{"pid":1,"startTicks":"-5"}',
    ]) {
      writeFileSync(join(directory, 'owner.json'), record);
      await (await start()).stop();
    }
  });

  it('is noticed by its open tables even when its record is lost', async () => {
    const first = await start();
    rmSync(join(directory, 'owner.json'));
    const lines: string[] = [];
    const second = startEngine({ directory, log: ({ message }) => lines.push(message) });
    const failure = await second.catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(EngineDirectoryInUse);
    expect(String(failure)).toContain('is in use by another process; stop it or');
    expect(lines).toEqual([]);
    const answer = await groundOn(first).send({ database: 'default', query: 'SELECT 1' });
    expect(await answer.text()).toBe('1\n');
  });

  it('may publish entries for others to read, which nobody else can', async () => {
    const engine = await start();
    engine.owner.publish({ serverUrl: 'http://127.0.0.1:7070', token: 'abc' });
    engine.owner.publish({ token: 'def' });
    expect(readOwner(directory)?.published).toEqual({ serverUrl: 'http://127.0.0.1:7070', token: 'def' });
    expect(readOwner(directory)?.engine).toMatchObject({ pid: engine.pid(), url: engine.url });
    expect(readFileSync(join(directory, 'owner.json'), 'utf8')).not.toContain(engine.password);
    expect(modeOf(join(directory, 'owner.json'))).toBe('600');
    expect(['store', 'spool', 'backups'].map((name) => modeOf(join(directory, name)))).toEqual(['700', '700', '700']);
  });

  it('keeps its secret out of the arguments and the environment of the child', async () => {
    const engine = await start();
    const of = (name: string) => readFileSync(`/proc/${engine.pid() ?? 0}/${name}`, 'utf8');
    expect(of('cmdline') + of('environ')).not.toContain(engine.password);
  });
});

describe('an engine whose parent is killed', () => {
  const directory = temporaryDirectory();
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  /** A parent that can be killed: a process that holds the directory as `startEngine` does. */
  async function startParent(): Promise<{ parent: ChildProcess; enginePid: number }> {
    const program = join(directory, 'parent.mjs');
    writeFileSync(program, await parentProgram());
    const parent = fork(program, [], { execArgv: [] });
    const enginePid = await new Promise<number>((resolve) => parent.once('message', (pid) => resolve(Number(pid))));
    return { parent, enginePid };
  }

  it('ends, even in the middle of a query, and the next parent takes over at once', async () => {
    const { parent, enginePid } = await startParent();
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const started = performance.now();
    const engine = await startEngine({ directory, log });
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(engine.pid()).not.toBe(enginePid);
    await vi.waitFor(() => expect(() => process.kill(enginePid, 0)).toThrow('ESRCH'), 5_000);
    const answer = await groundOn(engine).send({ database: 'default', query: 'SELECT count() FROM of_parent' });
    expect(await answer.text()).toBe('1\n');
    await engine.stop();
  });

  /** Starts a child on the directory, writes a row, leaves a long query running, and reports the child's number. */
  async function parentProgram(): Promise<string> {
    const { bundleOf } = await import('./bundle-of');
    const entry = await bundleOf(join(import.meta.dirname, '..', 'index.ts'), directory);
    return `
      import { startEngine } from ${JSON.stringify(entry)};
      const engine = await startEngine({ directory: ${JSON.stringify(directory)}, childEntry: ${JSON.stringify(await buildChild())} });
      const send = (query) => fetch(engine.url, {
        method: 'POST',
        headers: { 'X-ClickHouse-User': engine.username, 'X-ClickHouse-Key': engine.password },
        body: query,
      });
      await send('CREATE TABLE of_parent (id UInt8) ENGINE = MergeTree ORDER BY id');
      await send('INSERT INTO of_parent VALUES (1)');
      send('SELECT sum(sleepEachRow(0.01)) FROM numbers(6000) SETTINGS max_block_size = 10');
      setTimeout(() => process.send(engine.pid()), 200);
    `;
  }
});
