import { useI18n } from 'vue-i18n';
import { ApiError } from '../api/api-error.ts';
import { useFormat } from './use-format.ts';

/** What went wrong, in one line the reader can act on: the server's own words where it has some. */
export function useTrouble() {
  const { t } = useI18n();
  const { sentence } = useFormat();
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return `${t('state.failed')} ${t('state.failedHint')}`;
    const { problem, kind } = error;
    if (problem) return [problem.title, problem.detail].flatMap((one) => (one ? [sentence(one)] : [])).join(' ');
    const key = kind === 'offline' || kind === 'busy' || kind === 'forbidden' || kind === 'missing' ? kind : 'failed';
    return `${t(`state.${key}`)} ${t(`state.${key}Hint`)}`;
  };
}
