import { permits, readerOf, readerOfEnterprise } from '#platform/kernel/actor.ts'
import { formOf } from '#platform/kernel/forms/index.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { isCreditCode } from '#platform/kernel/personal/index.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import { decideIssue, type Issue, type Issued } from '#platform/server/credentials/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { receiveAtWindow } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/** Somebody whose card is on the desk, or a unit by its credit code. */
export type Holder =
  | { readonly kind: 'person'; readonly name: string; readonly number: string; readonly phone?: string | undefined }
  | { readonly kind: 'unit'; readonly number: string }

/** What is asked for at the desk. */
export type Asked = {
  readonly type: string
  readonly holder: Holder
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * Issues a certificate of one's own unit. A person who is new to the register is entered in it, and finds the certificate where they sign
 * in. Refuses `credentials.type.unknown`, `permission.reach`, `residents.identity.*`, `certificates.holder.missing`.
 */
export async function issueAtDesk(
  services: Services,
  tx: Transaction,
  command: CommandCall,
  { type, holder, values }: Asked,
): Promise<Result<Decision<Issued>>> {
  const known = services.rules().documentAt('credential', type, command.now.getTime())
  if (known === undefined) return refuse('credentials.type.unknown', { type })
  if (!permits(command.actor, 'certificates.issue', { organisation: known.issuer as OrganisationId }))
    return refuse('permission.reach', { permission: 'certificates.issue' })
  const received = await receivedOf(services, tx, command, holder)
  if (!received.ok) return received
  const fields = new Set(known.fields.map(({ field }) => field))
  const carried = Object.entries(received.value.values).filter(([field]) => fields.has(field))
  const issued = await decideIssue(services, tx, command, {
    ...{ type, values: { ...values, ...Object.fromEntries(carried) } },
    ...received.value.of,
  })
  if (!issued.ok) return issued
  const { answer, entries, writes } = issued.value
  return ok({
    answer,
    entries: [...received.value.entries, ...entries],
    writes: [...received.value.writes, ...writes],
  })
}

type Carried = Pick<Decision<unknown>, 'entries' | 'writes'> & {
  readonly of: Pick<Issue, 'holder' | 'holderNumber'>
  /** What the card says: it goes into the certificate, whatever was typed beside it. */
  readonly values: Readonly<Record<string, string>>
}

async function receivedOf(
  { personalData }: Services,
  tx: Transaction,
  command: CommandCall,
  holder: Holder,
): Promise<Result<Carried>> {
  const number = holder.number.toUpperCase()
  if (holder.kind === 'unit') {
    if (!isCreditCode(number)) return refuse('certificates.holder.missing')
    const of = { holder: readerOfEnterprise(number), holderNumber: { kind: 'enterprise', number } } as const
    return ok({ entries: [], writes: [], of, values: { 'credit-code': number } })
  }
  const received = await receiveAtWindow(tx, personalData, command, holder)
  if (!received.ok) return received
  const { resident, entries, writes } = received.value
  return ok({
    ...{ entries, writes },
    of: { holder: readerOf(resident), holderNumber: { kind: 'person', number } },
    values: { name: holder.name, 'identity-number': number },
  })
}

/** The types in force that an actor may issue, each with its form. */
export function issuableTypes({ rules }: Services, { actor, now }: Pick<CommandCall, 'actor' | 'now'>) {
  const dictionary = rules().documents('field')
  const ids = [
    ...new Set(
      rules()
        .documents('credential')
        .map(({ id }) => id),
    ),
  ]
  return ids.flatMap((id) => {
    const type = rules().documentAt('credential', id, now.getTime())
    const may = type && permits(actor, 'certificates.issue', { organisation: type.issuer as OrganisationId })
    if (!type || !may) return []
    const { version, name, english, issuer, fields } = type
    return [{ type: id, version, name, english, issuer, form: formOf(fields, dictionary) }]
  })
}
