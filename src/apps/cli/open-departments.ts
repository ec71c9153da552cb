import type { Logger } from 'pino'
import type { Config } from '#platform/server/config/index.ts'
import { openDemoDepartments } from '#platform/server/departments/index.ts'
import { maskOf } from '#platform/server/log/index.ts'
import type { Platform } from '#platform/server/platform/index.ts'

/** The departments of a demonstration county; a county of one's own has none, and a play without them goes on all the same. */
export async function openDepartments(
  { pack, ownerUrl }: Platform,
  { data, databaseUrl }: Config,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const none = { stop: async () => undefined }
  if (!pack.county.demo || pack.documents.connector.length === 0) return none
  const parts = {
    ...{ pack, data, ownerUrl: databaseUrl === undefined ? ownerUrl : undefined },
    tell: (line: string) => log.warn({ from: 'departments' }, maskOf(line)),
  }
  return openDemoDepartments(parts).catch((error: unknown) => {
    log.error({ err: error }, 'the departments of the demonstration did not start')
    return none
  })
}
