import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { type Acted, type CaseAct, decideAct, gatherCase } from '#platform/server/casework/index.ts'
import { listFiles } from '#platform/server/files/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { stillHelps } from './still-helps.ts'

type Call = CallContext['call']

/** Does something to a case, and takes up what follows from it by itself. */
export async function act(services: Services, call: Call, id: string, one: CaseAct): Promise<Acted> {
  await assertOwnFiles(services, call, 'files' in one ? one.files : [])
  const parts = { rules: services.rules(), personal: services.personalData }
  const acted = await call.command(
    async (tx, command) => {
      const helps = await stillHelps(tx, services, command, id)
      if (!helps.ok) return helps
      return decideAct(tx, command, { parts, eyes: call.scope, mayWork: mayWork(call), id, act: one })
    },
    { asPlatform: true },
  )
  if (one.act === 'supply' || one.act === 'agree') await gatherCase(services, id)
  return acted
}

/** Whether whoever calls may do the steps of a unit. */
export function mayWork({ actor }: Pick<Call, 'actor'>): (unit: string) => boolean {
  return (unit) => permits(actor, 'matters.handle', { organisation: unit as OrganisationId })
}

/** Refuses files that are not there or that somebody else brought. */
export async function assertOwnFiles(services: Services, { actor }: Call, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  const { database, jurisdiction } = services
  const rows = await database.asSystem(jurisdiction, (tx) => listFiles(tx, jurisdiction, files))
  const own = new Set(rows.filter((row) => row.uploaded_by === actor.person).map((row) => row.id))
  if (!files.every((file) => own.has(file))) refused('casework.material.file-unknown')
}
