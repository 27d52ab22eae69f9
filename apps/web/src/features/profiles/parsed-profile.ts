import type { Profile } from '@tocsin/contracts';
import { ApiError } from '../../api/api-error.ts';

/** A profile from a file's text. Only that it is an object is looked at here; the server judges the rest. */
export function parsedProfile(text: string): Profile {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Profile;
  } catch {
    // Falls through: what is no JSON is no profile either.
  }
  throw new ApiError('invalid', {
    type: 'about:blank',
    status: 422,
    code: 'not-a-profile',
    title: { zh: '这个文件不是映射方案。', en: 'This file is no mapping profile.' },
    detail: {
      zh: '请选择从这里下载的 JSON 文件，或按同样的格式书写。',
      en: 'Choose a JSON file downloaded here, or one of the same form.',
    },
  });
}
