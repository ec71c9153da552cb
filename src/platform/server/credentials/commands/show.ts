import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import { anybody, type CodeClaims, secondsOf, typOf } from '../claims.ts'
import { type CredentialRow, findCredential } from '../credential-store.ts'
import { endOfShowing } from '../domain/showing.ts'
import { stateAt } from '../domain/standing.ts'
import { type CredentialParts, credentialStream, showingStream } from '../parts.ts'
import { showCredential, signClaims } from '../sd-jwt.ts'
import { findShowing, insertShowing, type ShowingRow, withdrawShowing } from '../showing-store.ts'
import { readSdJwt } from '../verify/read-sd-jwt.ts'
import { heldOf } from './stand.ts'

/** What a holder lets be seen. */
export type Show = {
  readonly holder: string
  readonly credential: string
  readonly fields: readonly string[]
  readonly way: 'code' | 'link'
  /** When it ends; a code ends after some minutes whatever is said. */
  readonly until?: Date | undefined
  /** Whom it is for, and the question that it answers; nobody in particular and none where left out. */
  readonly audience?: string | undefined
  readonly nonce?: string | undefined
}

/** What is handed over: the signed short code for a QR, and the text that can be verified without a line. */
export type Shown = {
  readonly showing: string
  readonly until: string
  readonly code: string
  readonly text: string
  readonly entry: string
}

/**
 * Shows a credential. Refuses `record.unknown` where it is not the holder's, `credentials.showing.not-valid`, `.field-unknown`,
 * `.too-long`.
 */
export async function decideShowing(
  parts: CredentialParts,
  tx: Transaction,
  { actor, now }: Pick<CommandCall, 'actor' | 'now'>,
  show: Show,
): Promise<Result<Decision<Shown>>> {
  const row = await findCredential(tx, parts.jurisdiction, show.credential)
  if (row === undefined || row.holder !== show.holder) return refuse('record.unknown')
  const until = endOfShowing(show.way, show.until?.getTime(), now.getTime())
  if (!until.ok) return until
  const state = stateAt(heldOf(row), now.getTime())
  if (state !== 'valid') return refuse('credentials.showing.not-valid', { state })
  const document = openDocument(parts, row)
  const stray = show.fields.find((field) => !(field in labelsOf(document)))
  if (stray !== undefined) return refuse('credentials.showing.field-unknown', { field: stray })
  const showing = rowOf(row, show, { now, until: new Date(until.value) })
  const entry = entryOf(parts, showing, { kind: 'made', version: 1, actor, now })
  const answer = {
    ...{ showing: showing.id, until: showing.until.toISOString(), entry: String(entry.id) },
    code: await signCode(parts, row.suite, { of: 'showing', id: showing.id, exp: secondsOf(until.value) }),
    text: await bind(parts, document, showing),
  }
  return ok({ answer, entries: [entry], writes: [insertShowing(parts.jurisdiction, showing)] })
}

/** Takes a showing back: whoever asks the platform from now on is told that it has ended. */
export async function decideWithdrawal(
  parts: CredentialParts,
  tx: Transaction,
  { actor, now }: Pick<CommandCall, 'actor' | 'now'>,
  { holder, showing: id }: { readonly holder: string; readonly showing: string },
): Promise<Result<Decision<{ readonly showing: string; readonly entry: string }>>> {
  const row = await findShowing(tx, parts.jurisdiction, id)
  if (row === undefined || row.holder !== holder) return refuse('record.unknown')
  if (row.withdrawn_at !== null || row.until <= now) return refuse('credentials.showing.ended')
  const entry = entryOf(parts, row, { kind: 'withdrawn', version: row.version + 1, actor, now })
  const answer = { showing: id, entry: String(entry.id) }
  return ok({ answer, entries: [entry], writes: [withdrawShowing(parts.jurisdiction, id, now)] })
}

/** The text of a credential as it is kept, with every disclosure. It never leaves the platform: what leaves is a showing of it. */
export function openDocument({ personalData }: Pick<CredentialParts, 'personalData'>, row: CredentialRow): string {
  return personalData.open(row.document, credentialStream(row.id))
}

/** A showing as text, bound by the holder's wallet. */
export function bind(
  parts: CredentialParts,
  document: string,
  showing: Pick<ShowingRow, 'id' | 'fields' | 'audience' | 'nonce' | 'made_at' | 'until'>,
) {
  const wallet = parts.crypto.signerOf('wallet', readSdJwt(document)?.claims.cnf.kid ?? '')
  return showCredential(wallet, document, showing.fields, {
    ...{ iat: secondsOf(showing.made_at.getTime()), exp: secondsOf(showing.until.getTime()) },
    ...{ aud: showing.audience ?? anybody, nonce: showing.nonce, jti: showing.id },
  })
}

/** A short code, signed. */
export function signCode({ crypto }: CredentialParts, suite: string, claims: CodeClaims): Promise<string> {
  return signClaims(crypto.signer('credentials', suite === 'EdDSA' ? 'EdDSA' : 'SM2'), typOf.code, claims)
}

function labelsOf(document: string): object {
  return readSdJwt(document)?.fields ?? {}
}

function rowOf(row: CredentialRow, show: Show, { now, until }: { readonly now: Date; readonly until: Date }) {
  return {
    ...{
      id: v7(),
      credential_id: row.id,
      holder: row.holder,
      readers: [row.holder],
      fields: [...new Set(show.fields)],
    },
    ...{ audience: show.audience ?? null, nonce: show.nonce ?? randomBytes(12).toString('base64url') },
    ...{ way: show.way, made_at: now, until },
  }
}

type Told = Pick<CommandCall, 'actor' | 'now'> & { readonly kind: 'made' | 'withdrawn'; readonly version: number }

function entryOf(
  parts: CredentialParts,
  row: Pick<ShowingRow, 'id' | 'credential_id' | 'fields' | 'audience' | 'readers' | 'until' | 'way'>,
  told: Told,
): NewEntry {
  return {
    ...{ id: newEntryId(), jurisdiction: parts.jurisdiction, stream: showingStream(row.id), version: told.version },
    ...{ kind: `credentials.showing.${told.kind}`, recordedAt: told.now, actor: told.actor },
    payload: {
      ...{ credential: row.credential_id, fields: [...row.fields], audience: row.audience, way: row.way },
      until: row.until.toISOString(),
    },
    readers: row.readers as readonly OrganisationId[],
  }
}
