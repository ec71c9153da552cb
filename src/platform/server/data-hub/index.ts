export { lookUpSweep } from './ask-again.ts'
export { type Catalogue, type ConnectorDocument, catalogueAt, type Dataset } from './catalogue.ts'
export { catalogueWorkbook, readCatalogueSheets } from './catalogue-sheet.ts'
export type { ConsentRow } from './consent-store.ts'
export { type ConsentGiven, giveConsent, listConsentsBy, withdrawConsent } from './consents.ts'
export { decideGrant, decideGrantEnd, type GrantGiven } from './decide-grant.ts'
export { countOpenDisputes, type DisputeRow, findDispute, listDisputes } from './dispute-store.ts'
export {
  type DisputeAnswer,
  type DisputeRaised,
  decideDispute,
  decideDisputeAnswer,
  disputeObligation,
} from './disputes.ts'
export type { DataRecord, Field, FieldValue } from './domain/dataset.ts'
export type { Grant, NotGranted } from './domain/grant.ts'
export { type LookUpState, lookUpStates } from './domain/look-up.ts'
export type { WrongAnswer } from './domain/read-answer.ts'
export { type ReadTable, readTable, type TableFault } from './domain/read-table.ts'
export { disputeStream, lookUpStream } from './entries.ts'
export { type KnownGrant, listKnownGrants } from './grants.ts'
export { decideHandingOver } from './hand-over.ts'
export { collectAnswer, lookUp, lookUpAll } from './look-up.ts'
export type { LookUpAsk } from './look-up-ask.ts'
export type { LookUpRow } from './look-up-row.ts'
export { listLookUps } from './look-up-store.ts'
export { type LookAtMe, listLooksAtSubject } from './looks-at.ts'
export {
  countLooks,
  countWaiting,
  type LastLooks,
  listLastLooks,
  listLooks,
  listLooksAt as listLookRowsAt,
} from './looks-store.ts'
export type { LookUpOutcome } from './outcome.ts'
export { type OrderSent, sendOrder } from './send-order.ts'
export { startDataHub } from './start-data-hub.ts'
export { hashOfSubject, plainNumber, type Subject } from './subject.ts'
export { type HandedOver, listHandedOver } from './table-store.ts'
