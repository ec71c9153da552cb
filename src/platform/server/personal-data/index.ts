export { openPersonalKeys, type PersonalKeys, rotatePersonalKey } from './keys.ts'
export { openPersonalData, type PersonalData } from './personal-data.ts'
export { type SuiteId, suiteIds } from './suite.ts'
