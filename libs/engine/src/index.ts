export { startEngine, type Engine } from './start-engine';
export type { EngineLog, EngineOptions } from './options';
export { EngineStartFailed } from './child-process';
export { EngineDirectoryInUse, readOwner, type Owner, type OwnerRecord } from './owner';
