import type { Profile } from '@tocsin/contracts';
import { ApiError } from '../../api/api-error.ts';

/**
 * A profile from a file's text, JSON or YAML; the reader of YAML is fetched when somebody needs it. Only that it is an
 * object is looked at here; the server judges the rest.
 */
export async function parsedProfile(text: string): Promise<Profile> {
  try {
    const value: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : (await import('yaml')).parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Profile;
  } catch {
    // Falls through: what is neither is no profile.
  }
  throw new ApiError('invalid', {
    type: 'about:blank',
    status: 422,
    code: 'not-a-profile',
    title: { zh: '这个文件不是映射方案。', en: 'This file is no mapping profile.' },
    detail: {
      zh: '请选择从这里下载的 JSON 文件，或按同样的结构书写的 JSON、YAML 文件。',
      en: 'Choose a JSON file downloaded here, or one of the same form in JSON or YAML.',
    },
  });
}
