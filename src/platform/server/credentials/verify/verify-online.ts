import { v7 } from 'uuid'
import type { CredentialVerdict } from '#platform/contract/credential-verdict.ts'
import type { Database, Transaction } from '#platform/server/database/index.ts'
import { CodeClaims, instantOf, secondsOf, typOf } from '../claims.ts'
import { bind, openDocument } from '../commands/show.ts'
import { type CredentialRow, findCredential } from '../credential-store.ts'
import { findLastPassed } from '../face/face-store.ts'
import { type CredentialParts, issuerOf, listUriOf } from '../parts.ts'
import { countLooks, findShowing, insertLook, type ShowingRow } from '../showing-store.ts'
import { listLifeSeconds, type StatusList } from '../status-list.ts'
import { showingInPdf } from './from-pdf.ts'
import { judgePage, judgePaper } from './judge-page.ts'
import { keyFileOf, trustedKeys } from './key-file.ts'
import { checkSignature, readJwt, type TrustedKeys } from './read-jwt.ts'
import { readSdJwt } from './read-sd-jwt.ts'
import { nothing, type Verifying, verifyCredential } from './verify-credential.ts'

/** What somebody brings to be verified, and who they say they are. */
export type Brought = {
  /** The text of a showing, a short code, or the address that a QR holds. */
  readonly text: string
  readonly verifier?: string | undefined
  readonly audience?: string | undefined
  readonly nonce?: string | undefined
}

/** Verifies a PDF that is brought: what it carries, and its pages; nothing where it carries no credential. */
export async function verifyPdf(
  parts: CredentialParts & { readonly database: Database },
  pdf: Buffer,
  asked: Omit<Brought, 'text'>,
  now: Date,
): Promise<CredentialVerdict | undefined> {
  const text = showingInPdf(pdf)
  if (text === undefined) return judgePaper(pdf, keysOf(parts), now.getTime())
  return judgePage(await verifyBrought(parts, { ...asked, text }, now), pdf, keysOf(parts))
}

/** Verifies what is brought to the platform: by its own keys and clock, and by how the credential stands this very moment. */
export async function verifyBrought(
  parts: CredentialParts & { readonly database: Database },
  brought: Brought,
  now: Date,
): Promise<CredentialVerdict> {
  const { database, jurisdiction } = parts
  const text = brought.text.trim().split('#').at(-1) ?? ''
  return database.asSystem(jurisdiction, async (tx) => {
    const asked: Verifying = { ...brought, keys: keysOf(parts), now: now.getTime(), grace: 0 }
    const found = text.includes('~') ? await ofText(parts, tx, text) : await ofCode(parts, tx, text, asked)
    if ('verdict' in found) return found.verdict
    const { row, showing } = found
    const verdict = verifyCredential(found.text, { ...asked, statusLists: row ? [presentList(parts, row, now)] : [] })
    if (row === undefined || verdict.heading === null) return verdict
    const ended = showing?.withdrawn_at && verdict.state === 'valid' ? withdrawn(verdict) : verdict
    return recorded(tx, parts, { verdict: ended, row, showing, brought, now })
  })
}

type Found =
  | { readonly verdict: CredentialVerdict }
  | { readonly text: string; readonly row: CredentialRow | undefined; readonly showing: ShowingRow | undefined }

/** A whole text: looked up by the ids that it names, which its signatures will have to bear out. */
async function ofText({ jurisdiction }: CredentialParts, tx: Transaction, text: string): Promise<Found> {
  const read = readSdJwt(text)
  const binding = read?.binding?.payload as { readonly jti?: unknown } | undefined
  const [row, showing] = await Promise.all([
    read && findCredential(tx, jurisdiction, read.claims.jti),
    isId(binding?.jti) ? findShowing(tx, jurisdiction, binding.jti) : undefined,
  ])
  return { text, row, showing: showing?.credential_id === row?.id ? showing : undefined }
}

/** A short code: what it stands for is shown here, as its holder let it be seen. */
async function ofCode(parts: CredentialParts, tx: Transaction, text: string, { keys, now }: Verifying): Promise<Found> {
  const jwt = readJwt(text)
  const claims = CodeClaims.safeParse(jwt?.payload)
  if (jwt === undefined || !claims.success) return { verdict: nothing('unreadable', now) }
  const keyId = jwt.header.kid
  const checked = checkSignature(jwt, keys, { keyId, purpose: 'credentials', typ: typOf.code })
  if (checked !== 'signed') return { verdict: nothing(checked, now) }
  const { of, id, exp = Number.POSITIVE_INFINITY } = claims.data
  const showing = of === 'showing' ? await findShowing(tx, parts.jurisdiction, id) : undefined
  const row = await findCredential(tx, parts.jurisdiction, showing?.credential_id ?? id)
  if (row === undefined) return { verdict: nothing('unreadable', now) }
  if (now >= instantOf(exp)) return { verdict: nothing('show-expired', now) }
  const document = openDocument(parts, row)
  return { text: await bind(parts, document, showing ?? paperOf(row, document, now)), row, showing }
}

/** A printed paper shows every field, for as long as it is valid. */
function paperOf(row: CredentialRow, document: string, now: number) {
  const fields = Object.keys(readSdJwt(document)?.fields ?? {})
  const until = row.valid_until ?? new Date(now + 86_400_000)
  return { id: row.id, fields, audience: null, nonce: 'paper', made_at: row.issued_at, until }
}

/** How it stands now, in the place of a list. */
function presentList(parts: CredentialParts, { status_list, standing }: CredentialRow, now: Date): StatusList {
  const iat = secondsOf(now.getTime())
  return {
    ...{ iss: issuerOf(parts), sub: listUriOf(parts, status_list), iat, exp: iat + listLifeSeconds, ttl: 300 },
    standingAt: () => standing,
  }
}

type Recorded = {
  readonly verdict: CredentialVerdict
  readonly row: CredentialRow
  readonly showing: ShowingRow | undefined
  readonly brought: Brought
  readonly now: Date
}

/** Puts the look on record for the holder, and tells whoever looks how often this showing was looked at before. */
async function recorded(tx: Transaction, { jurisdiction }: CredentialParts, one: Recorded): Promise<CredentialVerdict> {
  const { verdict, row, showing, brought, now } = one
  const before = showing ? await countLooks(tx, jurisdiction, row.id, showing.id) : 0
  if (before < mostLooks)
    await insertLook(tx, jurisdiction, {
      ...{ id: v7(), credential_id: row.id, showing_id: showing?.id ?? null, readers: [row.holder], at: now },
      ...{ state: verdict.state, verifier: brought.verifier?.trim() || null },
    })
  const notes = [...(await faceNotes(tx, jurisdiction, showing)), ...(before > 0 ? [seenBefore(before)] : [])]
  return { ...verdict, notes: [...verdict.notes, ...notes] }
}

function seenBefore(times: number) {
  return {
    zh: `这次出示此前已被核验 ${times} 次；如果持证人不在面前，请谨慎。`,
    en: `This showing was verified ${times} times before; take care unless its holder stands before you.`,
  }
}

const faceCounts = 10 * 60_000

/** Whether the holder passed a face check shortly before showing; whoever did not is told nothing about. */
async function faceNotes(tx: Transaction, jurisdiction: string, showing: ShowingRow | undefined) {
  if (showing === undefined) return []
  const since = new Date(showing.made_at.getTime() - faceCounts)
  const passed = await findLastPassed(tx, jurisdiction, showing.holder, { since, until: showing.made_at })
  return passed === undefined
    ? []
    : [
        {
          zh: '持证人出示前 10 分钟内刷脸核身通过。',
          en: 'The holder passed a face check within ten minutes of showing it.',
        },
      ]
}

/** Of one showing so many looks are kept: more would be a flood, and tell its holder nothing. */
const mostLooks = 1000

function withdrawn(verdict: CredentialVerdict): CredentialVerdict {
  const { state, sentence } = nothing('show-expired', Date.parse(verdict.at))
  return { ...verdict, state, sentence, disclosed: [] }
}

const trusted = new WeakMap<object, { readonly ids: string; readonly keys: TrustedKeys }>()

/** The county's own keys, made ready once until they turn. */
function keysOf(parts: CredentialParts): TrustedKeys {
  const published = parts.crypto.published()
  const ids = published.map(({ keyId }) => keyId).join()
  const known = trusted.get(parts.crypto)
  if (known?.ids === ids) return known.keys
  const keys = trustedKeys([keyFileOf(issuerOf(parts), parts.county.name, published)])
  trusted.set(parts.crypto, { ids, keys })
  return keys
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
}
