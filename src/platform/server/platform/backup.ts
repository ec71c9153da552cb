import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { systemClock } from '#platform/kernel/clock.ts'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { type BackupHeading, type BackupReport, restoreBackup, writeBackup } from '#platform/server/backup/index.ts'
import type { Config } from '#platform/server/config/index.ts'
import { openDatabase, platformRooms, prepareRoles, urlForRole } from '#platform/server/database/index.ts'
import { exportJournal, headVerifier, type Verdict, verifyExport } from '#platform/server/journal/index.ts'
import type { Scenario } from '#platform/server/scenario/index.ts'
import { openSecrets } from '#platform/server/secrets/index.ts'
import { joinServer, openServer } from './server.ts'
import { version } from './version.ts'

/** Backs up the platform of a data folder, running or not, to a file. */
export async function backUp(config: Config, file: string): Promise<BackupReport> {
  const server = await joinServer(config)
  const { ownerUrl } = server
  const now = systemClock.now()
  const report = await writeBackup({ ownerUrl, data: config.data, version, now }, file).finally(server.stop)
  await writeFile(join(config.data, 'last-backup.json'), JSON.stringify({ at: now.toISOString(), file }))
  return report
}

/** What a restore found: the heading of the backup, and what its record proves. */
export type Restored = { readonly heading: BackupHeading; readonly verdicts: readonly Verdict[] }

/** Restores a backup into an empty data folder and verifies every record against the head that the backup was made under. */
export async function restoreTo(config: Config, scenarios: readonly Scenario[], file: string): Promise<Restored> {
  const rooms = [...platformRooms(), ...scenarios.flatMap((scenario) => scenario.rooms)]
  const server = await openServer(
    config,
    () => undefined,
    () => undefined,
  )
  try {
    const { ownerUrl } = server
    const heading = await restoreBackup({ ownerUrl, data: config.data, rooms, now: systemClock.now() }, file)
    return { heading, verdicts: await verifyRecords(ownerUrl, config.data, heading) }
  } finally {
    await server.stop()
  }
}

async function verifyRecords(ownerUrl: string, data: string, { heads }: BackupHeading): Promise<Verdict[]> {
  const { roles } = openSecrets(data)
  await prepareRoles(ownerUrl, roles)
  const verifyHead = headVerifier(await readFile(join(data, 'journal-public-key.pem'), 'utf8'))
  const database = openDatabase({ url: urlForRole(ownerUrl, 'xianqu_app', roles.app), connections: 2 })
  const verdicts: Verdict[] = []
  try {
    for (const { jurisdiction, head } of heads) {
      const lines = Readable.from(exportJournal(database, jurisdiction as JurisdictionId, systemClock.now()))
      verdicts.push(
        await verifyExport(
          lines.map((line: string) => Buffer.from(line)),
          verifyHead,
          [head],
        ),
      )
    }
    return verdicts
  } finally {
    await database.close()
  }
}
