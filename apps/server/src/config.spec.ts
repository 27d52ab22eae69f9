import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withOverrides } from './config-overrides.ts';
import { BadConfig, loadConfig } from './config.ts';

describe('settings', () => {
  it('has a safe default for everything: loopback, embedded engine, no mail', () => {
    expect(loadConfig({})).toMatchObject({
      dataDirectory: resolve('data'),
      host: '127.0.0.1',
      port: 7070,
      timeZone: 'Asia/Shanghai',
      clickhouse: { url: undefined, database: 'tocsin' },
      smtp: { url: undefined, to: [] },
      hashKey: '',
      trustProxy: false,
    });
  });

  it('cannot be changed afterwards', () => {
    const config = loadConfig({}) as { clickhouse: { database: string } };
    expect(() => (config.clickhouse.database = 'other')).toThrow(TypeError);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ TOCSIN_PORT: '', CLICKHOUSE_URL: ' ' })).toMatchObject({ port: 7070 });
  });

  it('watches no folder unless it is given, and looks into it every five seconds', () => {
    expect(loadConfig({}).watch).toEqual({ folder: undefined, seconds: 5 });
    expect(loadConfig({ TOCSIN_WATCH_FOLDER: 'in' }).watch.folder).toBe(resolve('in'));
  });

  it('splits the recipients of mails', () => {
    expect(loadConfig({ TOCSIN_MAIL_TO: 'a@x.cn, b@x.cn,' }).smtp.to).toEqual(['a@x.cn', 'b@x.cn']);
  });

  it.each([
    [{ TOCSIN_PORT: 'http' }, /TOCSIN_PORT is "http", but it must be a port number/],
    [{ TOCSIN_PORT: '70700' }, /TOCSIN_PORT is "70700"/],
    [{ TOCSIN_TIME_ZONE: 'Beijing' }, /TOCSIN_TIME_ZONE is "Beijing", but it must be an IANA time zone/],
    [{ CLICKHOUSE_URL: 'localhost:8123' }, /CLICKHOUSE_URL .* must be an address that starts with http:\/\//],
    [{ CLICKHOUSE_DATABASE: 'a; DROP' }, /CLICKHOUSE_DATABASE .* letters, digits and underscores/],
    [{ TOCSIN_SCHEDULE: 'maybe' }, /TOCSIN_SCHEDULE/],
    [{ TOCSIN_WATCH_SECONDS: '0' }, /TOCSIN_WATCH_SECONDS is "0", but it must be at least 0.1 seconds/],
  ])('refuses %o in one sentence that names the variable', (env, sentence) => {
    expect(() => loadConfig(env)).toThrow(BadConfig);
    expect(() => loadConfig(env)).toThrow(sentence);
  });

  it('names every wrong variable at once', () => {
    const wrong = { TOCSIN_PORT: 'x', TOCSIN_TIME_ZONE: 'y' };
    expect(() => loadConfig(wrong)).toThrow(/TOCSIN_PORT[\s\S]*\n[\s\S]*TOCSIN_TIME_ZONE/);
  });

  it('never repeats a secret', () => {
    expect(() => loadConfig({ TOCSIN_HASH_KEY: 'short-secret' })).toThrow(/^TOCSIN_HASH_KEY must have at least 16/);
    expect(() => loadConfig({ TOCSIN_HASH_KEY: 'short-secret' })).not.toThrow(/short-secret/);
  });
});

describe('secrets in files', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tocsin-config-')), 'secret');
  writeFileSync(file, 'from the file\n');

  it('reads the file that NAME_FILE names, without its line end', () => {
    expect(loadConfig({ CLICKHOUSE_PASSWORD_FILE: file }).clickhouse.password).toBe('from the file');
  });

  it('refuses both ways at once, and a file that is not there', () => {
    expect(() => loadConfig({ CLICKHOUSE_PASSWORD_FILE: file, CLICKHOUSE_PASSWORD: 'x' })).toThrow(/both set/);
    expect(() => loadConfig({ TOCSIN_SMTP_URL_FILE: `${file}-not` })).toThrow(
      /TOCSIN_SMTP_URL_FILE names .* cannot be read/,
    );
  });
});

it('overrides win group by group and leave the rest of a group alone', () => {
  const config = withOverrides(loadConfig({ CLICKHOUSE_USER: 'me' }), { port: 0, clickhouse: { database: 'other' } });
  expect(config).toMatchObject({ port: 0, clickhouse: { username: 'me', database: 'other' } });
});
