export { type Month, monthOf, startOfMonth } from '../domain/plates/month.ts'
export type { PlateColour, PlateRule } from '../domain/plates/plate.ts'
export { plateStream } from './close-month.ts'
export {
  findPlate,
  findPlates,
  listPlanPlates,
  listUnitPlates,
  type PlateFacts,
  type PlateInPlan,
  type PlateRow,
} from './plate-store.ts'
export { plateSweep } from './sweep-plates.ts'
