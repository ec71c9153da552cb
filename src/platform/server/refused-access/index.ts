export { listAttempts } from './attempt-store.ts'
export { permissions } from './permissions.ts'
export { reportRefusal } from './report-refusal.ts'
