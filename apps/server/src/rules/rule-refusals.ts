import { Refusal } from '../refusal.ts';

export const unknownRule = (id: string) =>
  new Refusal('not-found', { detail: { zh: `没有编号为 ${id} 的规则。`, en: `There is no rule ${id}.` } });

export const unknownVersion = (id: string, version: number) =>
  new Refusal('not-found', {
    detail: { zh: `规则 ${id} 没有第 ${version} 版。`, en: `The rule ${id} has no version ${version}.` },
  });

export const changedMeanwhile = (id: string, expected: number, newest: number) =>
  new Refusal('conflict', {
    detail: {
      zh: `规则 ${id} 现为第 ${newest} 版，您修改的是第 ${expected} 版，期间已被他人改动：未保存。请重新打开，核对后再改。`,
      en: `The rule ${id} is at version ${newest} now and you changed version ${expected}: somebody else was there meanwhile. Nothing was kept; open it again, look, and change it anew.`,
    },
    errors: [{ path: 'expectedVersion', message: `must be ${newest}` }],
  });

export const removedRule = (id: string) =>
  new Refusal('conflict', {
    detail: {
      zh: `规则 ${id} 已删除，不能再修改或启用：请用新的编号另建一条。`,
      en: `The rule ${id} was removed and cannot be changed or switched on again: make a new one with another id.`,
    },
  });

export const otherId = (path: string, body: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `地址中的编号 ${path} 与规则中的 ${body} 不一致：请改为相同。`,
      en: `The address says ${path} and the rule ${body}: make them the same.`,
    },
    errors: [{ path: 'rule.id', message: `must be ${path}` }],
  });

export const otherKind = (id: string, was: string, is: string) =>
  new Refusal('conflict', {
    detail: {
      zh: `规则 ${id} 的类型是 ${was}，不能改为 ${is}：它的预警会失去依据。请另建一条。`,
      en: `The rule ${id} is of kind ${was} and cannot become ${is}: its warnings would lose their ground. Make a new one.`,
    },
    errors: [{ path: 'rule.kind', message: `must be ${was}` }],
  });

export const scopedCaller = () =>
  new Refusal('not-allowed', {
    detail: {
      zh: '规则适用于全公司：只查看部分机构的账号不能修改或试算规则。',
      en: 'Rules hold for the whole company: an account that sees some organisations only may neither change nor try them.',
    },
  });
