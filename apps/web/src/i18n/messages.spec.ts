import {
  alertEventKinds,
  caseMarks,
  caseOrders,
  dimensions,
  actionStates,
  encodings,
  feedKinds,
  feedStates,
  fileFormats,
  gatherings,
  importStates,
  levels,
  noticeStates,
  packings,
  rhythms,
  roles,
  rowOutcomes,
  verdictKinds,
} from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import en from './messages/en/index.ts';
import alertEn from './messages/en/alert/index.ts';
import contextEn from './messages/en/context/index.ts';
import galleryEn from './messages/en/gallery/index.ts';
import exportsEn from './messages/en/exports/index.ts';
import casesEn from './messages/en/cases/index.ts';
import timelinessEn from './messages/en/timeliness/index.ts';
import rulesEn from './messages/en/rules/index.ts';
import viewsEn from './messages/en/views/index.ts';
import printEn from './messages/en/print/index.ts';
import regionsEn from './messages/en/regions/index.ts';
import wallEn from './messages/en/wall/index.ts';
import trendsEn from './messages/en/trends/index.ts';
import dataEn from './messages/en/data/index.ts';
import zhCn from './messages/zh-cn/index.ts';
import alertZhCn from './messages/zh-cn/alert/index.ts';
import contextZhCn from './messages/zh-cn/context/index.ts';
import galleryZhCn from './messages/zh-cn/gallery/index.ts';
import exportsZhCn from './messages/zh-cn/exports/index.ts';
import casesZhCn from './messages/zh-cn/cases/index.ts';
import timelinessZhCn from './messages/zh-cn/timeliness/index.ts';
import rulesZhCn from './messages/zh-cn/rules/index.ts';
import viewsZhCn from './messages/zh-cn/views/index.ts';
import printZhCn from './messages/zh-cn/print/index.ts';
import regionsZhCn from './messages/zh-cn/regions/index.ts';
import wallZhCn from './messages/zh-cn/wall/index.ts';
import trendsZhCn from './messages/zh-cn/trends/index.ts';
import dataZhCn from './messages/zh-cn/data/index.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const chinese = new Map([
  ...leaves(zhCn),
  ...leaves(dataZhCn),
  ...leaves(alertZhCn),
  ...leaves(contextZhCn),
  ...leaves(trendsZhCn),
  ...leaves(viewsZhCn),
  ...leaves(exportsZhCn),
  ...leaves(galleryZhCn),
  ...leaves(printZhCn),
  ...leaves(regionsZhCn),
  ...leaves(wallZhCn),
  ...leaves(casesZhCn),
  ...leaves(timelinessZhCn),
  ...leaves(rulesZhCn),
]);
const english = new Map([
  ...leaves(en),
  ...leaves(dataEn),
  ...leaves(alertEn),
  ...leaves(contextEn),
  ...leaves(trendsEn),
  ...leaves(viewsEn),
  ...leaves(exportsEn),
  ...leaves(galleryEn),
  ...leaves(printEn),
  ...leaves(regionsEn),
  ...leaves(wallEn),
  ...leaves(casesEn),
  ...leaves(timelinessEn),
  ...leaves(rulesEn),
]);

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
    ['alerts.kinds', alertEventKinds],
    ['alert.notice', noticeStates],
    ['alert.verdict', verdictKinds],
    ['data.states', importStates],
    ['data.outcomes', rowOutcomes],
    ['data.channels', feedKinds],
    ['data.feedStates', feedStates],
    ['data.rhythms', rhythms],
    ['data.formats', fileFormats],
    ['data.encodings', encodings],
    ['data.packings', packings],
    ['data.wizard.gatherings', gatherings],
    ['data.erasures.states', actionStates],
    ['session.roles', roles],
    ['cases.marks', caseMarks],
    ['cases.orders', caseOrders],
  ])('have a word for every %s of the contracts', (path, codes) => {
    expect(codes.filter((code) => !chinese.has(`${path}.${code}`))).toEqual([]);
  });

  it('are the language they say they are', () => {
    const chineseInEnglish = [...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text)).map(([key]) => key);
    expect(chineseInEnglish).toEqual(['app.full', 'locale.switch']);
  });
});
