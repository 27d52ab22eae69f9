import type { Feed, FeedDataMessage, FeedMessage } from '@tocsin/contracts';
import { useQueryClient } from '@tanstack/vue-query';
import { onScopeDispose, readonly, ref } from 'vue';
import { freshnessQuery } from '../freshness/use-freshness.ts';

const PATH: (typeof Feed)['path'] = '/api/v1/feed';
const REOPEN_MS = 5000;

const isLive = ref(true);

/** Whether news reach this page at once; false while the connection is being made again. */
export const useIsLive = () => readonly(isLive);

/**
 * Keeps one connection to the server's feed while the caller lives. A new warning is handed to `onAlert` and refreshes
 * the lists; changed data refresh every figure. The browser reconnects by itself after a short break; when it gives up,
 * so that even the server's restart goes unnoticed, the connection is made anew.
 */
export function useFeed(onAlert: (message: FeedMessage) => void): void {
  const client = useQueryClient();
  const refresh = (...keys: string[]) => keys.forEach((key) => void client.invalidateQueries({ queryKey: [key] }));
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  /** A connection begins with how the data stand: no news to a page whose figures are as new. */
  let isBeginning = true;
  const isKnown = ({ dataVersion }: FeedDataMessage) =>
    client.getQueryData(freshnessQuery.queryKey)?.dataVersion === dataVersion;

  const open = () => {
    source = new EventSource(PATH);
    source.addEventListener('open', () => {
      isLive.value = true;
      isBeginning = true;
      if (wasLost) refresh('figures', 'freshness', 'alerts', 'alert', 'imports', 'import', 'erasures');
      wasLost = false;
    });
    source.addEventListener('alert', (event) => {
      const message = JSON.parse(event.data as string) as FeedMessage;
      refresh('alerts', 'alert');
      // a feed that is late changes no data, but what they mean
      if (message.alert.feed !== null) refresh('figures', 'freshness', 'data-feeds');
      onAlert(message);
    });
    source.addEventListener('data', (event) => {
      const isOld = isBeginning && isKnown(JSON.parse(event.data as string) as FeedDataMessage);
      isBeginning = false;
      if (!isOld) refresh('figures', 'freshness', 'imports', 'import', 'erasures', 'alert');
    });
    source.addEventListener('error', () => {
      isLive.value = false;
      wasLost = true;
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, REOPEN_MS);
    });
  };
  open();
  onScopeDispose(() => {
    clearTimeout(timer);
    source?.close();
  });
}
