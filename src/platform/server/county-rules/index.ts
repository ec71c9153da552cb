export { type CountyLampRule, type CountyPlateRule, type CountyRules, readCountyRules } from './county-rules.ts'
export type { CountyDutyRule } from './duty-rule.ts'
