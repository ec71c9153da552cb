export { checkModel, type ModelFault } from './domain/check/check-model.ts'
export type { CompiledModel } from './domain/evaluate/compile-model.ts'
export type { Fact, Facts } from './domain/evaluate/facts.ts'
export type { Explanation, Step, TableStep } from './domain/explain/explain.ts'
export { readModel } from './domain/model/read-model.ts'
export { type Changed, type PastCase, type Said, type TryOut, tryOut } from './domain/try-out.ts'
export type { Json } from './domain/types/json.ts'
export {
  type Decided,
  decideOn,
  evaluateDecision,
  type ModelDocument,
  modelOf,
  openModel,
} from './evaluate-decision.ts'
export { evaluationMilliseconds, withinTime } from './within-time.ts'
