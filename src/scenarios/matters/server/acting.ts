import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Result } from '#platform/kernel/result.ts'
import {
  type Acted,
  type CaseAct,
  decideAct,
  gatherCase,
  stillHelps,
  stillReads,
} from '#platform/server/casework/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listFiles } from '#platform/server/files/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { assertStandsFor } from './stands-for.ts'

type Call = CallContext['call']

/** Whether whoever calls may act on a case at all, beside what the act itself asks. */
type Gate = (tx: Transaction, call: Pick<Call, 'actor' | 'now'>, id: string) => Promise<Result<true>>

/** Does something to a case, and takes up what follows from it by itself. */
export function act(services: Services, call: Call, id: string, one: CaseAct): Promise<Acted> {
  const { jurisdiction } = services
  return actThrough(services, call, { id, one }, (tx, command) => stillHelps(tx, { ...command, jurisdiction }, id))
}

/** The same for the applicant, by whoever took the case from them. Refuses: `casework.case.not-taken`. */
export function actFor(services: Services, call: Call, id: string, one: CaseAct): Promise<Acted> {
  return actThrough(services, call, { id, one }, (tx, command) => assertStandsFor(tx, command, call.scope, id))
}

async function actThrough(
  services: Services,
  call: Call,
  { id, one }: { readonly id: string; readonly one: CaseAct },
  gate: Gate,
): Promise<Acted> {
  await assertOwnFiles(services, call, 'files' in one ? one.files : [])
  const parts = { rules: services.rules(), personal: services.personalData }
  const acted = await call.command(
    async (tx, command) => {
      const may = await gate(tx, command, id)
      if (!may.ok) return may
      return decideAct(tx, command, {
        parts,
        eyes: call.scope,
        mayWork: mayWork(call),
        mayPay: mayPay(call),
        id,
        act: one,
      })
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

/** Whether whoever calls answers for the payments of a unit. */
export function mayPay({ actor }: Pick<Call, 'actor'>): (unit: string) => boolean {
  return (unit) => permits(actor, 'matters.pay', { organisation: unit as OrganisationId })
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
