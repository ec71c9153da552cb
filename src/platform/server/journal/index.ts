export { type AppendStatement, appendEntries, appendParameter, appendStatement, refuseMoved } from './append.ts'
export { appendCtes } from './append-store.ts'
export { type EntryActor, type EntryId, type NewEntry, newEntryId } from './entry.ts'
export type { SealedEntry } from './entry-row.ts'
export { openFileSigner } from './file-signer.ts'
export { latestHead } from './head-store.ts'
export { type HeadVerifier, headVerifier } from './head-verifier.ts'
export { type JournalWork, sealAll, startJournal } from './journal-worker.ts'
export {
  type Advance,
  advanceProjection,
  catchUp,
  defineProjection,
  type Projection,
  rebuildProjection,
} from './projection.ts'
export { refusals } from './refusals.ts'
export { type Sealed, type Sealing, sealOnce } from './sealer.ts'
export type { Signer } from './signer.ts'
