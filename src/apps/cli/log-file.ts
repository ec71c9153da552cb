import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import type { Config } from '#platform/server/config/index.ts'
import { openLog } from '#platform/server/log/index.ts'

/** The log of this process in the data folder. */
export function openLogFile({ data, logLevel }: Config, name: string): Logger {
  return openLog(logLevel, pino.destination({ dest: join(data, name), mkdir: true }))
}
