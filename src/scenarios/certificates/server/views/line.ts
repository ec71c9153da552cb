import { type MaskKind, mask } from '#platform/kernel/personal/index.ts'
import { type CredentialRow, viewCredential } from '#platform/server/credentials/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { CertificateLine } from '../../contract/views.ts'

/** For whom a certificate is opened: its holder sees it whole, staff with its personal fields masked. */
export type Reader = 'holder' | 'staff'

/** A certificate opened and put in a line. */
export function openLine(services: Services, row: CredentialRow, now: Date, reader: Reader) {
  const view = viewCredential(services, row, now)
  const masks = new Map(
    services
      .rules()
      .documents('field')
      .map(({ id, mask }) => [id, mask as MaskKind]),
  )
  const shown = (field: string, value: string) => (reader === 'holder' ? value : mask(masks.get(field) ?? 'all', value))
  const fields = view.fields.map((one) => ({ ...one, value: shown(one.field, one.value) }))
  const { title, english, number, unitName, sample } = view.heading
  const line: CertificateLine = {
    ...{ credential: row.id, type: row.type_id, title, english, number, unitName, sample, state: view.state },
    holderName: fields.find(({ field }) => field === 'name' || field === 'enterprise-name')?.value ?? '',
    issuedAt: row.issued_at.toISOString(),
    validUntil: row.valid_until?.toISOString() ?? null,
  }
  return { line, fields, heading: view.heading }
}

/** A PDF under the certificate's title and number. */
export function paperFile(pdf: Buffer, { title, number }: { readonly title: string; readonly number: string }): File {
  return new File([new Uint8Array(pdf)], `${title}-${number}.pdf`, { type: 'application/pdf' })
}
