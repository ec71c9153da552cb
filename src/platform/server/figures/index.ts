export {
  type Cut,
  defineFigures,
  type Facts,
  type FactValue,
  type FigureBook,
  findIndicator,
  type Happening,
  type Indicator,
  type Standing,
  type ThingKind,
} from './book.ts'
export { figuresProjection } from './figures-projection.ts'
export type { Place } from './figures-store.ts'
export {
  type Cell,
  countKeys,
  type FigureRecord,
  listHappenings,
  listLatest,
  listThings,
  readBuckets,
  readFacts,
  readProgress,
  readStanding,
  readTop,
  type Stretch,
  type Wanted,
} from './reading-store.ts'
