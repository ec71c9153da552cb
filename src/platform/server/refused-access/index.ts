export { type AttemptRow, listAttempts } from './attempt-store.ts'
export { permissions, supervisePermission } from './permissions.ts'
export { reportRefusal, type Tried } from './report-refusal.ts'
