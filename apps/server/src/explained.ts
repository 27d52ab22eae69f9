/** Failures that explain themselves: what happened and what to do. */
const EXPECTED = new Set(['BadConfig', 'EngineDirectoryInUse', 'EngineStartFailed']);

/** What to tell a person when the server cannot start; whatever nobody foresaw comes with its stack. */
export function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (EXPECTED.has(error.name)) return error.message;
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${String(error.port)} is taken. Stop the program that uses it, or set TOCSIN_PORT to another port.`;
  }
  if ('code' in error && error.code === 'EACCES' && 'port' in error) {
    return `Port ${String(error.port)} may not be used by this account. Set TOCSIN_PORT to a port above 1023.`;
  }
  return error.stack ?? error.message;
}
