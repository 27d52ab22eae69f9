import { onScopeDispose, ref } from 'vue';
import { isPrinted } from '../../ui/use-theme.ts';

/**
 * Makes the page light while it is printed, charts included, and tells when that last began. Browsers say so by events
 * or by the medium; whichever comes first counts. What hangs on it is redrawn before the browser lays out the paper.
 */
export function usePrinting() {
  const at = ref(new Date());
  const paper = matchMedia('print');
  const begin = () => {
    if (!isPrinted.value) at.value = new Date();
    isPrinted.value = true;
  };
  const end = () => (isPrinted.value = false);
  const follow = ({ matches }: { readonly matches: boolean }) => (matches ? begin() : end());
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  paper.addEventListener('change', follow);
  onScopeDispose(() => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
    paper.removeEventListener('change', follow);
    end();
  });
  return at;
}
