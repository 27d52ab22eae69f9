export { startEngine, type Engine } from './start-engine.ts';
export type { EngineLog, EngineOptions } from './options.ts';
export { EngineStartFailed } from './child-process.ts';
export { EngineDirectoryInUse, readOwner, type Owner, type OwnerRecord } from './owner.ts';
