import pino, { type DestinationStream, type Logger } from 'pino'
import { faultOf } from './fault.ts'

/**
 * The log of a process: what went wrong, where and when, and never who or what was concerned. Errors lose the values that PostgreSQL
 * puts into them; requests are named by their trace and their route's template.
 */
export function openLog(level: string, destination: DestinationStream): Logger {
  return pino(
    { level, serializers: { err: faultOf }, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    destination,
  )
}
