export { type EmbeddedOptions, type EmbeddedPostgres, findEmbedded, keepEmbedded, startEmbedded } from './embedded.ts'
export { type DataLock, lockDataFolder } from './lock.ts'
