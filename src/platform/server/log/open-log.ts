import pino, { type DestinationStream, type Logger } from 'pino'
import { currentTrace } from '#platform/server/tracing/index.ts'
import { faultOf } from './fault.ts'

/**
 * The log of a process: what went wrong, where and when, and never who or what was concerned. Errors lose the values that PostgreSQL
 * puts into them; requests are named by their trace and their route's template.
 */
export function openLog(level: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: traceOf,
      serializers: { err: faultOf },
      redact: ['req.headers.cookie', 'req.headers.authorization'],
    },
    destination,
  )
}

/** Every line tells the trace that it was written in, where there is one. */
function traceOf(): object {
  const trace = currentTrace()
  return trace === undefined ? {} : { trace }
}
