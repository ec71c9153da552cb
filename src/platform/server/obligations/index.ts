export { calendarSweep } from './calendar-sweep.ts'
export { listDebtors, listDesk, listObligationsById, readDeskPage } from './desk-store.ts'
export { type DeskWanted, readDeskPlace, tellDeskPlace } from './desk-wanted.ts'
export { pauseClock, reassign, redate, resumeClock, withdraw } from './domain/amend.ts'
export { after, type Ladder, type Level, type Limit, levelInstants } from './domain/ladder.ts'
export {
  acceptAnswer,
  climb,
  nextClimbAt,
  type ObligationChange,
  type ObligationRules,
  returnAnswer,
  submitAnswer,
} from './domain/obligation.ts'
export { type ObligationStory, replay } from './domain/replay.ts'
export { obligationStream } from './entries.ts'
export { readHeldPlace, tellHeldPlace } from './held-place.ts'
export { listHeld } from './held-store.ts'
export { obligationNotices } from './notice-rules.ts'
export { type ObligationRow, obligationColumns, obligationOf } from './obligation-row.ts'
export { findObligation, listObligations, widenObligations } from './obligation-store.ts'
export { applyRule, type Owed, onRecord, openObligation, recordOwed } from './owed.ts'
export { successionSweep } from './succession-sweep.ts'
export { obligationSweep, rulesOfObligation } from './sweep-obligations.ts'
