import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { describe, expect, it } from 'vitest';
import { readJson, ROOT } from './workspace';

/** Runs setup.mjs in a Node that says it is `version`. */
function setUpOn(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const args = ['--import', `data:text/javascript,${pretend}`, 'apps/cli/bin/setup.mjs'];
  return spawnSync(execPath, args, { cwd: ROOT, encoding: 'utf8' });
}

describe('set-up', () => {
  it.each(['18.20.4', '20.18.3'])('tells a user of Node %s what to do', (version) => {
    const { status, stderr, stdout } = setUpOn(version);
    expect(stderr.trim()).toBe(
      `Tocsin needs Node 20.19 or newer; this is ${version}. ` +
        'Install a current LTS version from nodejs.org and run the command again.',
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('says nothing when there is nothing to do', () => {
    expect(setUpOn('20.19.0')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('comes first in every command a fresh clone may be asked for', () => {
    const { scripts } = readJson<{ scripts: Record<string, string> }>('package.json');
    const without = Object.entries(scripts).filter(([, line]) => !line.startsWith('node apps/cli/bin/setup.mjs'));
    expect(without.map(([name]) => name)).toEqual(['lock']);
  });
});
