import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, environment, newDataDirectory, type Outcome, runCommand } from './testing/run-command.ts';

let command = '';
const data = newDataDirectory();
const tocsin = (...args: string[]) => runCommand(command, args, data);
/** stdout must be one JSON document and nothing else. */
const jsonOf = ({ stdout, stderr, code }: Outcome): Record<string, unknown> => {
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Record<string, unknown>;
};

beforeAll(async () => {
  command = await buildCommand();
});
afterAll(() => {
  rmSync(data, { recursive: true, force: true });
  rmSync(dirname(command), { recursive: true, force: true });
});

const csv = join(data, 'cases.csv.gz');
writeFileSync(
  csv,
  gzipSync(
    [
      'complaint_id,received_at,source,region,line',
      '1,2026-01-05 09:00:00,self,110000,property.motor',
      '2,2026-01-06 09:00:00,regulator,440300,life.medical',
      '3,2026-02-07 09:00:00,self,110000,property.motor',
      '4,2026-02-30 09:00:00,self,110000,property.motor',
      '5,2026-02-08 09:00:00,nobody,110000,property.motor',
    ].join('\n'),
  ),
);

describe('import', () => {
  it('says what would become of a file and stores nothing', async () => {
    const { stdout, code } = await tocsin('import', csv, '--profile', 'canonical', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(/5 read[\s\S]*3 would be accepted[\s\S]*2 would be rejected[\s\S]*received_at[\s\S]*stored/);
    expect(existsSync(join(data, 'store'))).toBe(false);
    expect(jsonOf(await tocsin('import', csv, '--dry-run', '--json'))).toMatchObject({
      read: 5,
      accepted: 3,
      rejected: 2,
    });
  });

  it('brings a file in with no server running, says what became of its rows, and stops the engine', async () => {
    const done = jsonOf(await tocsin('import', csv, '--profile', 'canonical', '--json'));
    expect(done).toMatchObject({ state: 'done', read: 5, accepted: 3, added: 3, rejected: 2 });
    expect(done['reasons']).toHaveLength(2);
    expect(existsSync(join(data, 'owner.json'))).toBe(false);
  });

  it('recognises the same file', async () => {
    const { stdout } = await tocsin('import', csv);
    expect(stdout).toMatch(/3 accepted: 3 added, 0 updated, 0 duplicate/);
    expect(
      jsonOf(await tocsin('series', '--by', 'year', '--from', '2026-01-01', '--until', '2027-01-01', '--json')),
    ).toMatchObject({ points: [{ value: 3 }] });
  });

  it('refuses a file or a profile that is not there', async () => {
    const missing = await tocsin('import', join(data, 'no.csv'));
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    expect(missing.stderr).toMatch(/cannot be read/);
    const profile = await tocsin('import', csv, '--profile', 'nobody');
    expect(profile.stderr).toMatch(/no profile nobody: there are canonical/);
    expect((await tocsin('import', csv, '--profile', 'nobody', '--dry-run')).code).toBe(2);
  });
});

describe('series', () => {
  const period = ['--from', '2026-01-01', '--until', '2026-03-01'];

  it('takes coverage for line, and several conditions', async () => {
    const { points } = jsonOf(
      await tocsin('series', ...period, '--split', 'coverage', '--where', 'region=110000', '--json'),
    );
    expect(points).toEqual([
      { at: '2026-01-01', split: 'property.motor', value: 1, compared: null, complete: 1 },
      { at: '2026-02-01', split: 'property.motor', value: 1, compared: null, complete: 1 },
    ]);
    const none = jsonOf(
      await tocsin('series', ...period, '--where', 'coverage=life', '--where', 'region=110000', '--json'),
    );
    expect(JSON.stringify(none['points'])).not.toMatch(/"value":[1-9]/);
  });

  it('sets each bucket beside the one before', async () => {
    const beside = await tocsin('series', ...period, '--compare', 'period', '--json');
    expect(jsonOf(beside)['points']).toMatchObject([{ compared: null }, { compared: null }]);
  });

  it('shows a table, and says what is wrong with a question', async () => {
    expect((await tocsin('series', ...period)).stdout).toBe('2026-01-01  2\n2026-02-01  1\n');
    const wrong = await tocsin('series', '--split', 'colour');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('There is no dimension "colour"')]);
    const day = await tocsin('series', '--from', '2026-02-30', '--until', '2026-03-01');
    expect([day.code, day.stderr]).toEqual([1, expect.stringContaining('from')]);
  });
});

describe('lineage', () => {
  it('names the imports and rows behind a figure, as many complaints as the figure has', async () => {
    const period = ['--from', '2026-01-01', '--until', '2026-03-01'];
    const { batches, complaints } = jsonOf(await tocsin('lineage', ...period, '--where', 'region=110000', '--json'));
    expect(batches).toMatchObject([{ profile: 'canonical', complaints: 2 }]);
    expect(complaints).toBe(2);
    expect((await tocsin('lineage', ...period)).stdout).toMatch(/ 3 +rows 2–\d+\nall +3\n$/);
  });
});

describe('a running server', () => {
  let server: ChildProcess;
  let url = '';
  beforeAll(async () => {
    server = spawn(process.execPath, [command, 'serve'], {
      env: environment(data),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    url = await new Promise<string>((resolve) => {
      server.stderr?.on('data', (chunk) => {
        const found = /Tocsin is at (\S+)/.exec(String(chunk))?.[1];
        if (found !== undefined) resolve(found);
      });
    });
  });
  afterAll(() => server.kill('SIGKILL'));

  it('is found and used by the commands, and its accounts can sign in', async () => {
    const account = jsonOf(await tocsin('user', 'create', 'amy', '--role', 'risk', '--organisation', 'B11', '--json'));
    expect(account).toMatchObject({ name: 'amy', role: 'risk', organisations: ['B11'] });
    const body = JSON.stringify({ name: 'amy', password: account['password'] });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toEqual([200, { name: 'amy', role: 'risk', organisations: ['B11'] }]);
    expect((await tocsin('user', 'create', 'amy')).stderr).toMatch(/name is taken/);
  });

  it('keeps profiles as versions, and brings files in by them', async () => {
    const shown = await tocsin('profile', 'show', 'texas');
    const branch = {
      ...JSON.parse(shown.stdout),
      name: 'branch',
      fields: { complaint_id: { column: '编号' }, received_at: { column: '日期' }, line: { column: '险种' } },
      dates: ['yyyy/M/d'],
      ignored: [],
    };
    const [profile, file] = [join(data, 'branch.json'), join(data, 'branch.csv')];
    writeFileSync(profile, JSON.stringify(branch));
    writeFileSync(file, '编号,日期,险种\n91,2026/3/1,车险\n92,2026/3/32,车险\n');
    expect(jsonOf(await tocsin('import', file, '--profile', profile, '--dry-run', '--json'))).toMatchObject({
      accepted: 1,
    });
    expect(jsonOf(await tocsin('import', file, '--profile', profile, '--json'))).toMatchObject({
      profile: 'branch',
      profileVersion: 1,
      added: 1,
      rejected: 1,
    });
    writeFileSync(profile, JSON.stringify({ ...branch, dates: ['M/d/yyyy', 'd/M/yyyy'] }));
    const doubtful = await tocsin('profile', 'put', profile);
    expect([doubtful.code, doubtful.stderr]).toEqual([2, expect.stringContaining('different days')]);
    writeFileSync(profile, JSON.stringify({ ...branch, maxRejectedShare: 0.1 }));
    expect((await tocsin('profile', 'put', profile)).stdout).toBe('Profile branch is kept as version 2.\n');
    const versions = jsonOf(await tocsin('profile', 'versions', 'branch', '--json'))['versions'];
    expect(versions).toMatchObject([{ version: 2 }, { version: 1 }]);
    expect((await tocsin('profile', 'list')).stdout).toMatch(/branch +2 [\s\S]*canonical +0 +ships with Tocsin/);
    expect((await tocsin('import', file, '--profile', 'branch')).stdout).toMatch(/1 rejected/);
  });

  it('gives a profile as YAML and takes it back, the same', async () => {
    const { stdout } = await tocsin('profile', 'show', 'texas', '--yaml');
    expect(stdout).toMatch(/^name: texas\n/);
    const file = join(data, 'texas.yaml');
    writeFileSync(file, `# of the open data portal\n${stdout}`);
    // The same content as the one that ships makes no version.
    expect((await tocsin('profile', 'put', file)).stdout).toBe('Profile texas is kept as version 0.\n');
    writeFileSync(file, 'name: [unclosed\n');
    const broken = await tocsin('profile', 'put', file);
    expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining('is not YAML')]);
  });

  it('takes the profile that fits where none is named, and says why; refuses what none fits', async () => {
    const [file, other] = [join(data, 'fits.csv'), join(data, 'other.csv')];
    writeFileSync(file, '编号,日期,险种\n93,2026/3/1,车险\n');
    writeFileSync(other, '甲,乙\n1,2\n');
    const tried = await tocsin('import', file, '--dry-run', '--json');
    expect(jsonOf(tried)).toMatchObject({ profile: 'branch', accepted: 1 });
    const done = await tocsin('import', file);
    expect(done.stdout).toMatch(/all 3 columns are those of the profile branch[\s\S]*1 added/);
    for (const more of [[], ['--dry-run']]) {
      const refused = await tocsin('import', other, ...more);
      expect([refused.code, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toMatch(
        /lacks the columns complaint_id, received_at, source[\s\S]*tocsin profile suggest/,
      );
    }
  });

  it('takes a password from stdin, and the keys that are made', async () => {
    const args = ['user', 'create', 'bob', '--password-stdin', '--json'];
    expect(jsonOf(await runCommand(command, args, data, 'a password of my own\n'))).not.toHaveProperty('password');
    const { key } = jsonOf(await tocsin('key', 'create', 'feed', '--role', 'analyst', '--json'));
    const authorization = `Bearer ${String(key)}`;
    expect((await fetch(`${url}/api/v1/session`, { headers: { authorization } })).status).toBe(200);
  });

  it('keeps its record to itself, refuses a second server, and goes in good order', async () => {
    expect(JSON.parse(readFileSync(join(data, 'owner.json'), 'utf8'))).toMatchObject({ published: { url } });
    const second = await tocsin('serve');
    expect([second.code, second.stderr]).toEqual([1, expect.stringMatching(/in use by process \d+/)]);
    server.kill('SIGTERM');
    const code = await new Promise((resolve) => server.on('exit', resolve));
    expect([code, existsSync(join(data, 'owner.json'))]).toEqual([0, false]);
  });
});

it('a wrong setting is one sentence, not a stack', async () => {
  const env = { ...environment(data), TOCSIN_TIME_ZONE: 'Peking' };
  const child = spawn(process.execPath, [command, 'serve'], { env });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^TOCSIN_TIME_ZONE is "Peking", but .*Shanghai.*\n$/)]);
});

describe('scan', () => {
  it('finds a cluster on a map from a file, and says what is no map', async () => {
    const file = join(data, 'map.json');
    const map = { ids: ['a', 'b', 'c', 'd'], x: [0, 1, 5, 6], y: [0, 0, 0, 0], cases: [20, 5, 5, 4] };
    writeFileSync(file, JSON.stringify({ ...map, population: [100, 100, 100, 100], expected: {} }));
    const { mlc, expected } = jsonOf(await tocsin('scan', '--input', file, '--json'));
    expect([mlc, expected]).toMatchObject([{ locations1based: [1], cases: 20, expected: 8.5 }, {}]);
    expect((await tocsin('scan', '--input', file)).stdout).toMatch(/^places[\s\S]*a +20 +8\.50/);
    writeFileSync(file, JSON.stringify(map));
    const wrong = await tocsin('scan', '--input', file);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('not a map of cases')]);
  });
});

describe('rules', () => {
  const file = join(data, 'rules.yaml');
  const yaml = (atLeast: number | string) =>
    [
      'id: visits-day-10',
      'label: { zh: 来访, en: Visits }',
      'enabled: true',
      'measure: complaints',
      'grain: day',
      `detector: { name: threshold, atLeast: ${atLeast}, level: orange }`,
      '',
    ].join('\n');

  it('come out as a file that changes nothing when it goes back in', async () => {
    expect((await tocsin('rules', 'list')).stdout).toMatch(/region-week +series +v1 +on +tocsin/);
    expect((await tocsin('rules', 'export', '--output', file)).code).toBe(0);
    expect((await tocsin('rules', 'diff', file)).stdout).toMatch(/^0 would change, \d+ would stay/);
    expect((await tocsin('rules', 'show', 'company-day')).stdout).toMatch(/^id: company-day\n/);
    expect((await tocsin('rules', 'show', 'nothing')).stderr).toContain('no rule nothing');
  });

  it('say what a file would change, and change it only when told to', async () => {
    writeFileSync(file, yaml(15));
    const change = /~ visits-day-10 \(version 1 → 2\)[\s\S]*detector.atLeast: 10 → 15/;
    expect((await tocsin('rules', 'diff', file)).stdout).toMatch(change);
    const refused = await tocsin('rules', 'apply', file);
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringMatching(change)]);
    expect(refused.stderr).toContain('Nothing was changed');
    expect((await tocsin('rules', 'apply', file, '--yes')).stdout).toContain('visits-day-10 is kept as version 2.');
    expect(jsonOf(await tocsin('rules', 'diff', file, '--json'))).toMatchObject({
      rules: [{ version: 2, changes: [] }],
    });
  });

  it('that are wrong are refused with the place and the reason', async () => {
    writeFileSync(file, yaml('ten'));
    const { code, stderr } = await tocsin('rules', 'apply', file, '--yes');
    expect(code).toBe(2);
    expect(stderr).toMatch(/rules\.yaml:6 +visits-day-10 +detector\.atLeast: Invalid input: expected number/);
  });
});

describe('backtest', () => {
  const period = ['--from', '2026-01-05', '--until', '2026-03-02'];

  it('takes what is known to have happened from a CSV file, and says what is wrong with one', async () => {
    const file = join(data, 'incidents.csv');
    const head = 'id,label,from,until,slice,note';
    writeFileSync(file, `${head}\nflood,水灾,2026-01-05,2026-01-20,region=110000|line=property.motor,\n`);
    const reply = { id: 'flood', slice: { region: '110000', line: 'property.motor' }, origin: 'file' };
    expect(jsonOf(await tocsin('incidents', 'put', file, '--json'))).toMatchObject({ incidents: [reply] });
    expect((await tocsin('incidents', 'list')).stdout).toMatch(/flood +2026-01-05 +2026-01-20 +region=110000/);
    writeFileSync(file, `${head}\nflood,水灾,last week,2026-01-20,,\n`);
    const wrong = await tocsin('incidents', 'put', file);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringMatching(/incident 1 +from: /)]);
  });

  it('says what rules would have done, beside alternatives, and what is to be known about it', async () => {
    const alternative = ['--alternative', 'detector.atLeast=2'];
    const asked = ['backtest', '--rule', 'visits-day-10', '--rule', 'region-week@1', ...period, ...alternative];
    const { stdout } = await tocsin(...asked, '--budget', '2');
    expect(stdout).toMatch(/visits-day-10@2 +0 +0[\s\S]*visits-day-10@2 detector.atLeast=2 +0[\s\S]*region-week@1 +0/);
    expect(stdout).toMatch(/0\/1[\s\S]*visits-day-10@2 → as it is: [\s\S]*files of history/);
    expect(jsonOf(await tocsin(...asked, '--json'))).toMatchObject({
      state: 'done',
      outcomes: [{ version: 2 }, {}, {}],
    });
    const facts = await tocsin('backtest', '--rule', 'media', '--rule', 'feed-missing', ...period, '--budget', '2');
    expect(facts.stdout).toMatch(/media@1 +0 +0 [\s\S]*feed-missing@1 +0 +– /);
    expect(facts.stdout).toMatch(
      /“Brought by the media” tells every single case or delivery: it has no stricter setting/,
    );
    const unknown = await tocsin('backtest', '--rule', 'nothing', ...period);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('no rule nothing')]);
  });
});

describe('reference', () => {
  const file = join(data, 'lines.csv');

  it('brings a table in and gives it back; a trial and a half-refused replacement store nothing', async () => {
    writeFileSync(file, 'code,zh\nlife.x,新险\n,无代码\n');
    expect(jsonOf(await tocsin('reference', 'put', 'line', file, '--dry-run', '--json'))).toMatchObject({ added: 1 });
    const refused = await tocsin('reference', 'put', 'line', file, '--replace');
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('row 3: code is required.')]);
    expect((await tocsin('reference', 'get', 'line')).stdout).not.toContain('life.x');
    expect((await tocsin('reference', 'put', 'line', file)).stdout).toContain('1 added');
    expect((await tocsin('reference', 'get', 'line')).stdout).toContain('life.x,新险');
    expect((await tocsin('reference', 'list')).stdout).toMatch(/line +1 +v1/);
    expect((await tocsin('reference', 'get', 'nothing')).code).toBe(1);
  });
});
