import type { Sentence } from '@tocsin/contracts';
import type { Misfit } from './plan.ts';

/** Why a file was refused as a whole, and what to do about it. */
export function misfitSentence(misfit: Misfit, profileName: string): Sentence {
  const named = 'columns' in misfit ? misfit.columns.slice(0, 10) : [];
  const columns = named.join(', ');
  const columnsZh = named.join('、');
  switch (misfit.code) {
    case 'no-header':
      return {
        zh: '文件为空或没有表头：第一行应为列名。',
        en: 'The file is empty or has no header: its first row must name the columns.',
      };
    case 'column-missing':
      return {
        zh: `文件缺少列 ${columnsZh}：请补上这些列，或选用其他导入模板（当前为 ${profileName}）。`,
        en: `The file lacks the columns ${columns}: add them, or choose another profile than ${profileName}.`,
      };
    case 'column-unknown':
      return {
        zh: `导入模板 ${profileName} 不认识列 ${columnsZh}：请改名或删除，以免数据丢失而不被察觉。`,
        en: `The profile ${profileName} does not know the columns ${columns}: rename or remove them, so that nothing is lost unseen.`,
      };
    case 'column-twice':
      return {
        zh: `列 ${columnsZh} 出现了两次：请只保留一列。`,
        en: `The columns ${columns} appear twice: keep one of each.`,
      };
  }
}
