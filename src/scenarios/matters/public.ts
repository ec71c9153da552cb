export type { CaseLine, CaseView, MatterLine, MatterView } from './contract/views.ts'
export { contract } from './contract.ts'
export { type Answer, type Told, toldOf } from './domain/grounds.ts'
