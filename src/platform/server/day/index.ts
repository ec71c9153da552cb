export { viewDay } from './view-day.ts'
