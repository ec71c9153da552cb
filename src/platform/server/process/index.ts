export { findProcessesIn, isAlive, signal, until } from './processes.ts'
export { ToldToStop, unlessStopped, untilToldToStop } from './stop-request.ts'
