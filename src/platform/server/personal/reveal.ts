import { v7 } from 'uuid'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { hideName } from '#platform/kernel/mask.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import { insertLook } from './look-store.ts'
import { listPersonal } from './value-store.ts'

/** What somebody wants to see in clear, and why. */
export type Wanted = { readonly subject: string; readonly field: string; readonly reason: string }

/** The permission that a post needs to see personal values in clear, beside access to the thing itself. */
export const revealPermission = 'personal.reveal'

/** How a route shows a value: the call of its handler fits. */
type Showing = {
  readonly actor: CommandCall['actor']
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  command<Answer>(decide: (tx: Transaction, call: CommandCall) => Promise<Result<Decision<Answer>>>): Promise<Answer>
}

/**
 * Shows a value in clear: first the look and its reason are on record, then the value is read. Whether the post may is asked by
 * `mayLook`, in the transaction that records it. Refuses what is not there with `record.unknown`, what was erased with `personal.value.erased`.
 */
export async function revealPersonal(
  call: Showing,
  wanted: Wanted,
  mayLook: (tx: Transaction, call: CommandCall) => Promise<Result<true>>,
): Promise<{ readonly value: string; readonly look: string }> {
  const { look } = await call.command((tx, command) => decideLook(tx, command, wanted, mayLook))
  const kept = await call.read((tx) => find(tx, call.actor.jurisdiction, wanted))
  return { value: kept?.value ?? '', look }
}

async function decideLook(
  tx: Transaction,
  call: CommandCall,
  { subject, field, reason }: Wanted,
  mayLook: (tx: Transaction, call: CommandCall) => Promise<Result<true>>,
): Promise<Result<Decision<{ look: string }>>> {
  const allowed = await mayLook(tx, call)
  if (!allowed.ok) return allowed
  const { jurisdiction, person, post, organisation } = call.actor
  const kept = await find(tx, jurisdiction, { subject, field })
  if (kept === undefined) return refuse('record.unknown')
  if (kept.erased_at !== null) return refuse('personal.value.erased', { at: kept.erased_at.toISOString() })
  const [id, said] = [v7(), hideName(reason, kept.value)]
  const look = { person_id: person, post_id: post, organisation_id: organisation, reason: said, at: call.now }
  return ok({
    answer: { look: id },
    entries: [
      {
        ...{ id: newEntryId(), jurisdiction, stream: `personal.look/${id}`, version: 1, recordedAt: call.now },
        ...{ kind: 'personal.value.looked-at', actor: call.actor, payload: { subject, field, reason: said } },
        readers: (kept.readers as readonly OrganisationId[] | null) ?? undefined,
      },
    ],
    writes: [insertLook(jurisdiction, { id, subject, field, ...look, readers: kept.readers })],
  })
}

async function find(tx: Transaction, jurisdiction: string, { subject, field }: Pick<Wanted, 'subject' | 'field'>) {
  const kept = await listPersonal(tx, jurisdiction, [subject])
  return kept.find((one) => one.field === field)
}
