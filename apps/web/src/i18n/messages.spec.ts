import {
  alertEventKinds,
  dimensions,
  importStates,
  levels,
  noticeStates,
  roles,
  verdictKinds,
} from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import en from './messages/en/index.ts';
import zhCn from './messages/zh-cn/index.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const chinese = new Map(leaves(zhCn));
const english = new Map(leaves(en));

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('leave nothing empty', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('fill the same holes in every message', () => {
    const differing = [...chinese].filter(([key, text]) => {
      const other = english.get(key) ?? '';
      return holes(text).join() !== holes(other).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each([
    ['dimension', dimensions],
    ['alerts.levels', levels],
    ['alert.kinds', alertEventKinds],
    ['alert.notice', noticeStates],
    ['alert.verdict', verdictKinds],
    ['imports.states', importStates],
    ['session.roles', roles],
  ])('have a word for every %s of the contracts', (path, codes) => {
    expect(codes.filter((code) => !chinese.has(`${path}.${code}`))).toEqual([]);
  });

  it('are the language they say they are', () => {
    const chineseInEnglish = [...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text)).map(([key]) => key);
    expect(chineseInEnglish).toEqual(['app.full', 'locale.switch']);
  });
});
