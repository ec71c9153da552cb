export type { CountyProgress, Demonstration } from './demonstration.ts'
export { defineScenario, type Scenario } from './scenario.ts'
export type { Services } from './services.ts'
export type { Sweep } from './sweep.ts'
