import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import {
  type Acted,
  type CaseAct,
  decideAct,
  gatherCase,
  stillHelps,
  stillReads,
} from '#platform/server/casework/index.ts'
import { listFiles } from '#platform/server/files/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

type Call = CallContext['call']

/** Does something to a case, and takes up what follows from it by itself. */
export async function act(services: Services, call: Call, id: string, one: CaseAct): Promise<Acted> {
  await assertOwnFiles(services, call, 'files' in one ? one.files : [])
  const parts = { rules: services.rules(), personal: services.personalData }
  const acted = await call.command(
    async (tx, command) => {
      const helps = await stillHelps(tx, { ...command, jurisdiction: services.jurisdiction }, id)
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

/** Refuses files that are not there, that somebody else brought, or that were brought to a case in which one helps no more. */
export async function assertOwnFiles(services: Services, call: Call, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  const { database, jurisdiction } = services
  const own = await database.asSystem(jurisdiction, async (tx) => {
    const rows = await listFiles(tx, jurisdiction, files)
    const brought = rows.filter((row) => row.uploaded_by === call.actor.person)
    const read = await Promise.all(brought.map((row) => stillReads(tx, { ...call, jurisdiction }, row.attached_to)))
    return new Set(brought.filter((_, at) => read[at]?.ok).map((row) => row.id))
  })
  if (!files.every((file) => own.has(file))) refused('casework.material.file-unknown')
}
