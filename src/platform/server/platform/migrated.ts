import { listPending, type Migration, platformRooms } from '#platform/server/database/index.ts'
import type { Scenario } from '#platform/server/scenario/index.ts'

/** The migrations that a database lacks for this code. */
export function pendingMigrations(ownerUrl: string, scenarios: readonly Scenario[]): Promise<Migration[]> {
  return listPending(ownerUrl, [...platformRooms(), ...scenarios.flatMap((scenario) => scenario.rooms)])
}

/** Throws with the remedy where a process would run on a schema that is older than its code. */
export async function assertMigrated(ownerUrl: string, scenarios: readonly Scenario[]): Promise<void> {
  const pending = await pendingMigrations(ownerUrl, scenarios)
  if (pending.length === 0) return
  throw new Error(
    `数据库缺少 ${pending.length} 项结构变更，请先运行一次 xianqu prepare。\n` +
      `The database lacks ${pending.length} migrations; run xianqu prepare once first.`,
  )
}
