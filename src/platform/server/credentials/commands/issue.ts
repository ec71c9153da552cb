import { createHash, randomInt } from 'node:crypto'
import { v7 } from 'uuid'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findOrganisation } from '#platform/server/identity/index.ts'
import { type EntryActor, type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import { type CredentialRow, findFreePlace, insertCredential } from '../credential-store.ts'
import { type CredentialParts, credentialStream } from '../parts.ts'
import { signCredential } from '../sd-jwt.ts'
import { listSize } from '../status-list.ts'
import { type CredentialType, fieldsOf, numberOf, statementOf } from './statement.ts'

/** What is to be issued. */
export type Issue = {
  readonly type: string
  /** Whose it is: `readerOf(resident)`, or the id of a unit or enterprise. */
  readonly holder: string
  /** The holder's identity number or credit code, to find it by. */
  readonly holderNumber?: { readonly kind: 'person' | 'enterprise'; readonly number: string } | undefined
  /** What its fields say, as the dictionary has them: codes as codes, dates as YYYY-MM-DD. */
  readonly values: Readonly<Record<string, unknown>>
  /** The stream of the case that it comes from. */
  readonly origin?: string | undefined
}

/** What was issued. */
export type Issued = { readonly credential: string; readonly number: string; readonly entry: string }

/** Who issues, and when: an official at work, or what acts where no person does. */
type Call = { readonly actor: EntryActor; readonly now: Date }

/**
 * Issues a credential of the type's version in force: to be part of a command, whose caller has asked whether the post may. The record
 * gets what was issued to whom and a digest of it, never what it says.
 * @example `const issued = await decideIssue(services, tx, call, { type: 'no-house', holder: readerOf(resident), values })`
 */
export async function decideIssue(
  parts: CredentialParts,
  tx: Transaction,
  call: Call,
  issue: Issue,
): Promise<Result<Decision<Issued>>> {
  const type = parts.rules().documentAt('credential', issue.type, call.now.getTime())
  if (type === undefined) return refuse('credentials.type.unknown', { type: issue.type })
  const fields = fieldsOf(parts, type, issue.values)
  if (!fields.ok) return fields
  const row = await issued(parts, tx, type, { ...issue, fields: fields.value, now: call.now })
  const entry = entryOf(parts, call, row)
  const holderHash = issue.holderNumber ? hashOf(parts, issue.holderNumber) : null
  const writes = [insertCredential(parts.jurisdiction, { ...row, holderHash })]
  return ok({ answer: { credential: row.id, number: row.number, entry: String(entry.id) }, entries: [entry], writes })
}

type Row = Omit<CredentialRow, 'standing_at' | 'standing_reason'>
type Filled = Pick<Issue, 'holder' | 'origin'> & {
  readonly fields: Readonly<Record<string, string>>
  readonly now: Date
}

async function issued(parts: CredentialParts, tx: Transaction, type: CredentialType, filled: Filled): Promise<Row> {
  const { fields, now, holder, origin = null } = filled
  const id = v7()
  const list = dateOf(now.getTime()).slice(0, 7)
  const [place, unit] = await Promise.all([
    findFreePlace(
      tx,
      parts.jurisdiction,
      list,
      Array.from({ length: 16 }, () => randomInt(listSize)),
    ),
    findOrganisation(tx, parts.jurisdiction, type.issuer),
  ])
  if (place === undefined) throw new Error(`the status list ${list} is full`)
  const number = numberOf(type, now)
  const statement = statementOf(parts, {
    id,
    type,
    number,
    unitName: unit?.name ?? type.issuer,
    list,
    place,
    fields,
    now,
  })
  const document = await sign(parts, type, statement)
  return {
    ...{ id, type_id: type.id, type_version: type.version, number, holder, issuer: type.issuer, suite: type.suite },
    ...{ readers: [type.issuer, holder], document: parts.personalData.seal(document, credentialStream(id)) },
    ...{ digest: createHash('sha256').update(document).digest(), status_list: list, status_index: place },
    ...{ issued_at: now, valid_from: now, standing: 'valid', origin, version: 1 },
    valid_until: statement.exp === undefined ? null : new Date(statement.exp * 1000),
  }
}

function sign(
  parts: CredentialParts,
  type: CredentialType,
  statement: ReturnType<typeof statementOf>,
): Promise<string> {
  const chosen = type.fields.filter(({ field, shown }) => shown === 'chosen' && field in statement.fields)
  const signer = parts.crypto.signer('credentials', type.suite)
  return signCredential(
    signer,
    statement,
    chosen.map(({ field }) => field),
  )
}

function entryOf(parts: CredentialParts, { actor, now }: Call, row: Row): NewEntry {
  return {
    ...{ id: newEntryId(), jurisdiction: parts.jurisdiction, stream: credentialStream(row.id), version: 1 },
    ...{ kind: 'credentials.credential.issued', recordedAt: now, actor },
    rule: { id: `credential/${row.type_id}`, version: String(row.type_version) },
    payload: {
      ...{ type: row.type_id, number: row.number, holder: row.holder, issuer: row.issuer },
      ...{ digest: row.digest.toString('hex'), origin: row.origin },
    },
    readers: row.readers as readonly OrganisationId[],
  }
}

function hashOf({ personalData }: CredentialParts, { kind, number }: NonNullable<Issue['holderNumber']>): Buffer {
  return personalData.hash(kind, number.trim().toUpperCase())
}
