import { readFileSync } from 'node:fs'
import { type CivilDate, dateOf } from '#platform/kernel/working-time/index.ts'
import { type Printer, qrSvg } from '#platform/server/printing/index.ts'
import { bind, openDocument, signCode } from '../commands/show.ts'
import type { CredentialRow } from '../credential-store.ts'
import type { CredentialParts } from '../parts.ts'
import { type OpenCredential, viewCredential } from '../view-credential.ts'

const template = readFileSync(new URL('./credential.typ', import.meta.url), 'utf8')

/** What a paper is printed with. */
export type PaperParts = CredentialParts & { readonly printer: Printer }

/**
 * Prints a credential whole. Its code leads to what the platform says of it; the attached file is verified without a line. Whoever holds
 * the paper sees everything that it says, as with any paper.
 */
export async function printCredential(parts: PaperParts, row: CredentialRow, now: Date): Promise<Buffer> {
  const view = viewCredential(parts, row, now)
  const document = openDocument(parts, row)
  const until = row.valid_until ?? new Date(Date.UTC(2100, 0, 1))
  const shown = { id: row.id, fields: view.fields.map(({ field }) => field), audience: null, nonce: 'paper' }
  const attached = await bind(parts, document, { ...shown, made_at: row.issued_at, until })
  const code = await signCode(parts, row.suite, { of: 'paper', id: row.id })
  const { heading } = view
  return parts.printer.print({
    template,
    at: row.issued_at,
    data: {
      ...{ title: heading.title, english: heading.english, number: heading.number, code: heading.code },
      ...{ sample: heading.sample, unit: heading.unitName, date: inWords(row.issued_at) },
      ...{
        validity: validityOf(row),
        body: bodyOf(parts, row, view),
        rows: view.fields.map(({ zh, value }) => [zh, value]),
      },
      ...{ qr: qrSvg(siteOf(parts) ? `${siteOf(parts)}/verify#${code}` : code), lines: linesOf(parts, view), attached },
    },
  })
}

/** Where people reach the platform, as the pack says it; where it does not, the code holds no address. */
function siteOf({ rules }: CredentialParts): string | undefined {
  return rules().channels?.site.replace(/\/$/, '')
}

function linesOf(parts: PaperParts, { heading }: OpenCredential): string[] {
  return [
    `${siteOf(parts) ? `扫码或登录 ${siteOf(parts)}/verify` : '在本县政务服务平台的“证照核验”页面扫码，'}核验真伪和是否注销；核验结果与本件不一致的，以核验结果为准。`,
    heading.legal,
    ...(heading.sample ? ['样章“测试”：本件由演示系统生成，不是真实证照，不具有任何效力。'] : []),
  ]
}

/** The sentence of a proof with its fields filled in, piece by piece; empty where the type has none or a piece is missing. */
function bodyOf({ rules }: CredentialParts, row: CredentialRow, { fields }: OpenCredential): string[] {
  const types = rules().documents('credential')
  const body = types.find(({ id, version }) => id === row.type_id && version === row.type_version)?.body ?? ''
  const values = new Map(fields.map(({ field, value }) => [field, worded(value)]))
  const pieces = body.split(/\{([^}]*)\}/).map((piece, index) => (index % 2 === 0 ? piece : values.get(piece)))
  return body === '' || pieces.includes(undefined) ? [] : pieces.filter((piece) => piece !== undefined)
}

function validityOf({ valid_from, valid_until }: CredentialRow): string {
  const last = valid_until && new Date(valid_until.getTime() - 1)
  return last ? `${inWords(valid_from)}至${inWords(last)}` : '长期'
}

/** A date of the county as papers write it: 2026年3月2日. */
function inWords(instant: Date): string {
  return worded(dateOf(instant.getTime()))
}

function worded(value: CivilDate | string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  return year ? `${year}年${Number(month)}月${Number(day)}日` : value
}
