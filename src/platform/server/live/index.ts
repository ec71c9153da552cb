export { type LiveHub, openLiveHub } from './live-hub.ts'
export type { LiveReader } from './readers.ts'
