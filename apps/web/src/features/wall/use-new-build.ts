import { onScopeDispose, type Ref, watch } from 'vue';

const EVERY_MS = 10 * 60_000;

/** The scripts and styles that a page names; their names carry the hash of what is in them. */
export const filesNamed = (html: string): string =>
  [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ');

/**
 * Loads the page anew when the server has another build of it: looked for every ten minutes, and as soon as a lost
 * connection is back, which is when a new version has been put in place. A server that does not answer is no new build.
 */
export function useNewBuild(isLost: Readonly<Ref<boolean>>, reload: () => void = () => location.reload()) {
  const own = filesNamed(document.head.innerHTML + document.body.innerHTML);
  async function look() {
    const answer = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } }).catch(() => undefined);
    if (answer?.ok !== true) return;
    const files = filesNamed(await answer.text());
    if (files !== '' && !files.split(' ').every((name) => own.includes(name))) reload();
  }
  const timer = setInterval(() => void look(), EVERY_MS);
  watch(isLost, (lost) => {
    if (!lost) void look();
  });
  onScopeDispose(() => clearInterval(timer));
}
