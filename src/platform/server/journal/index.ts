export type { Signer } from '#platform/server/signing/index.ts'
export {
  type AppendStatement,
  appendEntries,
  appendParameter,
  appendStatement,
  isStreamMoved,
  refuseMoved,
} from './append.ts'
export { appendCtes } from './append-store.ts'
export { type EntryActor, type EntryId, type NewEntry, newEntryId } from './entry.ts'
export type { SealedEntry } from './entry-row.ts'
export { type Erasure, erase } from './erase.ts'
export { exportJournal } from './export/index.ts'
export { openFileSigner } from './file-signer.ts'
export { type HeadRow, headColumns, headOf, latestHead } from './head-store.ts'
export { type HeadVerifier, headVerifier } from './head-verifier.ts'
export { type JournalWork, sealAll, startJournal } from './journal-worker.ts'
export { type JournalProgress, listProgress } from './progress-store.ts'
export {
  type Advance,
  advanceProjection,
  catchUp,
  defineProjection,
  type Projection,
  rebuildProjection,
} from './projection.ts'
export { type EntryProof, faultOfProof, type ProofFault, proveEntry } from './proof.ts'
export { refusals } from './refusals.ts'
export { type Sealed, type Sealing, sealOnce } from './sealer.ts'
export { type SealingStatus, sealingStatus } from './sealing-status-store.ts'
export { findLastEntry, listStories, type StoryEntry } from './story-store.ts'
export { entryTogether, mostMembers, type Step, type Together } from './together.ts'
export { type Finding, OutsideHeadForged, tellVerdict, type Verdict, verifyExport } from './verify/index.ts'
