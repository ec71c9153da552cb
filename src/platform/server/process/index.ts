export { type Beside, startBeside } from './beside.ts'
export { findProcessesIn, isAlive, signal, until } from './processes.ts'
export { listenHere, standBeside, tellStarter } from './stand-beside.ts'
export { ToldToStop, unlessStopped, untilToldToStop } from './stop-request.ts'
