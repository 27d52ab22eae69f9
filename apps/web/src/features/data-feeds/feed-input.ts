import type { DataFeedInput } from '@tocsin/contracts';
import type { Feed } from './use-data-feeds.ts';

/** A feed as its form holds it: the parts of every kind, of which only those of the chosen kind are sent. */
export interface FeedDraft {
  id: string;
  zh: string;
  en: string;
  kind: Feed['kind'];
  profile: string;
  rhythm: Feed['rhythm'];
  dueBy: string;
  apiKey: string;
  url: string;
  schedule: string;
  endpoint: string;
  region: string;
  accessKey: string;
  secretKey: string;
  enabled: boolean;
}

export const feedDraft = (feed?: Feed): FeedDraft => ({
  id: feed?.id ?? '',
  zh: feed?.label.zh ?? '',
  en: feed?.label.en ?? '',
  kind: feed?.kind ?? 'pull',
  profile: feed?.profile ?? 'canonical',
  rhythm: feed?.rhythm ?? 'workdays',
  dueBy: feed?.dueBy ?? '09:00',
  apiKey: feed?.apiKey ?? '',
  url: feed?.pull?.url ?? '',
  schedule: feed?.pull?.schedule ?? '0 6 * * *',
  endpoint: feed?.pull?.endpoint ?? '',
  region: feed?.pull?.region ?? 'us-east-1',
  accessKey: feed?.pull?.accessKey ?? '',
  secretKey: '',
  enabled: feed?.enabled ?? true,
});

/** What is sent: an empty secret keeps the stored one, a missing English name is the Chinese one. */
export function feedInput(draft: FeedDraft): DataFeedInput {
  const { id, zh, en, kind, profile, rhythm, dueBy, enabled, url, schedule, endpoint, region, accessKey } = draft;
  const secret = draft.secretKey === '' ? {} : { secretKey: draft.secretKey };
  return {
    id,
    label: { zh, en: en || zh },
    kind,
    profile,
    rhythm,
    dueBy,
    enabled,
    apiKey: kind === 'api' ? draft.apiKey : '',
    pull: kind === 'pull' ? { url, schedule, endpoint, region, accessKey, ...secret } : null,
  };
}

/** Where the files of a folder feed are put down, below the folder that the server watches. */
export const folderFor = (watched: string, id: string): string => `${watched.replace(/\/$/, '')}/${id || '…'}`;

type Problem = 'id' | 'label' | 'url' | 'folder' | 'taken';

/** The first thing that keeps a feed from being saved, as a message key; `watched` is null where the server watches no folder. */
export function feedProblem({ id, zh, kind, url }: FeedDraft, watched: string | null): Problem | undefined {
  if (zh.trim() === '') return 'label';
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) return 'id';
  if (kind === 'pull' && !/^(https?|s3):\/\//.test(url)) return 'url';
  if (kind === 'folder' && watched === null) return 'folder';
  if (kind === 'folder' && /^(done|failed)$/.test(id)) return 'taken';
  return undefined;
}
