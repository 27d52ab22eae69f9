// Before the first paint, so that a dark page never flashes white. The same key and rule as src/ui/use-theme.ts.
(function () {
  let chosen = null;
  try {
    chosen = localStorage.getItem('tocsin.theme');
  } catch {
    // Storage may be closed to us; then the system decides.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
})();
