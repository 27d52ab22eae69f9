import { describe, expect, it } from 'vitest';
import { Refusal } from '../../refusal.ts';
import { checkPull, nextPull, targetOf } from './pull.ts';

const at = new Date('2026-03-15T04:00:00Z'); // noon in Shanghai
const zone = 'Asia/Shanghai';
const s3 = { url: 's3://complaints/a/b/', endpoint: '', region: 'cn-north-1', schedule: '30 6 * * *' };

describe('a schedule', () => {
  it.each([
    ['30 6 * * *', '2026-03-15T22:30:00.000Z'], // half past six of the next day
    ['0 13 * * *', '2026-03-15T05:00:00.000Z'],
    ['0 8 * * 1-5', '2026-03-16T00:00:00.000Z'], // the fifteenth is a Sunday
    ['0 9 1 * *', '2026-04-01T01:00:00.000Z'],
  ])('%s is next due at %s, in the zone of the product', (schedule, due) => {
    expect(nextPull(schedule, at, zone).toISOString()).toBe(due);
  });

  it.each(['', 'daily', '61 6 * * *', '* * * *', '0 30 6 * * *', '30 6 * * 9'])(
    'is refused when it is "%s"',
    (schedule) => {
      expect(() => checkPull({ ...s3, schedule }, at, zone)).toThrow('is not a schedule: give the five fields');
    },
  );
});

describe('an address', () => {
  it('is a file, or a bucket with a prefix at its storage', () => {
    expect(targetOf({ ...s3, url: 'https://data.example/a.csv' })).toMatchObject({ kind: 'file' });
    expect(targetOf(s3)).toMatchObject({ kind: 'bucket', bucket: 'complaints', prefix: 'a/b/' });
    expect(String(Reflect.get(targetOf(s3), 'endpoint'))).toBe('https://s3.cn-north-1.amazonaws.com/');
    expect(targetOf({ ...s3, url: 's3://complaints' })).toMatchObject({ prefix: '' });
  });

  it.each([
    ['pull.url', { url: 'ftp://data.example/a.csv' }],
    ['pull.url', { url: 'file:///etc/passwd' }],
    ['pull.url', { url: 'data.csv' }],
    ['pull.url', { url: 'https://li:secret@data.example/a.csv' }],
    ['pull.url', { url: 's3://Complaints/a' }],
    ['pull.endpoint', { endpoint: 'storage:9000' }],
    ['pull.region', { region: 'a/b' }],
  ])('is refused, naming %s, for %o', (path, wrong) => {
    const refused = () => checkPull({ ...s3, ...wrong }, at, zone);
    expect(refused).toThrow(Refusal);
    expect(refused).not.toThrow('secret@');
    try {
      refused();
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalid-request', facts: { errors: [{ path }] } });
    }
  });
});
