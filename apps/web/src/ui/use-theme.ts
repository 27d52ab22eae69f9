import type { Theme } from '@tocsin/charts';
import { computed, ref, watchEffect } from 'vue';

export const themeChoices = ['light', 'dark', 'auto'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const KEY = 'tocsin.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = ref(system.matches);
system.addEventListener('change', ({ matches }) => (systemIsDark.value = matches));

const choice = ref<ThemeChoice>(remembered());
/** Paper is white: while a page is printed it is light, whatever was chosen. */
export const isPrinted = ref(false);
const theme = computed<Theme>(() => {
  if (isPrinted.value) return 'light';
  if (choice.value === 'auto') return systemIsDark.value ? 'dark' : 'light';
  return choice.value;
});

watchEffect(() => document.documentElement.classList.toggle('dark', theme.value === 'dark'));

/** The chosen appearance and the theme it comes to; public/theme.js applies the same rule before the first paint. */
export function useTheme() {
  const choose = (next: ThemeChoice) => {
    choice.value = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Storage is closed to us: the choice lasts until the page is left.
    }
  };
  return { choice, theme, choose };
}

function remembered(): ThemeChoice {
  try {
    return themeChoices.find((known) => known === localStorage.getItem(KEY)) ?? 'auto';
  } catch {
    return 'auto';
  }
}
