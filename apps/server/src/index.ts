export { type RunningServer, type ServerParts, createServer } from './create-server.ts';
export { BadConfig, type Config, loadConfig } from './config.ts';
export type { ConfigOverrides } from './config-overrides.ts';
export { type Clock, dayIn, systemClock } from './clock.ts';
export { explained } from './explained.ts';
export { type Owner, readOwner } from './owner-file.ts';
export { readableSecret } from './identity/secret.ts';
export { stopOnSignal } from './stop-on-signal.ts';
