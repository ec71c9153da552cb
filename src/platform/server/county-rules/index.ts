export { type CountyLampRule, type CountyRules, readCountyRules } from './county-rules.ts'
