export { decideIssue, type Issue, type Issued } from './commands/issue.ts'
export { decideShowing, decideWithdrawal, type Show, type Shown } from './commands/show.ts'
export { changesOf, decideStanding, heldOf, type Stand, type Stood } from './commands/stand.ts'
export {
  type CredentialRow,
  countCredentials,
  findCredential,
  listOfHolder,
  searchCredentials,
} from './credential-store.ts'
export { codeMinutes, mostDays } from './domain/showing.ts'
export { stateAt } from './domain/standing.ts'
export {
  decideFaceCheck,
  decideFaceEnd,
  faceSeconds,
  mayBegin,
  mostFaceChecks,
  outcomeOf,
} from './face/face-checks.ts'
export { type FaceService, openFaceService, readFaceSettings } from './face/face-service.ts'
export { findFaceCheck } from './face/face-store.ts'
export { type PaperParts, printCredential } from './paper/print-credential.ts'
export { type CredentialParts, credentialStream, issuerOf, showingStream } from './parts.ts'
export { findShowing, listLooks, listShowings } from './showing-store.ts'
export { openStatusLists, type StatusLists } from './status-lists.ts'
export { credentialSweep } from './sweep.ts'
export { keyFileOf } from './verify/key-file.ts'
export { verifyBrought, verifyPdf } from './verify/verify-online.ts'
export { viewCredential } from './view-credential.ts'
