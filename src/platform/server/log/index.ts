export { maskOf } from './fault.ts'
export { openLog } from './open-log.ts'
