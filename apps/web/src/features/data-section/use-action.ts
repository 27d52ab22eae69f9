import { ref } from 'vue';
import { useTrouble } from '../../i18n/use-trouble.ts';

/** Something a person sets off: busy while it runs, once at a time, and what went wrong as a line to show. */
export function useAction<Arguments extends unknown[], Result>(act: (...given: Arguments) => Promise<Result>) {
  const explain = useTrouble();
  const isBusy = ref(false);
  const trouble = ref('');
  const run = async (...given: Arguments): Promise<Result | undefined> => {
    if (isBusy.value) return undefined;
    isBusy.value = true;
    trouble.value = '';
    try {
      return await act(...given);
    } catch (error) {
      trouble.value = explain(error);
      return undefined;
    } finally {
      isBusy.value = false;
    }
  };
  return { run, isBusy, trouble };
}
