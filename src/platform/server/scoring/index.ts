export {
  type Accounts,
  listAccountLines,
  listCountedThings,
  listLinesOn,
  listMatterSums,
  listStandings,
  type MatterSum,
  type Months,
  type Standing,
} from './board-store.ts'
export type { Line, Reversal, ScoreFact, Told } from './domain/fact.ts'
export type { LineRow } from './ledger-store.ts'
export { type ScoreSource, scoreProjection } from './score-projection.ts'
