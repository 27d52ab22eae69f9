import { describe, expect, it } from 'vitest';
import { base64 } from './tus-client.ts';
import { type Unfinished, unfinishedOf, withUnfinished } from './unfinished-uploads.ts';

const begun = (id: string, more: Partial<Unfinished> = {}): Unfinished => ({
  id,
  name: '投诉.csv',
  size: 100,
  modifiedAt: 7,
  sent: 40,
  ...more,
});

describe('an upload that was broken off', () => {
  it('is known again by name, size and time of change, all three', () => {
    const list = [begun('a'), begun('b', { name: 'other.csv' })];
    const file = { name: '投诉.csv', size: 100, lastModified: 7 };
    expect(unfinishedOf(file, list)?.id).toBe('a');
    expect(unfinishedOf({ ...file, size: 101 }, list)).toBeUndefined();
    expect(unfinishedOf({ ...file, lastModified: 8 }, list)).toBeUndefined();
  });

  it('is kept once, newest first, and no more than five are', () => {
    const list = ['a', 'b', 'c', 'd', 'e'].map((id) => begun(id));
    expect(withUnfinished(list, begun('c', { sent: 80 })).map(({ id, sent }) => `${id}${sent}`)).toEqual([
      'c80',
      'a40',
      'b40',
      'd40',
      'e40',
    ]);
    expect(withUnfinished(list, begun('f')).map(({ id }) => id)).toEqual(['f', 'a', 'b', 'c', 'd']);
  });
});

it('a file name goes as base64 of its UTF-8 bytes', () => {
  // printf '投诉.csv' | base64
  expect(base64('投诉.csv')).toBe('5oqV6K+JLmNzdg==');
});
