import { tell } from '#platform/contract/refusal-registry.ts'
import { applyPack, type CountyPack, loadCountyPack, refusals } from '#platform/server/county/index.ts'
import type { Database } from '#platform/server/database/index.ts'
import { permissions as deliveryPermissions } from '#platform/server/deliveries/index.ts'
import { permissions as identityPermissions } from '#platform/server/identity/index.ts'
import { revealPermission } from '#platform/server/personal/index.ts'
import { permissions as refusedAccessPermissions } from '#platform/server/refused-access/index.ts'
import { permissions as residentPermissions } from '#platform/server/residents/index.ts'
import type { Scenario } from '#platform/server/scenario/index.ts'

/** Permissions that belong to no single scenario, with what they allow. */
const sharedPermissions: Readonly<Record<string, string>> = {
  'records.confidential': '查看涉密范围内的记录',
  [revealPermission]: '查看个人信息原文（须填理由并留痕）',
  'obligations.supervise': '督办（二级）',
  'obligations.escalated.read': '查看升级到三级的督办事实',
}

/** Every permission that a pack may give. */
export function knownPermissions(scenarios: readonly Scenario[]): ReadonlySet<string> {
  const all = [
    identityPermissions,
    deliveryPermissions,
    refusedAccessPermissions,
    residentPermissions,
    sharedPermissions,
    ...scenarios.map((scenario) => scenario.permissions),
  ]
  return new Set(all.flatMap((table) => Object.keys(table)))
}

/** Loads a county pack; throws all its problems, each with file and line. */
export async function loadCounty(folder: string, scenarios: readonly Scenario[]): Promise<CountyPack> {
  const loaded = await loadCountyPack(folder, knownPermissions(scenarios))
  if ('pack' in loaded) return loaded.pack
  const lines = loaded.problems.map(({ file, line, column, zh, en }) => `${file}:${line}:${column} ${zh} ${en}`)
  throw new Error(
    `县区数据包有 ${lines.length} 处问题 The county pack has ${lines.length} problems:\n${lines.join('\n')}`,
  )
}

/** Applies a pack; throws the refusal's sentences where it is refused. */
export async function applyCounty(database: Database, pack: CountyPack, now: Date): Promise<number> {
  const applied = await applyPack(database, pack, now)
  if (applied.ok) return applied.value.length
  const { code, facts } = applied.refusal
  const text = refusals[code as keyof typeof refusals]
  throw new Error(text ? `${tell(text.zh, facts)}\n${tell(text.en, facts, ', ')} (${code})` : code)
}
