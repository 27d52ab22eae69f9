import type { Role } from '@tocsin/contracts';
import { Refusal } from '../refusal.ts';

/** What roles are called, as on the pages. */
const names: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  admin: { zh: '管理员', en: 'administrator' },
  executive: { zh: '管理层', en: 'executive' },
  risk: { zh: '消保', en: 'risk' },
  analyst: { zh: '分析', en: 'analyst' },
  operator: { zh: '数据', en: 'data operator' },
};

/** The caller's role may look but not do this; says which roles may. An administrator always may. */
export function otherRole(role: Role, allowed: readonly Role[]): Refusal {
  const may = [...new Set<Role>(['admin', ...allowed])];
  const zh = may.map((one) => names[one].zh).join('、');
  const en = may.map((one) => names[one].en).join(', ');
  return new Refusal('not-allowed', {
    detail: {
      zh: `这一操作需要以下角色之一：${zh}；您的角色是${names[role].zh}。请联系管理员。`,
      en: `This takes one of these roles: ${en}; yours is ${names[role].en}. Ask an administrator.`,
    },
  });
}
