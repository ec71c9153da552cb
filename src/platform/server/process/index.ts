export { findProcessesIn, isAlive, signal, until } from './processes.ts'
export { untilToldToStop } from './stop-request.ts'
